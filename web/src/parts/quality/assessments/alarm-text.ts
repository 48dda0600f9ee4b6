import type { RaisedAlarm } from '@shixun/domain/quality/assessments/alarm-rules'
import { formatDate, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

/** Figures of alarms are whole hundredths. */
const figure = (hundredths: number) => formatNumber(hundredths / 100, 2)

/** An alarm in one line, in the language that is spoken: 出勤率 72.50%，低于 80.00%. */
export function alarmText(found: RaisedAlarm): string {
  switch (found.kind) {
    case 'below':
      return t('alarms.below', {
        metric: wordFor('assessed', found.metric),
        value: figure(found.value),
        limit: figure(found.limit),
      })
    case 'fall':
      return t(found.metric === 'total' ? 'alarms.fallTotal' : 'alarms.fall', {
        metric: wordFor('assessed', found.metric),
        before: figure(found.before),
        value: figure(found.value),
        fall: figure(found.before - found.value),
      })
    case 'overdue':
      return t('alarms.overdue', { text: found.text, day: formatDate(found.to), n: found.days })
    case 'silent':
      return t('alarms.silent', { n: found.days, day: formatDate(found.lastOn) })
  }
}
