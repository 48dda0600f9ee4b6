import { useState } from 'preact/hooks'
import { type Answer, type CallInput, call } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import type { ProblemError } from '../../../problem.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'

interface RubricChoiceProps {
  value: string | null
  onChange: (id: string | null) => void
  error?: string | undefined
}

type RubricBody = CallInput<'createRubric'>['body']['body']

/** A published rubric for the review, or a sample that is made one at once. */
export function RubricChoice({ value, onChange, error }: RubricChoiceProps) {
  const { district } = useActing()
  const rubrics = useQuery('listRubrics', { params: { district }, query: { use: 'review', limit: 200 } })
  const samples = useQuery('readSamples', { params: { district } })
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  async function publish(sample: string, body: RubricBody): Promise<Answer<{ id: string }>> {
    const made = await call('createRubric', { params: { district }, body: { purpose: 'review', sample, body } })
    if (!made.ok) return made
    const params = { district, id: made.body.id }
    return await call('publishRubric', { params, body: {}, ifMatch: made.body.version })
  }
  async function take(sample: string, body: RubricBody) {
    setBusy(true)
    const answer = await publish(sample, body)
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    refreshAll()
    if (answer.ok) onChange(answer.body.id)
  }
  return (
    <QueryView query={rubrics}>
      {({ items }) => {
        const offered = (samples.data?.rubrics ?? []).filter(
          (one) => one.purpose === 'review' && !items.some(({ title }) => title === one.title),
        )
        return (
          <>
            <Field label={t('calls.rubric')} help={t('calls.rubricHelp')} error={error}>
              {(link) => (
                <Select
                  {...link}
                  value={value ?? ''}
                  onChange={(id) => onChange(id === '' ? null : id)}
                  options={items.map(({ id, title, no }) => ({
                    value: id,
                    label: t('calls.rubricVersion', { title, n: no }),
                  }))}
                  placeholder={t('calls.noRubricYet')}
                />
              )}
            </Field>
            {problem && (
              <Callout kind="error" title={problem.title}>
                {problem.detail}
              </Callout>
            )}
            {offered.length > 0 && (
              <div class="row">
                <span class="muted">{t('calls.rubricSamples')}</span>
                {offered.map((one) => (
                  // the contract leaves the sample's body open; it is a body of a rubric by its making
                  <Button
                    key={one.key}
                    size="small"
                    busy={busy}
                    onClick={() => void take(one.key, one.body as RubricBody)}
                  >
                    {one.title}
                  </Button>
                ))}
              </div>
            )}
          </>
        )
      }}
    </QueryView>
  )
}
