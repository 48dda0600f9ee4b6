import { METRICS, type MetricKey } from '@shixun/domain/quality/assessments/metrics'
import * as z from 'zod'
import { Day, Id, Instant, item } from './shapes.ts'

const METRIC_KEYS = Object.keys(METRICS) as [MetricKey, ...MetricKey[]]
const Metric = z.enum(METRIC_KEYS)
export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

const RuleKey = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/)
const Percent = z.int().min(0).max(100_000)
const Points = z.int().min(1).max(10_000)
const Days = z.int().min(1).max(365)

/** When an alarm sounds; limits and falls in hundredths of a percent or of a point. */
const AlarmRuleShape = z.discriminatedUnion('kind', [
  z.strictObject({ key: RuleKey, kind: z.literal('below'), metric: Metric, limit: Percent }),
  z.strictObject({ key: RuleKey, kind: z.literal('fall'), metric: z.enum([...METRIC_KEYS, 'total']), points: Points }),
  z.strictObject({ key: RuleKey, kind: z.literal('overdue'), days: Days }),
  z.strictObject({ key: RuleKey, kind: z.literal('silent'), days: Days }),
])

/** The setting `assessment`: by which rubric, until which day of a month, with which alarms. */
export const AssessmentSettingShape = z.strictObject({
  rubricId: Id.nullable(),
  calls: z.array(z.strictObject({ callId: Id, rubricId: Id.nullable() })).max(100),
  dayOfMonth: z.int().min(1).max(31),
  alarms: z.array(AlarmRuleShape).max(30),
})

/** A closed month: points of 100, null while nothing could be measured. `late`: closed days after its time. */
const MonthTotal = z.strictObject({
  month: Month,
  total: z.number().nullable(),
  band: z.string().nullable(),
  late: z.boolean(),
})

/** Percentages by metric; one without a figure is absent. */
const Figures = z.record(z.string(), z.number())

export const AssessmentCard = z.strictObject({
  ...item,
  projectId: Id,
  title: z.string(),
  unitId: Id,
  unitName: z.string(),
  rubricId: Id,
  state: z.enum(['running', 'paused', 'ended']),
  month: Month,
  asOf: Day,
  total: z.number().nullable(),
  band: z.string().nullable(),
  /** Points of the rubric that have a figure now, and that data will ever fill. */
  present: z.number(),
  measurable: z.number(),
  figures: Figures,
  trend: z.array(MonthTotal),
  /** Alarms that wait for somebody, and all that stand. */
  alarms: z.int(),
  standing: z.int(),
  computedAt: Instant,
})

const Counted = { numerator: z.number(), denominator: z.number(), value: z.number() }
/** One metric: percent from whole counts, where they come from, and what was reported if it says something else. */
export const Reading = z.strictObject({
  metric: Metric,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unit: z.string(),
  origin: z.enum(['computed', 'reported']).nullable(),
  reason: z.string().nullable(),
  from: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
  differs: z.strictObject(Counted).nullable(),
})

export const AssessedLeaf = z.strictObject({
  key: z.string(),
  title: z.string(),
  source: z.string(),
  metric: z.string().nullable(),
  nature: z.string(),
  max: z.number(),
  points: z.number().nullable(),
})

export const Snapshot = z.strictObject({
  id: Id,
  month: Month,
  asOf: Day,
  total: z.number().nullable(),
  band: z.string().nullable(),
  present: z.number(),
  figures: Figures,
  sha256: z.string(),
  late: z.boolean(),
  computedAt: Instant,
})

const Finding = { rule: RuleKey, subject: z.string() }
/** What a rule found: figures in hundredths of a percent or of a point, days in whole days. */
export const AlarmFinding = z.discriminatedUnion('kind', [
  z.strictObject({ ...Finding, kind: z.literal('below'), metric: Metric, value: z.int(), limit: z.int() }),
  z.strictObject({
    ...Finding,
    kind: z.literal('fall'),
    metric: z.enum([...METRIC_KEYS, 'total']),
    before: z.int(),
    value: z.int(),
    points: z.int(),
  }),
  z.strictObject({ ...Finding, kind: z.literal('overdue'), text: z.string(), to: Day, days: z.int() }),
  z.strictObject({ ...Finding, kind: z.literal('silent'), lastOn: Day, days: z.int() }),
])

export const Alarm = z.strictObject({
  ...item,
  projectId: Id,
  projectTitle: z.string(),
  unitId: Id,
  unitName: z.string(),
  kind: z.enum(['below', 'fall', 'overdue', 'silent']),
  state: z.enum(['open', 'explained', 'acknowledged', 'gone']),
  /** What was found, in one line of Chinese, and as data for whoever says it in words of their own. */
  text: z.string(),
  found: AlarmFinding,
  month: Month,
  explanation: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: Instant,
  goneAt: Instant.nullable(),
})

export const Lift = z.strictObject({
  leaf: z.string(),
  title: z.string(),
  metric: Metric,
  max: z.number(),
  now: z.number().nullable(),
  best: z.number(),
  gain: z.number(),
  lost: z.number(),
  /** What to do (`code`), so often (`n` of `unit`), until a day; not `sure`: the gain is the most that it can bring. */
  code: z.string(),
  n: z.number(),
  unit: z.string(),
  by: Day.nullable(),
  sure: z.boolean(),
})

export const Milestone = z.strictObject({
  key: z.string(),
  text: z.string(),
  from: Day,
  to: Day,
  settledOn: Day.nullable(),
  note: z.string(),
  standing: z.enum(['on_time', 'late', 'coming', 'overdue']),
})
