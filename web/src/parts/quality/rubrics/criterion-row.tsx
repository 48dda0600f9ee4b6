import { NumberInput } from '../../../ui/number-input.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { fixedPoints, hundredthsOf } from '../hundredths.ts'
import { CriterionDetails } from './criterion-details.tsx'
import { type Criterion, natureOf, type Path, pointerOf, sourceOf, weightOf } from './rubric-tree.ts'
import { fieldId, type TreeEditing } from './use-tree.ts'

export interface CriterionRowProps {
  node: Criterion
  path: Path
  tree: TreeEditing
  /** What is wrong, by pointer into the rubric. */
  wrong: Readonly<Record<string, string>>
}

const inRow = ['', '/title', '/children', '/key', '/vetoBy']
const inDetails = ['/source', '/nature', '/metric']

function summaryOf(node: Criterion): string {
  if (node.kind === 'group') return wordFor('criterionKind', 'group')
  const nature = natureOf(node)
  return [
    wordFor('source', sourceOf(node)),
    node.metric ? wordFor('metric', node.metric) : '',
    nature === 'score' ? '' : wordFor('nature', nature),
  ]
    .filter(Boolean)
    .join(' · ')
}

function GroupSum({ node }: { node: Criterion }) {
  const sum = weightOf(node.children ?? [])
  if (node.max === undefined) return <span class="crit-sum">{t('rubrics.groupSum', { sum: fixedPoints(sum) })}</span>
  const rest = node.max - sum
  return (
    <span class={`crit-sum ${rest === 0 ? 'crit-sum-full' : 'crit-sum-open'}`}>
      {t('rubrics.groupOf', { sum: fixedPoints(sum), whole: fixedPoints(node.max) })}{' '}
      {rest > 0 && t('rubrics.short', { points: fixedPoints(rest) })}
      {rest < 0 && t('rubrics.over', { points: fixedPoints(-rest) })}
    </span>
  )
}

/** One row of the tree, and the rows below it. */
export function CriterionRow({ node, path, tree, wrong }: CriterionRowProps) {
  const number = path.map((place) => place + 1).join('.')
  const pointer = pointerOf(path)
  const open = tree.opened.has(node.key)
  // what stands in the details is told there while they are open
  const members = [...inRow, ...(open && node.kind === 'group' ? [] : ['/max']), ...(open ? [] : inDetails)]
  const here = members.flatMap((member) => wrong[`${pointer}${member}`] ?? [])
  const link = (field: string, name: string) => ({
    id: fieldId(node.key, field),
    'aria-label': `${number} ${name}`,
    'aria-invalid': wrong[`${pointer}/${field}`] ? true : undefined,
    'aria-describedby': here.length > 0 ? fieldId(node.key, 'wrong') : undefined,
  })
  const isGroup = node.kind === 'group'
  const nature = natureOf(node)
  return (
    <li
      class={`crit crit-${node.kind}${tree.current === node.key ? ' crit-current' : ''}`}
      onFocusIn={(event) => {
        event.stopPropagation()
        if (tree.current !== node.key) tree.pick(node.key)
      }}
    >
      <div class="crit-line">
        <span class="crit-number">{number}</span>
        <TextInput
          {...link('title', isGroup ? t('quality.groupTitle') : t('quality.leafTitle'))}
          value={node.title}
          onChange={(title) => tree.change(path, { title })}
          placeholder={isGroup ? t('quality.groupTitle') : t('quality.leafTitle')}
          maxLength={80}
          autoComplete="off"
        />
        {isGroup ? (
          <GroupSum node={node} />
        ) : nature === 'veto' ? (
          <span class="crit-sum">{wordFor('nature', 'veto')}</span>
        ) : (
          <NumberInput
            {...link('max', nature === 'score' ? t('quality.maximum') : t('rubrics.cap'))}
            value={node.max === undefined ? null : node.max / 100}
            onChange={(value) => tree.change(path, { max: value === null ? undefined : hundredthsOf(value) })}
            decimals={2}
            unit={t('quality.points')}
          />
        )}
        <button
          type="button"
          class="crit-what"
          aria-expanded={open}
          aria-label={`${t('rubrics.details', { number })}：${summaryOf(node)}`}
          onClick={() => tree.toggle(node.key)}
        >
          {summaryOf(node)}
        </button>
      </div>
      {!open && node.help && <p class="crit-help">{node.help}</p>}
      {open && <CriterionDetails node={node} path={path} tree={tree} wrong={wrong} />}
      {here.length > 0 && (
        <div class="field-error crit-wrong" id={fieldId(node.key, 'wrong')}>
          {here.join('；')}
        </div>
      )}
      {isGroup && (
        <ol class="crit-list">
          {(node.children ?? []).map((child, at) => (
            <CriterionRow key={child.key} node={child} path={[...path, at]} tree={tree} wrong={wrong} />
          ))}
        </ol>
      )}
    </li>
  )
}
