import type { Machine } from '../../shared/machine.ts'
import { formatHundredths } from '../rational.ts'
import type { RaisedAlarm } from './alarm-rules.ts'
import { METRICS, type MetricKey } from './metrics.ts'

export type AlarmState = 'open' | 'explained' | 'acknowledged' | 'gone'
export type AlarmAction = 'explain' | 'acknowledge' | 'lapse'

/** The life of an alarm of the dynamic assessment: the unit explains, the office takes note, and it goes when its cause does. */
export const ASSESSMENT_ALARM: Machine<AlarmState, AlarmAction> = {
  entity: 'assessment_alarm',
  title: '动态考核预警',
  initial: 'open',
  states: {
    open: '待处理：承办单位说明情况，教育局确认',
    explained: '承办单位已说明，等待教育局确认',
    acknowledged: '教育局已确认，继续跟踪',
    gone: '已解除',
  },
  moves: [
    {
      action: 'explain',
      from: ['open'],
      to: 'explained',
      roles: ['school_admin', 'provider'],
      note: 'required',
      meaning: '说明原因和改进措施',
    },
    {
      action: 'acknowledge',
      from: ['open', 'explained'],
      to: 'acknowledged',
      roles: ['office'],
      note: 'required',
      meaning: '确认已知悉，写明处理意见',
    },
    {
      action: 'lapse',
      from: ['open', 'explained', 'acknowledged'],
      to: 'gone',
      roles: ['system'],
      meaning: '情况消除，自动解除',
    },
  ],
  waits: {
    open: [{ role: 'office' }, { role: 'school_admin', days: 7 }, { role: 'provider', days: 7 }],
    explained: [{ role: 'office', days: 7 }],
  },
}

function nameOf(metric: MetricKey | 'total'): string {
  return metric === 'total' ? '阶段分' : METRICS[metric].title
}

/** An alarm in one line, for inboxes and lists: 出勤率 72.50%，低于 80.00%. */
export function alarmText(alarm: RaisedAlarm): string {
  switch (alarm.kind) {
    case 'below':
      return `${nameOf(alarm.metric)} ${formatHundredths(alarm.value)}%，低于 ${formatHundredths(alarm.limit)}%`
    case 'fall': {
      const [percent, unit] = alarm.metric === 'total' ? ['', '分'] : ['%', '个百分点']
      const [before, value] = [alarm.before, alarm.value].map((figure) => `${formatHundredths(figure)}${percent}`)
      const fall = formatHundredths(alarm.before - alarm.value)
      return `${nameOf(alarm.metric)}由 ${before} 降到 ${value}，比上月低 ${fall} ${unit}`
    }
    case 'overdue':
      return `节点“${alarm.text}”应于 ${alarm.to} 前完成，已逾期 ${alarm.days} 天`
    case 'silent':
      return `已 ${alarm.days} 天没有新的实施数据，最近一次为 ${alarm.lastOn}`
  }
}
