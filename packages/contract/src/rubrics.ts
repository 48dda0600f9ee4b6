import { METHODS } from '@shixun/domain/calls/call'
import * as z from 'zod'
import { route } from './route.ts'
import { Instant, item, Line, Noted, Paging, pageOf } from './shapes.ts'
import { qualitySheets as SHEETS } from './sheets/quality.ts'

/** A key of a criterion or band, such as `input.course`. */
export const CriterionKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
/** Points in hundredths: 8500 is 85.00. */
export const Hundredths = z.int().min(0).max(10_000)

const Leaf = {
  key: CriterionKey,
  title: Line(80),
  help: z.string().max(500).optional(),
  max: Hundredths.optional(),
  source: z.enum(['expert', 'survey', 'metric', 'inspection', 'self']).optional(),
  nature: z.enum(['score', 'bonus', 'deduction', 'veto']).optional(),
  metric: CriterionKey.optional(),
  vetoBy: z.enum(['any', 'majority']).optional(),
}
/** A criterion is a tree three levels deep at most; groups hold criteria, leaves hold points. */
const Criterion1 = z.strictObject({ ...Leaf, kind: z.literal('leaf') })
const Criterion2 = z.union([
  Criterion1,
  z.strictObject({
    key: CriterionKey,
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
    key: CriterionKey,
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
    .array(z.strictObject({ key: CriterionKey, title: Line(20), from: Hundredths }))
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

const base = { part: 'quality', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Rubrics. */
export const rubricRoutes = {
  listRubrics: route({
    ...base,
    id: 'listRubrics',
    method: 'GET',
    path: `${D}/rubrics`,
    may: 'rubric.read',
    summary: '指标体系',
    query: Paging,
    out: pageOf(RubricCard),
    sheet: SHEETS.rubrics,
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
}
