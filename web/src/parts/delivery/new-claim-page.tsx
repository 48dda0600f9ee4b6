import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { EvidenceField } from '../../frame/evidence-field.tsx'
import { loadUnits } from '../../frame/load-units.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { type Evidence, idsOf } from '../../frame/use-evidence.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

interface ClaimFormProps {
  teacher: string | undefined
}

/** The form for one teacher: which session, how many minutes, what was done, and what proves it. */
function ClaimForm({ teacher }: ClaimFormProps) {
  const { district } = useActing()
  const { route } = useLocation()
  const query = useQuery('listClaimableSessions', { params: { district }, query: teacher ? { teacher } : {} })
  const { send, busy, problem } = useSend('createHoursClaim')
  const [session, setSession] = useState('')
  const [minutes, setMinutes] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  const errors = problem?.fields ?? {}
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  const waiting = evidence.some(({ fileId, error }) => fileId === null && error === undefined)
  return (
    <QueryView query={query} skeleton="form">
      {({ items }) => {
        const chosen = items.find(({ sessionId }) => sessionId === session)
        if (items.length === 0) return <EmptyState title={t('hours.noClaimable')} help={t('hours.noClaimableHelp')} />
        async function save() {
          if (!chosen) return
          const body = {
            ...{ sessionId: chosen.sessionId, minutes: minutes ?? chosen.minutes, note: note.trim() },
            ...(teacher ? { teacherId: teacher } : {}),
            evidence: idsOf(evidence),
          }
          const answer = await send({ params: { district }, body })
          if (!answer.ok) return
          showToast({ kind: 'success', text: t('hours.claimSent') })
          route('/hours-claims')
        }
        return (
          <form
            class="card stack"
            onSubmit={(event) => {
              event.preventDefault()
              if (!busy && !waiting) void save()
            }}
          >
            {problem && (
              <Callout kind="error" title={problem.title}>
                {problem.detail}
              </Callout>
            )}
            <Field label={t('hours.claimWhat')} required error={errors['/sessionId']}>
              {(link) => (
                <Select
                  {...link}
                  value={session}
                  onChange={(value) => {
                    setSession(value)
                    setMinutes(items.find(({ sessionId }) => sessionId === value)?.minutes ?? null)
                  }}
                  options={items.map(({ sessionId, topic, cohortTitle, channel, startsAt }) => ({
                    value: sessionId,
                    label: `${formatInstant(startsAt).slice(0, 10)} ${topic}（${wordFor('channel', channel)}，${cohortTitle}）`,
                  }))}
                />
              )}
            </Field>
            <Field
              label={t('hours.claimMinutes')}
              required
              short
              help={chosen && t('hours.claimMinutesHelp', { n: chosen.minutes })}
              error={errors['/minutes']}
            >
              {(link) => <NumberInput {...link} value={minutes} onChange={setMinutes} unit={t('hours.minutes')} />}
            </Field>
            <Field label={t('hours.claimNote')} required help={t('hours.claimNoteHelp')} error={errors['/note']}>
              {(link) => <Textarea {...link} value={note} onChange={setNote} rows={3} maxLength={500} />}
            </Field>
            <EvidenceField
              required
              value={evidence}
              onChange={setEvidence}
              error={errors['/evidence'] ?? errors['/evidence/0']}
            />
            <div class="row">
              <Button kind="primary" type="submit" busy={busy} disabled={!chosen || note.trim() === '' || waiting}>
                {t('hours.newClaim')}
              </Button>
              <Button href="/hours-claims">{t('ui.cancel')}</Button>
            </div>
          </form>
        )
      }}
    </QueryView>
  )
}

/** 申报学时 of a session that nobody saw; a school first says for whom. */
export function NewClaimPage() {
  const { district, role } = useActing()
  const [teacher, setTeacher] = useState<Choice | null>(null)
  const self = role === 'teacher'
  return (
    <>
      <PageHead
        title={t('hours.newClaim')}
        help={t('hours.claimsHelp')}
        crumbs={[{ label: t('hours.claims'), href: '/hours-claims' }, { label: t('hours.newClaim') }]}
      />
      {!self && (
        <section class="card">
          <Field label={t('hours.claimTeacher')} required>
            {(link) => (
              <Combobox
                {...link}
                value={teacher}
                onChange={setTeacher}
                load={(q) => loadUnits('teacher', district, q)}
              />
            )}
          </Field>
        </section>
      )}
      {self && <ClaimForm teacher={undefined} />}
      {!self && teacher && <ClaimForm key={teacher.value} teacher={teacher.value} />}
      {!self && !teacher && (
        <div class="card">
          <EmptyState title={t('hours.chooseTeacher')} />
        </div>
      )}
    </>
  )
}
