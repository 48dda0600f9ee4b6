import type { RaisedAlarm } from '@shixun/domain/quality/assessments/alarm-rules'
import { alarmText } from './alarm-text.ts'

/** What an alarm found, beside the project it is about. */
export function AlarmLine({ found }: { found: RaisedAlarm }) {
  return <span class="muted">{alarmText(found)}</span>
}
