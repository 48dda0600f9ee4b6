import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Button } from '../../ui/button.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { hundredthsOf, pointsText } from './hundredths.ts'
import {
  appendTo,
  type Criterion,
  changeAt,
  freshKey,
  metrics,
  moveAt,
  natureOf,
  natures,
  type Path,
  removeAt,
  sourceOf,
  sources,
  weightOf,
} from './rubric-tree.ts'

interface CriterionEditorProps {
  node: Criterion
  path: Path
  /** How many stand beside it, itself included. */
  siblings: number
  criteria: readonly Criterion[]
  errors: Readonly<Record<string, string>>
  onChange: (criteria: Criterion[]) => void
}

const vetoRules = ['majority', 'any'] as const
/** A group at the top, one below it, leaves below that. */
const deepestGroup = 2

function pointerOf(path: Path): string {
  return `/body/criteria/${path.join('/children/')}`
}

/** One criterion: a leaf with its points and where its figure comes from, or a group with what stands below it. */
export function CriterionEditor({ node, path, siblings, criteria, errors, onChange }: CriterionEditorProps) {
  const pointer = pointerOf(path)
  const at = path[path.length - 1] ?? 0
  const number = path.map((place) => place + 1).join('.')
  const set = (change: Partial<Criterion>) => onChange(changeAt(criteria, path, change))
  const wrong = ['', '/title', '/max', '/source', '/nature', '/metric', '/children', '/key']
    .map((member) => errors[`${pointer}${member}`])
    .filter((text) => text !== undefined)
  const link = (name: string, member: string) => ({
    'aria-label': `${number} ${name}`,
    'aria-invalid': errors[`${pointer}${member}`] ? true : undefined,
  })
  const buttons = (
    <span class="criterion-buttons">
      <Button
        kind="text"
        size="small"
        icon="up"
        title={t('quality.moveUp', { number })}
        disabled={at === 0}
        onClick={() => onChange(moveAt(criteria, path, -1))}
      />
      <Button
        kind="text"
        size="small"
        icon="down"
        title={t('quality.moveDown', { number })}
        disabled={at === siblings - 1}
        onClick={() => onChange(moveAt(criteria, path, 1))}
      />
      <Button
        kind="text"
        size="small"
        icon="close"
        title={t('quality.removeCriterion', { number })}
        onClick={() => onChange(removeAt(criteria, path))}
      />
    </span>
  )
  const problems = wrong.map((text) => (
    <div key={text} class="field-error">
      {text}
    </div>
  ))
  if (node.kind === 'group') {
    const children = node.children ?? []
    return (
      <li class="criterion-group">
        <div class="criterion-head">
          <span class="criterion-number">{number}</span>
          <TextInput
            {...link(t('quality.groupTitle'), '/title')}
            value={node.title}
            onChange={(title) => set({ title })}
            placeholder={t('quality.groupTitle')}
            maxLength={80}
          />
          <span class="criterion-weight">{t('quality.subtotal', { points: pointsText(weightOf(children)) })}</span>
          {buttons}
        </div>
        {problems}
        <ol class="criteria">
          {children.map((child, index) => (
            <CriterionEditor
              key={child.key}
              node={child}
              path={[...path, index]}
              siblings={children.length}
              criteria={criteria}
              errors={errors}
              onChange={onChange}
            />
          ))}
        </ol>
        <div class="row criteria-add">
          <Button
            kind="text"
            size="small"
            icon="plus"
            onClick={() =>
              onChange(appendTo(criteria, path, { key: freshKey(criteria, 'c'), title: '', kind: 'leaf' }))
            }
          >
            {t('quality.addLeafTo')}
          </Button>
          {path.length < deepestGroup && (
            <Button
              kind="text"
              size="small"
              icon="plus"
              onClick={() =>
                onChange(
                  appendTo(criteria, path, { key: freshKey(criteria, 'g'), title: '', kind: 'group', children: [] }),
                )
              }
            >
              {t('quality.addGroupTo')}
            </Button>
          )}
        </div>
      </li>
    )
  }
  const nature = natureOf(node)
  return (
    <li class={path.length === 1 ? 'criterion-leaf criterion-top' : 'criterion-leaf'}>
      <div class="criterion-head">
        <span class="criterion-number">{number}</span>
        <TextInput
          {...link(t('quality.leafTitle'), '/title')}
          value={node.title}
          onChange={(title) => set({ title })}
          placeholder={t('quality.leafTitle')}
          maxLength={80}
        />
        {nature !== 'veto' && (
          <NumberInput
            {...link(t('quality.maximum'), '/max')}
            value={node.max === undefined ? null : node.max / 100}
            onChange={(value) => set({ max: value === null ? undefined : hundredthsOf(value) })}
            decimals={2}
            unit={t('quality.points')}
          />
        )}
        {buttons}
      </div>
      <div class="criterion-detail">
        <Select
          {...link(t('quality.source'), '/source')}
          value={sourceOf(node)}
          onChange={(value) => set({ source: oneOf(sources, value) })}
          options={choicesOf('source', sources)}
          placeholder={null}
        />
        <Select
          {...link(t('quality.nature'), '/nature')}
          value={nature}
          onChange={(value) => set({ nature: oneOf(natures, value), max: value === 'veto' ? undefined : node.max })}
          options={choicesOf('nature', natures)}
          placeholder={null}
        />
        {node.source === 'metric' && (
          <Select
            {...link(t('quality.metric'), '/metric')}
            value={node.metric ?? ''}
            onChange={(metric) => set({ metric })}
            options={choicesOf('metric', metrics)}
            placeholder={t('quality.metric')}
          />
        )}
        {nature === 'veto' && (
          <Select
            {...link(t('quality.vetoBy'), '/vetoBy')}
            value={node.vetoBy ?? 'majority'}
            onChange={(value) => set({ vetoBy: oneOf(vetoRules, value) })}
            options={choicesOf('vetoBy', vetoRules)}
            placeholder={null}
          />
        )}
        <TextInput
          {...link(t('quality.leafHelp'), '/help')}
          value={node.help ?? ''}
          onChange={(help) => set({ help })}
          placeholder={t('quality.leafHelp')}
          maxLength={500}
        />
      </div>
      {problems}
    </li>
  )
}
