import { type Hundredths, rational, toHundredths } from '../rational.ts'

/** What both sides of a metric count. A quarter minute: lessons (学时, 45 minutes) come in quarters. */
type MetricUnit = 'persons' | 'times' | 'minutes' | 'quarter_minutes' | 'points' | 'papers' | 'milestones' | 'fen'

/** What a metric divides by what. `whole`: the numerator is part of the denominator, so that 100 % is the most. */
export type MetricDefinition = {
  title: string
  numerator: string
  denominator: string
  unit: MetricUnit
  whole: boolean
}

/** Figures of `domain.md` §4. Both sides are whole counts: persons, minutes, fen, points. */
export const METRICS = {
  participation: {
    title: '参培率',
    numerator: '实际参训人数',
    denominator: '应参训人数',
    unit: 'persons',
    whole: true,
  },
  learning: {
    title: '学习率',
    numerator: '已学完课程的人次',
    denominator: '应学课程的人次',
    unit: 'times',
    whole: true,
  },
  completion: { title: '结业率', numerator: '结业人数', denominator: '参训人数', unit: 'persons', whole: true },
  attendance: {
    title: '出勤率',
    numerator: '实到时长(分钟)',
    denominator: '应到时长(分钟)',
    unit: 'minutes',
    whole: true,
  },
  hours_delivered: {
    title: '课时完成率',
    numerator: '已开学时',
    denominator: '承诺学时×班次数',
    unit: 'quarter_minutes',
    whole: false,
  },
  satisfaction: {
    title: '满意度',
    numerator: '问卷得分合计',
    denominator: '问卷满分合计',
    unit: 'points',
    whole: true,
  },
  response_rate: {
    title: '问卷回收率',
    numerator: '收回问卷数',
    denominator: '发放问卷数',
    unit: 'papers',
    whole: true,
  },
  milestones_on_time: {
    title: '节点按期率',
    numerator: '按期完成节点数',
    denominator: '已到期节点数',
    unit: 'milestones',
    whole: true,
  },
  budget_execution: {
    title: '预算执行率',
    numerator: '已支出金额(分)',
    denominator: '预算金额(分)',
    unit: 'fen',
    whole: false,
  },
  follow_up_3: {
    title: '三个月跟踪完成率',
    numerator: '已跟踪人数',
    denominator: '应跟踪人数',
    unit: 'persons',
    whole: true,
  },
  follow_up_6: {
    title: '六个月跟踪完成率',
    numerator: '已跟踪人数',
    denominator: '应跟踪人数',
    unit: 'persons',
    whole: true,
  },
  follow_up_12: {
    title: '十二个月跟踪完成率',
    numerator: '已跟踪人数',
    denominator: '应跟踪人数',
    unit: 'persons',
    whole: true,
  },
} as const satisfies Record<string, MetricDefinition>

export type MetricKey = keyof typeof METRICS

export type MetricReason = 'denominator_zero' | 'not_a_count' | 'more_than_whole'

/** `value` in hundredths of a percent (9235 = 92.35 %), rounded once, half up; null with the reason. */
export type MetricFigure = { metric: MetricKey; numerator: number; denominator: number } & (
  | { value: Hundredths; reason: null }
  | { value: null; reason: MetricReason }
)

export function isMetricKey(key: string): key is MetricKey {
  return Object.hasOwn(METRICS, key)
}

/** numerator/denominator as a percentage. Nothing counted against is null (`denominator_zero`), never zero. */
export function metricFigure(metric: MetricKey, counts: { numerator: number; denominator: number }): MetricFigure {
  const { numerator, denominator } = counts
  const undefinedFor = (reason: MetricReason): MetricFigure => ({ metric, numerator, denominator, value: null, reason })
  const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0
  if (!isCount(numerator) || !isCount(denominator)) return undefinedFor('not_a_count')
  if (denominator === 0) return undefinedFor('denominator_zero')
  if (METRICS[metric].whole && numerator > denominator) return undefinedFor('more_than_whole')
  const value = toHundredths(rational(BigInt(numerator) * 100n, denominator))
  return { metric, numerator, denominator, value, reason: null }
}
