import { LEVELS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { Agreement, agreementRoutes } from './agreements.ts'
import { FormValues } from './form-shapes.ts'
import { route } from './route.ts'
import { Day, History, Id, Instant, item, Note, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { trainingSheets as SHEETS } from './sheets/training.ts'

const ProjectState = z.enum([
  'approved',
  'preparing',
  'running',
  'concluding',
  'completed',
  'evaluated',
  'archived',
  'suspended',
  'terminated',
])
const ProjectCard = z.strictObject({
  ...item,
  applicationId: Id,
  unitId: Id,
  unitName: z.string(),
  kind: z.string(),
  level: z.enum(LEVELS),
  title: z.string(),
  number: z.string(),
  state: ProjectState,
  score: z.number().nullable(),
  band: z.string().nullable(),
  updatedAt: Instant,
})
const Count = z.int().min(0).max(10_000_000)
const Hours = z.number().min(0).max(10_000_000).multipleOf(0.25)
/** Persons, hours in quarters, hundredths of a percent point of 100, and fen. */
const Figures = z.strictObject({
  planned: Count.optional(),
  enrolled: Count.optional(),
  completed: Count.optional(),
  attendanceDue: Count.optional(),
  attendanceActual: Count.optional(),
  hoursPromised: Hours.optional(),
  hoursDelivered: Hours.optional(),
  satisfaction: z.int().min(0).max(10_000).optional(),
  surveysSent: Count.optional(),
  surveysAnswered: Count.optional(),
  budget: z.int().min(0).max(99_999_999_999).optional(),
  spent: z.int().min(0).max(99_999_999_999).optional(),
  milestonesDue: Count.optional(),
  milestonesOnTime: Count.optional(),
})
const Milestone = z.strictObject({ text: z.string(), from: Day, to: Day })
const Project = z.strictObject({
  ...ProjectCard.shape,
  values: FormValues,
  figures: Figures,
  milestones: z.array(Milestone),
  agreement: Agreement,
  /** Figures that the agreement promises: an amendment changes them, a report does not. */
  fixedFigures: z.array(z.string()),
  /** The amendment that waits for the other side. */
  openAmendmentId: Id.nullable(),
  createdAt: Instant,
})

const PlanItem = z.strictObject({
  ...item,
  year: z.int(),
  no: z.int(),
  category: z.string(),
  title: z.string(),
  original: z.string(),
  due: Day.nullable(),
  milestones: z.array(Milestone),
  windows: z.array(Milestone),
  doubts: z.array(z.string()),
})

const base = { part: 'training', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional', out: Project } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

export const trainingRoutes = {
  ...agreementRoutes,
  listProjects: route({
    ...base,
    id: 'listProjects',
    method: 'GET',
    path: `${D}/projects`,
    may: 'project.read',
    summary: '培训项目',
    query: z.strictObject({ ...paging, state: ProjectState.optional() }),
    out: pageOf(ProjectCard),
    sheet: SHEETS.projects,
    status: 200,
    refusals: [],
  }),
  readProject: route({
    ...base,
    id: 'readProject',
    method: 'GET',
    path: `${D}/projects/:id`,
    may: 'project.read',
    summary: '一个培训项目',
    out: Project,
    status: 200,
    refusals: ['not-found'],
  }),
  readProjectHistory: route({
    ...base,
    id: 'readProjectHistory',
    method: 'GET',
    path: `${D}/projects/:id/history`,
    may: 'project.read',
    summary: '培训项目的流转记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  reportFigures: route({
    ...base,
    id: 'reportFigures',
    method: 'PATCH',
    path: `${D}/projects/:id`,
    may: 'project.write',
    summary: '填报实施数据',
    body: z.strictObject({ figures: Figures }),
    out: Project,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  prepareProject: route({
    ...base,
    ...moved,
    id: 'prepareProject',
    path: `${D}/projects/:id/actions/prepare`,
    may: 'project.prepare',
    summary: '确认任务书，开始筹备',
    /** The hash of the text that the unit has read: a newer text is not confirmed by mistake. */
    body: z.strictObject({ note: Note.optional(), sha256: z.string().optional() }),
    refusals: [...moveRefusals, 'amendment-open'],
  }),
  startProject: route({
    ...base,
    ...moved,
    id: 'startProject',
    path: `${D}/projects/:id/actions/start`,
    may: 'project.start',
    summary: '开班',
    body: Noted,
    refusals: moveRefusals,
  }),
  concludeProject: route({
    ...base,
    ...moved,
    id: 'concludeProject',
    path: `${D}/projects/:id/actions/conclude`,
    may: 'project.conclude',
    summary: '提交结项材料',
    body: Noted,
    refusals: [...moveRefusals, 'invalid-input', 'amendment-open'],
  }),
  completeProject: route({
    ...base,
    ...moved,
    id: 'completeProject',
    path: `${D}/projects/:id/actions/complete`,
    may: 'project.complete',
    summary: '同意结项',
    body: Noted,
    refusals: moveRefusals,
  }),
  evaluateProject: route({
    ...base,
    ...moved,
    id: 'evaluateProject',
    path: `${D}/projects/:id/actions/evaluate`,
    may: 'project.evaluate',
    summary: '评估：指标取自实施数据，专家项由教育局填写',
    body: z.strictObject({
      rubricId: Id,
      scores: z.record(z.string().max(64), z.int().min(0).max(10_000)),
      note: z.string().max(2000).optional(),
    }),
    refusals: [...moveRefusals, 'invalid-input'],
  }),
  archiveProject: route({
    ...base,
    ...moved,
    id: 'archiveProject',
    path: `${D}/projects/:id/actions/archive`,
    may: 'project.archive',
    summary: '归档',
    body: Noted,
    refusals: moveRefusals,
  }),
  suspendProject: route({
    ...base,
    ...moved,
    id: 'suspendProject',
    path: `${D}/projects/:id/actions/suspend`,
    may: 'project.suspend',
    summary: '暂停',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  resumeProject: route({
    ...base,
    ...moved,
    id: 'resumeProject',
    path: `${D}/projects/:id/actions/resume`,
    may: 'project.resume',
    summary: '恢复',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  terminateProject: route({
    ...base,
    ...moved,
    id: 'terminateProject',
    path: `${D}/projects/:id/actions/terminate`,
    may: 'project.terminate',
    summary: '终止',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  listPlanItems: route({
    ...base,
    part: 'plans',
    id: 'listPlanItems',
    method: 'GET',
    path: `${D}/plans`,
    may: 'plan.read',
    summary: '年度工作安排',
    query: z.strictObject({ ...paging, year: z.coerce.number().int().min(2000).max(2100) }),
    out: pageOf(PlanItem),
    sheet: SHEETS.planItems,
    status: 200,
    refusals: [],
  }),
  importPlan: route({
    ...base,
    part: 'plans',
    id: 'importPlan',
    method: 'POST',
    path: `${D}/plans/import`,
    may: 'plan.write',
    summary: '导入年度工作安排表（粘贴文字）',
    body: z.strictObject({ year: z.int().min(2000).max(2100), text: z.string().trim().min(1).max(200_000) }),
    out: z.strictObject({
      ...pageOf(PlanItem).shape,
      /** Rows that break off, with their words: they are told, never completed. */
      incomplete: z.array(
        z.strictObject({
          line: z.int().nullable(),
          no: z.int().nullable(),
          text: z.string(),
          missing: z.array(z.string()),
        }),
      ),
    }),
    status: 200,
    refusals: ['invalid-input', 'already-exists'],
  }),
  readDashboard: route({
    ...base,
    id: 'readDashboard',
    method: 'GET',
    path: `${D}/dashboard`,
    may: 'district.read',
    summary: '工作台：各状态的数量',
    out: z.strictObject({ counters: z.record(z.string(), z.int()) }),
    status: 200,
    refusals: [],
  }),
}
