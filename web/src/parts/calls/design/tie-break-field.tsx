import type { OutputOf } from '../../../call.ts'
import { useActing } from '../../../session.ts'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'

interface TieBreakFieldProps {
  rubricId: string | null
  value: readonly string[]
  onChange: (rules: string[]) => void
  error?: string | undefined
}

type Criterion = OutputOf<'readRubric'>['body']['criteria'][number]

const smallerGap = '@gap'

function givesPoints(node: Criterion): boolean {
  if (node.kind === 'group') return 'children' in node && (node.children ?? []).some(givesPoints)
  return (node.source ?? 'expert') === 'expert' && (node.nature ?? 'score') === 'score'
}

/** What can be chosen: groups and criteria that experts give points to, in the order of the rubric, and the smaller gap. */
function choicesIn(nodes: readonly Criterion[]): { value: string; label: string }[] {
  return nodes
    .filter(givesPoints)
    .flatMap((node) => [
      { value: node.key, label: node.title },
      ...choicesIn('children' in node ? (node.children ?? []) : []),
    ])
}

/** As many rules as a call may name one after another. */
const most = 3

/** 并列时依次比较：by what equal scores are separated; none leaves ties to the office. */
export function TieBreakField({ rubricId, value, onChange, error }: TieBreakFieldProps) {
  const { district } = useActing()
  const query = useQuery('readRubric', rubricId === null ? null : { params: { district, id: rubricId } })
  const offered = [...choicesIn(query.data?.body.criteria ?? []), { value: smallerGap, label: t('calls.tieGap') }]
  const gone = value.filter((key) => !offered.some((one) => one.value === key))
  const options = [...offered, ...gone.map((key) => ({ value: key, label: key }))]
  const rules = [...value.slice(0, most), ...(value.length < most ? [''] : [])]
  const set = (at: number, next: string) =>
    onChange([...value.slice(0, at), ...(next ? [next, ...value.slice(at + 1)] : [])])
  return (
    <div class="grid-2">
      {rules.map((rule, at) => (
        <Field
          key={String(at)}
          label={at === 0 ? t('calls.tieBreak') : t('calls.tieRule', { n: at + 1 })}
          help={at === 0 ? t('calls.tieBreakHelp') : undefined}
          error={at === 0 ? error : undefined}
        >
          {(link) => (
            <Select
              {...link}
              value={rule}
              onChange={(next) => set(at, next)}
              options={options.filter((one) => one.value === rule || !value.includes(one.value))}
              placeholder={t(at === 0 ? 'calls.tieNone' : 'calls.tieEnd')}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
