import { METHODS } from '@shixun/domain/calls/form'
import * as z from 'zod'
import { FormField, FormValues } from './calls.ts'
import { route } from './route.ts'
import { Id, Instant, item, Line, Noted, Paging, pageOf, paging, Reasoned } from './shapes.ts'

/** A key of a criterion or band, such as `input.course`. */
const Key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
/** Points in hundredths: 8500 is 85.00. */
const Hundredths = z.int().min(0).max(10_000)

const Leaf = {
  key: Key,
  title: Line(80),
  help: z.string().max(500).optional(),
  max: Hundredths.optional(),
  source: z.enum(['expert', 'survey', 'metric', 'inspection', 'self']).optional(),
  nature: z.enum(['score', 'bonus', 'deduction', 'veto']).optional(),
  metric: Key.optional(),
  vetoBy: z.enum(['any', 'majority']).optional(),
}
/** A criterion is a tree three levels deep at most; groups hold criteria, leaves hold points. */
const Criterion1 = z.strictObject({ ...Leaf, kind: z.literal('leaf') })
const Criterion2 = z.union([
  Criterion1,
  z.strictObject({
    key: Key,
    title: Line(80),
    help: z.string().max(500).optional(),
    kind: z.literal('group'),
    max: Hundredths.optional(),
    children: z.array(Criterion1).min(1).max(30),
  }),
])
const Criterion = z.union([
  Criterion1,
  z.strictObject({
    key: Key,
    title: Line(80),
    help: z.string().max(500).optional(),
    kind: z.literal('group'),
    max: Hundredths.optional(),
    children: z.array(Criterion2).min(1).max(30),
  }),
])

export const RubricBody = z.strictObject({
  title: Line(80),
  criteria: z.array(Criterion).min(1).max(30),
  missing: z.enum(['block', 'zero', 'reweight']),
  bands: z
    .array(z.strictObject({ key: Key, title: Line(20), from: Hundredths }))
    .min(1)
    .max(10),
  method: z.enum(METHODS),
  disagreement: z.strictObject({ gap: Hundredths, passLine: Hundredths }),
})

const RubricCard = z.strictObject({
  ...item,
  title: z.string(),
  purpose: z.enum(['review', 'completion']),
  state: z.enum(['draft', 'published', 'retired']),
  createdAt: Instant,
})
const Rubric = z.strictObject({ ...RubricCard.shape, body: RubricBody })

const PanelCard = z.strictObject({
  ...item,
  callId: Id,
  callTitle: z.string(),
  state: z.enum(['scoring', 'concluded']),
  size: z.int(),
  method: z.enum(METHODS),
  sheetsTotal: z.int(),
  sheetsIn: z.int(),
  createdAt: Instant,
})
const PanelItem = z.strictObject({
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  official: z.number(),
  rank: z.int(),
  tied: z.boolean(),
  withinQuota: z.boolean(),
  mean: z.number(),
  median: z.number(),
  trimmed: z.number().nullable(),
  severityAdjusted: z.number().nullable(),
  gap: z.number(),
  arbitration: z.boolean(),
  sheets: z.int(),
})
const Panel = z.strictObject({
  ...PanelCard.omit({ callTitle: true }).shape,
  rubricId: Id,
  seed: z.string(),
  sheets: z.array(
    z.strictObject({
      id: Id,
      applicationId: Id,
      expertId: Id,
      expertName: z.string(),
      title: z.string(),
      unitName: z.string(),
      state: z.enum(['assigned', 'declared', 'submitted', 'recused']),
      total: z.number().nullable(),
      conflicts: z.array(z.strictObject({ rule: z.string(), detail: z.string() })),
    }),
  ),
  result: z
    .strictObject({
      engine: z.string(),
      method: z.enum(METHODS),
      calibrated: z.boolean(),
      calibrationReason: z.string().nullable(),
      items: z.array(PanelItem),
      reliability: z.record(z.string(), z.unknown()),
    })
    .nullable(),
})

