import { type CallInput, call, type OutputOf } from '../../../call.ts'
import { type Move, MoveButtons } from '../../../frame/move-buttons.tsx'
import { useActing } from '../../../session.ts'
import { t } from '../../../words/words.ts'

export type Alarm = OutputOf<'listAlarms'>['items'][number]
type Reasoned = 'explainAlarm' | 'acknowledgeAlarm'

/** What the unit and the office may do about an alarm, each with its words. */
export function AlarmMoves({ alarm }: { alarm: Alarm }) {
  const { district } = useActing()
  const move = (action: string, id: Reasoned, label: string, message: string): Move => ({
    action,
    label,
    message,
    note: 'required',
    send: (note = '') =>
      call(id, {
        params: { district, id: alarm.id },
        body: { note },
        ifMatch: alarm.version,
      } satisfies CallInput<Reasoned>),
  })
  return (
    <MoveButtons
      quiet
      size="small"
      offered={alarm.actions}
      moves={[
        move('explain', 'explainAlarm', t('assessments.explain'), t('assessments.explainHelp')),
        move('acknowledge', 'acknowledgeAlarm', t('assessments.acknowledge'), t('assessments.acknowledgeHelp')),
      ]}
    />
  )
}
