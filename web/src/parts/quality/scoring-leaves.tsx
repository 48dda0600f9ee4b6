import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Tag } from '../../ui/tag.tsx'
import { t, wordFor } from '../../words/words.ts'
import { hundredthsOf, pointsText, stepped } from './hundredths.ts'
import { type Criterion, leavesOf, natureOf, sourceOf } from './rubric-tree.ts'

interface ScoringLeavesProps {
  criteria: readonly Criterion[]
  /** Sources of the leaves that are filled in here. */
  sources?: readonly string[] | undefined
  scores: Readonly<Record<string, number>>
  /** By JSON pointer, as `/scores/input.course`. */
  errors: Readonly<Record<string, string>>
  onScore: (key: string, value: number | null) => void
}

const raised = 100

function Leaf({
  leaf,
  scores,
  errors,
  onScore,
}: Omit<ScoringLeavesProps, 'criteria' | 'sources'> & { leaf: Criterion }) {
  const nature = natureOf(leaf)
  const value = scores[leaf.key] ?? null
  const max = leaf.max ?? 0
  const refused = errors[`/scores/${leaf.key}`]
  // the API counts in hundredths; people here do not
  const error =
    refused && value !== null && nature !== 'veto' ? t('quality.scoreRange', { max: pointsText(max) }) : refused
  const id = `score-${leaf.key}`
  return (
    <li class="scoring-leaf">
      <div class="scoring-what">
        <div id={id}>
          {leaf.title}{' '}
          {nature !== 'score' && <Tag tone={nature === 'veto' ? 'red' : 'amber'}>{wordFor('nature', nature)}</Tag>}
        </div>
        {leaf.help && (
          <div class="field-help" id={`${id}-help`}>
            {leaf.help}
          </div>
        )}
        {error && (
          <div class="field-error" id={`${id}-error`}>
            {error}
          </div>
        )}
      </div>
      {nature === 'veto' ? (
        <RadioGroup
          value={value === null ? '' : String(value)}
          onChange={(next) => onScore(leaf.key, Number(next))}
          options={[
            { value: '0', label: t('quality.vetoClear') },
            { value: String(raised), label: t('quality.vetoRaised') },
          ]}
          aria-invalid={error ? true : undefined}
        />
      ) : (
        // the arrows belong to the number, wherever the caret stands in it
        <fieldset
          class="scoring-points"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            onScore(leaf.key, stepped(value, max, event.key === 'ArrowUp'))
          }}
        >
          <NumberInput
            aria-label={t('quality.scoreOf', { title: leaf.title, max: pointsText(max) })}
            aria-describedby={error ? `${id}-error` : leaf.help ? `${id}-help` : undefined}
            aria-invalid={error ? true : undefined}
            value={value === null ? null : value / 100}
            onChange={(points) => onScore(leaf.key, points === null ? null : hundredthsOf(points))}
            decimals={2}
            unit={`/ ${pointsText(max)}`}
          />
        </fieldset>
      )}
    </li>
  )
}

const judged: readonly string[] = ['expert']

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
              <h3>{node.title}</h3>
              <ScoringLeaves criteria={node.children ?? []} sources={sources} {...rest} />
            </li>
          ),
        )}
    </ol>
  )
}
