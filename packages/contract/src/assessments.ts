import * as z from 'zod'
import { Alarm, AssessedLeaf, AssessmentCard, Lift, Milestone, Month, Reading, Snapshot } from './assessment-shapes.ts'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, Note, pageOf, paging, Reasoned } from './shapes.ts'
import { assessmentSheets as SHEETS } from './sheets/assessments.ts'

/** A project as it stands now: figures with their inputs, closed months, alarms, and what would lift the score. */
const ProjectAssessment = z.strictObject({
  ...item,
  title: z.string(),
  unitId: Id,
  unitName: z.string(),
  projectState: z.string(),
  /** Why the project has no score; null when it is assessed. */
  without: z.enum(['no_rubric', 'rubric_gone', 'state']).nullable(),
  rubric: z.strictObject({ id: Id, title: z.string() }).nullable(),
  month: Month,
  asOf: Day,
  closesOn: Day,
  total: z.number().nullable(),
  band: z.string().nullable(),
  bandTitle: z.string().nullable(),
  weight: z.strictObject({ whole: z.number(), measurable: z.number(), present: z.number() }),
  readings: z.array(Reading),
  leaves: z.array(AssessedLeaf),
  months: z.array(Snapshot),
  alarms: z.array(Alarm),
  lifts: z.array(Lift),
  /** Points that people judge at completion, by who. */
  later: z.array(z.strictObject({ source: z.string(), max: z.number() })),
  reachable: z.number().nullable(),
  milestones: z.array(Milestone),
  /** When the lists were last brought up to date; null before the first time. */
  computedAt: Instant.nullable(),
})

const SnapshotWhole = z.strictObject({
  ...Snapshot.shape,
  projectId: Id,
  unitId: Id,
  rubricId: Id,
  engine: z.string(),
  readings: z.array(Reading),
  leaves: z.array(AssessedLeaf),
  /** Everything it was made from, and the derivation to the byte: its canonical JSON has the hash `sha256`. */
  inputs: z.unknown(),
  derivation: z.unknown(),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional', out: Alarm, body: Reasoned } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Dynamic assessment (动态考核) of running projects. */
export const assessmentRoutes = {
  listAssessments: route({
    ...base,
    id: 'listAssessments',
    method: 'GET',
    path: `${D}/assessments`,
    may: 'assessment.read',
    summary: '动态考核：各项目本月的阶段分、走势和预警',
    query: z.strictObject({ ...paging, alarms: z.enum(['standing']).optional() }),
    out: pageOf(AssessmentCard),
    sheet: SHEETS.assessments,
    status: 200,
    refusals: [],
  }),
  readProjectAssessment: route({
    ...base,
    id: 'readProjectAssessment',
    method: 'GET',
    path: `${D}/projects/:id/assessment`,
    may: 'assessment.read',
    summary: '一个项目的动态考核：指标与依据、走势、预警、提分清单',
    out: ProjectAssessment,
    status: 200,
    refusals: ['not-found'],
  }),
  readProjectSnapshot: route({
    ...base,
    id: 'readProjectSnapshot',
    method: 'GET',
    path: `${D}/projects/:id/snapshots/:month`,
    may: 'assessment.read',
    summary: '一个月的考核快照：依据、推导和指纹',
    out: SnapshotWhole,
    status: 200,
    refusals: ['not-found'],
  }),
  recomputeAssessment: route({
    ...base,
    id: 'recomputeAssessment',
    method: 'POST',
    path: `${D}/projects/:id/assessment/recompute`,
    may: 'assessment.recompute',
    summary: '立即重新计算一个项目的动态考核',
    body: z.strictObject({}),
    out: AssessmentCard,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  settleMilestone: route({
    ...base,
    id: 'settleMilestone',
    method: 'PUT',
    path: `${D}/projects/:id/milestones`,
    may: 'milestone.write',
    summary: '登记任务书节点的完成日期；日期为空则撤销登记',
    body: z.strictObject({ key: Line(400), settledOn: Day.nullable(), note: Note.optional() }),
    out: z.strictObject({ items: z.array(Milestone) }),
    status: 200,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'version-stale'],
  }),
  listAlarms: route({
    ...base,
    id: 'listAlarms',
    method: 'GET',
    path: `${D}/assessment-alarms`,
    may: 'assessment.read',
    summary: '动态考核预警',
    query: z.strictObject({ ...paging, state: z.enum(['open', 'explained', 'acknowledged', 'gone']).optional() }),
    out: pageOf(Alarm),
    sheet: SHEETS.alarms,
    status: 200,
    refusals: [],
  }),
  explainAlarm: route({
    ...base,
    ...moved,
    id: 'explainAlarm',
    path: `${D}/assessment-alarms/:id/actions/explain`,
    may: 'assessment_alarm.explain',
    summary: '承办单位说明预警的原因和改进措施',
    refusals: moveRefusals,
  }),
  acknowledgeAlarm: route({
    ...base,
    ...moved,
    id: 'acknowledgeAlarm',
    path: `${D}/assessment-alarms/:id/actions/acknowledge`,
    may: 'assessment_alarm.acknowledge',
    summary: '教育局确认预警并写明处理意见',
    refusals: moveRefusals,
  }),
}
