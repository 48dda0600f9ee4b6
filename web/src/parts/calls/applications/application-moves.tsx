import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../../call.ts'
import type { Move } from '../../../frame/move-buttons.tsx'
import { useActing } from '../../../session.ts'
import { t } from '../../../words/words.ts'
import { type ReturnOutcome, ReturnOutcomeField } from './return-outcome.tsx'

export type Application = OutputOf<'readApplication'>

/** Every move of an application that this client can make; the API says which of them are open. */
export function useApplicationMoves(one: Pick<Application, 'id' | 'version' | 'submissionNo'>): readonly Move[] {
  const { district } = useActing()
  const [outcome, setOutcome] = useState<ReturnOutcome>('revise')
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
      message: <ReturnOutcomeField value={outcome} onChange={setOutcome} />,
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
