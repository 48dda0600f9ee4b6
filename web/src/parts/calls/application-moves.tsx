import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import type { Move } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { t, wordFor } from '../../words/words.ts'

export type Application = OutputOf<'readApplication'>

const outcomes = ['revise', 'major_revision'] as const

/** Every move of an application that this client can make; the API says which of them are open. */
export function useApplicationMoves(one: Pick<Application, 'id' | 'version' | 'submissionNo'>): readonly Move[] {
  const { district } = useActing()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('revise')
  const params = { district, id: one.id }
  const ifMatch = one.version
  return [
    {
      action: 'withdraw',
      note: one.submissionNo > 0 ? 'required' : 'optional',
      kind: 'danger',
      message: one.submissionNo > 0 ? t('files.withdrawReason') : t('calls.withdrawHelp'),
      send: (note) => call('withdrawApplication', { params, body: { note }, ifMatch }),
    },
    {
      action: 'return',
      note: 'required',
      message: (
        <Field label={t('calls.outcome')} group>
          {(link) => (
            <RadioGroup
              {...link}
              value={outcome}
              onChange={(value) => setOutcome(value === 'major_revision' ? 'major_revision' : 'revise')}
              options={outcomes.map((code) => ({ value: code, label: wordFor('outcome', code) }))}
            />
          )}
        </Field>
      ),
      send: (note = '') => call('returnApplication', { params, body: { note, outcome }, ifMatch }),
    },
    {
      action: 'reject',
      note: 'required',
      kind: 'danger',
      message: t('calls.rejectHelp'),
      send: (note = '') => call('rejectApplication', { params, body: { note }, ifMatch }),
    },
    {
      action: 'screen',
      note: 'optional',
      kind: 'primary',
      message: t('calls.screenHelp'),
      send: (note) => call('screenApplication', { params, body: { note }, ifMatch }),
    },
    {
      action: 'approve',
      note: 'optional',
      kind: 'primary',
      message: t('calls.approveHelp'),
      send: (note) => call('approveApplication', { params, body: { note }, ifMatch }),
    },
  ]
}
