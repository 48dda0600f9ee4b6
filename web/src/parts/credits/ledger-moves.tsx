import { call } from '../../call.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import type { ItemOf } from '../../use-pages.ts'
import { t } from '../../words/words.ts'

export type Entry = ItemOf<'listLedger'>

function movesOf(district: string, { id, version, teacherName, title, hours }: Entry): Move[] {
  const one = { params: { district, id }, ifMatch: version }
  const about = (help: string) => (
    <>
      <strong>
        {teacherName}　{title}　{t('ledger.hoursOf', { n: hours })}
      </strong>
      <p>{help}</p>
    </>
  )
  return [
    {
      action: 'confirm',
      label: t('ledger.confirm'),
      message: about(t('ledger.confirmHelp')),
      note: 'optional',
      kind: 'primary',
      send: (note) => call('confirmLedgerEntry', { ...one, body: { recognise: true, ...(note ? { note } : {}) } }),
    },
    {
      action: 'refuse',
      label: t('ledger.refuse'),
      message: about(t('ledger.refuseHelp')),
      note: 'required',
      kind: 'danger',
      send: (note = '') => call('refuseLedgerEntry', { ...one, body: { note } }),
    },
    {
      action: 'withdraw',
      label: t('ledger.withdraw'),
      message: about(t('ledger.withdrawHelp')),
      note: 'none',
      send: () => call('withdrawLedgerEntry', { ...one, body: {} }),
    },
    {
      action: 'reverse',
      label: t('ledger.reverse'),
      message: about(t('ledger.reverseHelp')),
      note: 'required',
      kind: 'danger',
      send: (reason = '') => call('reverseLedgerEntry', { ...one, body: { reason } }),
    },
  ]
}

interface LedgerMovesProps {
  entry: Entry
  quiet?: boolean | undefined
}

/** What may be done with an entry now. */
export function LedgerMoves({ entry, quiet }: LedgerMovesProps) {
  const { district } = useActing()
  return <MoveButtons offered={entry.actions} moves={movesOf(district, entry)} size="small" quiet={quiet} />
}
