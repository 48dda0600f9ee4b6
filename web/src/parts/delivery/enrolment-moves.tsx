import { call, type OutputOf } from '../../call.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { t, wordFor } from '../../words/words.ts'

type Enrolment = OutputOf<'readEnrolment'>

const word = (action: string) => wordFor('enrolmentAction', action)

function movesOf(district: string, { id, version, name }: Enrolment): readonly Move[] {
  const one = { params: { district, id }, ifMatch: version }
  const noted = (note: string | undefined) => (note === undefined ? {} : { note })
  const reasoned = (note: string | undefined) => ({ note: note ?? '' })
  const about = (help: string) => (
    <>
      <strong>{name}</strong>
      <p>{help}</p>
    </>
  )
  return [
    {
      action: 'admit',
      label: word('admit'),
      kind: 'primary',
      note: 'none',
      message: about(t('enrol.admitOne')),
      send: () => call('admitEnrolment', { ...one, body: {} }),
    },
    {
      action: 'accept',
      label: word('accept'),
      kind: 'primary',
      note: 'none',
      message: about(t('enrol.acceptHelp')),
      send: () => call('acceptEnrolment', { ...one, body: {} }),
    },
    {
      action: 'waive',
      label: word('waive'),
      kind: 'primary',
      note: 'required',
      message: about(t('enrol.waiveHelp')),
      send: (note) => call('waiveEnrolment', { ...one, body: { reason: note ?? '' } }),
    },
    {
      action: 'offer',
      label: word('offer'),
      note: 'optional',
      message: about(t('enrol.offerHelp')),
      send: (note) => call('offerEnrolment', { ...one, body: noted(note) }),
    },
    {
      action: 'queue',
      label: word('queue'),
      note: 'optional',
      message: about(t('enrol.queueHelp')),
      send: (note) => call('queueEnrolment', { ...one, body: noted(note) }),
    },
    {
      action: 'recall',
      label: word('recall'),
      note: 'required',
      message: about(t('enrol.recallHelp')),
      send: (note) => call('recallEnrolment', { ...one, body: reasoned(note) }),
    },
    {
      action: 'refuse',
      label: word('refuse'),
      kind: 'danger',
      note: 'required',
      message: about(t('enrol.refuseHelp')),
      send: (note) => call('refuseEnrolment', { ...one, body: reasoned(note) }),
    },
    {
      action: 'withdraw',
      label: word('withdraw'),
      kind: 'danger',
      note: 'required',
      message: about(t('enrol.withdrawHelp')),
      send: (note) => call('withdrawEnrolment', { ...one, body: reasoned(note) }),
    },
  ]
}

interface EnrolmentMovesProps {
  enrolment: Enrolment
  quiet?: boolean | undefined
}

/** What may be done with one enrolment now, each with its question first. */
export function EnrolmentMoves({ enrolment, quiet }: EnrolmentMovesProps) {
  const { district } = useActing()
  return (
    <MoveButtons
      offered={enrolment.actions}
      moves={movesOf(district, enrolment)}
      size={quiet ? 'small' : undefined}
      quiet={quiet}
    />
  )
}