const SheetState = z.enum(['assigned', 'declared', 'submitted', 'recused'])
const SheetCard = z.strictObject({
  ...item,
  panelId: Id,
  label: z.string(),
  state: SheetState,
  total: z.number().nullable(),
  createdAt: Instant,
})
const Sheet = z.strictObject({
  ...SheetCard.shape,
  blind: z.boolean(),
  rubric: RubricBody.nullable(),
  form: z.array(FormField),
  values: FormValues,
  scores: z.record(Key, Hundredths),
  comment: z.string(),
})

const EvaluationCard = z.strictObject({
  ...item,
  subjectKind: z.enum(['application', 'project']),
  subjectId: Id,
  unitId: Id,
  rubricId: Id,
  method: z.string(),
  engine: z.string(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  sha256: z.string(),
  createdAt: Instant,
})

const base = { part: 'quality', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

export const qualityRoutes = {
  listRubrics: route({
    ...base,
    id: 'listRubrics',
    method: 'GET',
    path: `${D}/rubrics`,
    may: 'rubric.read',
    summary: '指标体系',
    query: Paging,
    out: pageOf(RubricCard),
    status: 200,
    refusals: [],
  }),
  createRubric: route({
    ...base,
    id: 'createRubric',
    method: 'POST',
    path: `${D}/rubrics`,
    may: 'rubric.write',
    summary: '编制指标体系',
    body: z.strictObject({ purpose: z.enum(['review', 'completion']), body: RubricBody }),
    out: Rubric,
    status: 201,
    refusals: ['invalid-input'],
  }),
  readRubric: route({
    ...base,
    id: 'readRubric',
    method: 'GET',
    path: `${D}/rubrics/:id`,
    may: 'rubric.read',
    summary: '一套指标体系',
    out: Rubric,
    status: 200,
    refusals: ['not-found'],
  }),
  editRubric: route({
    ...base,
    id: 'editRubric',
    method: 'PATCH',
    path: `${D}/rubrics/:id`,
    may: 'rubric.write',
    summary: '修改未发布的指标体系',
    body: z.strictObject({ body: RubricBody }),
    out: Rubric,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  publishRubric: route({
    ...base,
    ...moved,
    id: 'publishRubric',
    path: `${D}/rubrics/:id/actions/publish`,
    may: 'rubric.publish',
    summary: '发布指标体系',
    body: Noted,
    out: Rubric,
    refusals: [...moveRefusals, 'invalid-input'],
  }),
  retireRubric: route({
    ...base,
    ...moved,
    id: 'retireRubric',
    path: `${D}/rubrics/:id/actions/retire`,
    may: 'rubric.retire',
    summary: '停用指标体系',
    body: Noted,
    out: Rubric,
    refusals: moveRefusals,
  }),
  listPanels: route({
    ...base,
    id: 'listPanels',
    method: 'GET',
    path: `${D}/panels`,
    may: 'panel.read',
    summary: '评审组',
    query: Paging,
    out: pageOf(PanelCard),
    status: 200,
    refusals: [],
  }),
  formPanel: route({
    ...base,
    id: 'formPanel',
    method: 'POST',
    path: `${D}/panels`,
    may: 'panel.write',
    summary: '组成评审组，随机分配专家',
    body: z.strictObject({
      callId: Id,
      expertIds: z.array(Id).min(1).max(200),
      size: z.int().min(1).max(15).optional(),
      seed: z.string().trim().min(1).max(80).optional(),
    }),
    out: Panel,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'experts-short', 'version-stale'],
  }),
  readPanel: route({
    ...base,
    id: 'readPanel',
    method: 'GET',
    path: `${D}/panels/:id`,
    may: 'panel.read',
    summary: '一个评审组：分配、进度、结果',
    out: Panel,
    status: 200,
    refusals: ['not-found'],
  }),
  concludePanel: route({
    ...base,
    ...moved,
    id: 'concludePanel',
    path: `${D}/panels/:id/actions/conclude`,
    may: 'panel.conclude',
    summary: '汇总评分并排名',
    body: Noted,
    out: Panel,
    refusals: [...moveRefusals, 'sheets-missing'],
  }),
  listScoresheets: route({
    ...base,
    id: 'listScoresheets',
    method: 'GET',
    path: `${D}/scoresheets`,
    may: 'scoresheet.read',
    summary: '评分表',
    query: z.strictObject({ ...paging, panel: Id.optional() }),
    out: pageOf(SheetCard),
    status: 200,
    refusals: [],
  }),
  readScoresheet: route({
    ...base,
    id: 'readScoresheet',
    method: 'GET',
    path: `${D}/scoresheets/:id`,
    may: 'scoresheet.read',
    summary: '一张评分表；声明无冲突之前不显示材料',
    out: Sheet,
    status: 200,
    refusals: ['not-found'],
  }),
  scoreSheet: route({
    ...base,
    id: 'scoreSheet',
    method: 'PATCH',
    path: `${D}/scoresheets/:id`,
    may: 'scoresheet.write',
    summary: '保存评分',
    body: z.strictObject({ scores: z.record(Key, Hundredths), comment: z.string().max(4000).optional() }),
    out: Sheet,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  declareNoConflict: route({
    ...base,
    ...moved,
    id: 'declareNoConflict',
    path: `${D}/scoresheets/:id/actions/declare`,
    may: 'scoresheet.declare',
    summary: '声明无利益冲突',
    body: Noted,
    out: Sheet,
    refusals: [...moveRefusals, 'conflict-of-interest'],
  }),
  recuseExpert: route({
    ...base,
    ...moved,
    id: 'recuseExpert',
    path: `${D}/scoresheets/:id/actions/recuse`,
    may: 'scoresheet.recuse',
    summary: '回避',
    body: Reasoned,
    out: Sheet,
    refusals: moveRefusals,
  }),
  submitScoresheet: route({
    ...base,
    ...moved,
    id: 'submitScoresheet',
    path: `${D}/scoresheets/:id/actions/submit`,
    may: 'scoresheet.submit',
    summary: '提交评分，封存',
    body: Noted,
    out: Sheet,
    refusals: [...moveRefusals, 'invalid-input'],
  }),
  reopenScoresheet: route({
    ...base,
    ...moved,
    id: 'reopenScoresheet',
    path: `${D}/scoresheets/:id/actions/reopen`,
    may: 'scoresheet.reopen',
    summary: '退回重评',
    body: Reasoned,
    out: Sheet,
    refusals: moveRefusals,
  }),
  listEvaluations: route({
    ...base,
    id: 'listEvaluations',
    method: 'GET',
    path: `${D}/evaluations`,
    may: 'evaluation.read',
    summary: '评估结果',
    query: z.strictObject({ ...paging, subject: Id.optional() }),
    out: pageOf(EvaluationCard),
    status: 200,
    refusals: [],
  }),
  readEvaluation: route({
    ...base,
    id: 'readEvaluation',
    method: 'GET',
    path: `${D}/evaluations/:id`,
    may: 'evaluation.read',
    summary: '一个评估结果',
    out: EvaluationCard,
    status: 200,
    refusals: ['not-found'],
  }),
  explainEvaluation: route({
    ...base,
    id: 'explainEvaluation',
    method: 'GET',
    path: `${D}/evaluations/:id/explain`,
    may: 'evaluation.read',
    summary: '得分从何而来：每个数字、公式和依据',
    out: z.strictObject({
      id: Id,
      total: z.number().nullable(),
      band: z.string().nullable(),
      sha256: z.string(),
      derivation: z.unknown(),
      lines: z.array(z.unknown()),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  tryPanel: route({
    ...base,
    worker: 'gateway',
    id: 'tryPanel',
    method: 'POST',
    path: '/api/tools/panel',
    may: 'public',
    summary: '评分汇总试算（不保存）',
    body: z.strictObject({
      sheets: z
        .array(z.strictObject({ item: Line(80), rater: Line(80), score: z.number().min(0).max(100) }))
        .min(1)
        .max(5000),
      method: z.enum(METHODS).default('mean'),
    }),
    out: z.record(z.string(), z.unknown()),
    status: 200,
    refusals: ['invalid-input'],
  }),
}
