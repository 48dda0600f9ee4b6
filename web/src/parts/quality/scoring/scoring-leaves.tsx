import { NumberInput } from '../../../ui/number-input.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { hundredthsOf, pointsText, stepped } from '../hundredths.ts'
import { type Criterion, leavesOf, natureOf, sourceOf } from '../rubrics/rubric-tree.ts'
import { subtotalOf } from './running-total.ts'

export interface OwnOn {
  n: number
  mean: number | null
  lowest: number | null
  highest: number | null
}

interface Words {
  comments: Readonly<Record<string, string>>
  /** Criteria whose box for words is open. */
  open: readonly string[]
  onOpen: (key: string) => void
  onComment: (key: string, text: string) => void
  /** How the same expert scored this criterion so far. */
  ownOn: (key: string) => OwnOn | undefined
}

interface ScoringLeavesProps {
  criteria: readonly Criterion[]
  /** Sources of the leaves that are filled in here. */
  sources?: readonly string[] | undefined
  scores: Readonly<Record<string, number>>
  /** By JSON pointer, as `/scores/input.course`. */
  errors: Readonly<Record<string, string>>
  onScore: (key: string, value: number | null) => void
  /** An expert's sheet takes words on every criterion; elsewhere points are enough. */
  words?: Words | undefined
}

type LeafProps = Omit<ScoringLeavesProps, 'criteria' | 'sources'> & { leaf: Criterion }

const raised = 100
const longest = 1000
const judged = ['expert']

function limitText(leaf: Criterion): string | undefined {
  const max = pointsText(leaf.max ?? 0)
  if (natureOf(leaf) === 'deduction') return t('scoring.deducts', { max })
  return natureOf(leaf) === 'bonus' ? t('scoring.adds', { max }) : undefined
}

function OwnHint({ own }: { own: OwnOn | undefined }) {
  if (own === undefined || own.mean === null || own.lowest === null || own.highest === null) return null
  const { n, mean, lowest, highest } = own
  return (
    <div class="scoring-own">
      {n === 1
        ? t('scoring.ownOne', { points: pointsText(lowest) })
        : t('scoring.ownOn', {
            n,
            mean: formatNumber(mean / 100, 2),
            lowest: pointsText(lowest),
            highest: pointsText(highest),
          })}
    </div>
  )
}

function LeafWords({
  leaf,
  words,
  error,
  vetoed,
}: {
  leaf: Criterion
  words: Words
  error: string | undefined
  vetoed: boolean
}) {
  const text = words.comments[leaf.key] ?? ''
  const open = text !== '' || vetoed || words.open.includes(leaf.key)
  if (!open)
    return (
      <button type="button" class="scoring-link" data-say={leaf.key} onClick={() => words.onOpen(leaf.key)}>
        {t('scoring.addComment')}
      </button>
    )
  const id = `said-${leaf.key}`
  return (
    <div class="scoring-words" data-words={leaf.key}>
      <Textarea
        aria-label={t('scoring.commentOn', { title: leaf.title })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder={vetoed ? t('scoring.vetoReason') : undefined}
        value={text}
        rows={2}
        maxLength={longest}
        onChange={(next) => words.onComment(leaf.key, next)}
      />
      {error && (
        <div class="field-error" id={id}>
          {error}
        </div>
      )}
    </div>
  )
}

function Leaf({ leaf, scores, errors, onScore, words }: LeafProps) {
  const nature = natureOf(leaf)
  const value = scores[leaf.key] ?? null
  const max = leaf.max ?? 0
  const refused = errors[`/scores/${leaf.key}`]
  // the API counts in hundredths; people here do not
  const error =
    refused && value !== null && nature !== 'veto' ? t('quality.scoreRange', { max: pointsText(max) }) : refused
  const id = `score-${leaf.key}`
  const vetoed = nature === 'veto' && value === raised
  const limit = limitText(leaf)
  return (
    <li class="scoring-leaf" data-criterion={leaf.key} data-missing={value === null || undefined}>
      <div class="scoring-line">
        <div class="scoring-what">
          <div id={id}>
            {leaf.title}{' '}
            {nature !== 'score' && <Tag tone={nature === 'veto' ? 'red' : 'amber'}>{wordFor('nature', nature)}</Tag>}
          </div>
          {(leaf.help || limit) && (
            <div class="field-help" id={`${id}-help`}>
              {[leaf.help, limit].filter(Boolean).join('　')}
            </div>
          )}
          {words && <OwnHint own={words.ownOn(leaf.key)} />}
          {error && (
            <div class="field-error" id={`${id}-error`}>
              {error}
            </div>
          )}
        </div>
        {nature === 'veto' ? (
          <fieldset class="scoring-veto" aria-labelledby={id}>
            <RadioGroup
              value={value === null ? '' : String(value)}
              onChange={(next) => onScore(leaf.key, Number(next))}
              options={[
                { value: '0', label: t('quality.vetoClear') },
                { value: String(raised), label: t('quality.vetoRaised') },
              ]}
              aria-invalid={error ? true : undefined}
            />
          </fieldset>
        ) : (
          // the arrows belong to the number, wherever the caret stands in it
          <fieldset
            class="scoring-points"
            // typing takes the place of what stands there, however one came to it
            onFocusCapture={(event) => event.target instanceof HTMLInputElement && event.target.select()}
            onKeyDown={(event) => {
              if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              onScore(leaf.key, stepped(value, max, event.key === 'ArrowUp'))
            }}
          >
            <NumberInput
              aria-label={t('quality.scoreOf', { title: leaf.title, max: pointsText(max) })}
              aria-describedby={error ? `${id}-error` : leaf.help || limit ? `${id}-help` : undefined}
              aria-invalid={error ? true : undefined}
              value={value === null ? null : value / 100}
              onChange={(points) => onScore(leaf.key, points === null ? null : hundredthsOf(points))}
              decimals={2}
              unit={`/ ${pointsText(max)}`}
            />
          </fieldset>
        )}
      </div>
      {words && <LeafWords leaf={leaf} words={words} error={errors[`/comments/${leaf.key}`]} vetoed={vetoed} />}
    </li>
  )
}

function Subtotal({
  node,
  scores,
  sources,
}: {
  node: Criterion
  scores: ScoringLeavesProps['scores']
  sources: readonly string[]
}) {
  const { total, most } = subtotalOf(
    leavesOf([node]).filter((leaf) => sources.includes(sourceOf(leaf))),
    scores,
  )
  return (
    <span class="scoring-subtotal">{t('scoring.subtotal', { points: pointsText(total), most: pointsText(most) })}</span>
  )
}

/** The criteria that somebody judges, an expert unless said, under the headings of their groups. */
export function ScoringLeaves({ criteria, sources = judged, ...rest }: ScoringLeavesProps) {
  return (
    <ol class="scoring-leaves">
      {criteria
        .filter((node) => leavesOf([node]).some((leaf) => sources.includes(sourceOf(leaf))))
        .map((node) =>
          node.kind === 'leaf' ? (
            <Leaf key={node.key} leaf={node} {...rest} />
          ) : (
            <li key={node.key} class="scoring-group">
              <h3>
                {node.title}
                {rest.words && <Subtotal node={node} scores={rest.scores} sources={sources} />}
              </h3>
              <ScoringLeaves criteria={node.children ?? []} sources={sources} {...rest} />
            </li>
          ),
        )}
    </ol>
  )
}
