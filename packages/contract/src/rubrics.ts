import { METHODS } from '@shixun/domain/calls/design/call'
import { MISSING_RULES, NATURES, SOURCES } from '@shixun/domain/quality/rubrics/rubric'
import { RUBRIC_SCHEMA } from '@shixun/domain/quality/rubrics/rubric-sheet'
import * as z from 'zod'
import { route } from './route.ts'
import { Id, Instant, item, Line, Noted, pageOf, paging } from './shapes.ts'
import { qualitySheets as SHEETS } from './sheets/quality.ts'

/** A key of a criterion or band, such as `input.course`. */
export const CriterionKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
/** Points in hundredths: 8500 is 85.00. */
export const Hundredths = z.int().min(0).max(10_000)
const Purpose = z.enum(['review', 'completion'])
const RubricState = z.enum(['draft', 'published', 'retired'])

/** A draft may still be without titles, points and criteria; whether it is whole is asked when it is published. */
const Title = z.string().trim().max(80)
const node = {
  key: CriterionKey,
  title: Title,
  help: z.string().trim().max(500).optional(),
  max: Hundredths.optional(),
}
const Leaf = z.strictObject({
  ...node,
  kind: z.literal('leaf'),
  source: z.enum(SOURCES).optional(),
  nature: z.enum(NATURES).optional(),
  metric: CriterionKey.optional(),
  vetoBy: z.enum(['any', 'majority']).optional(),
})
const groupOf = <Below extends z.ZodType>(below: Below) =>
  z.strictObject({ ...node, kind: z.literal('group'), children: z.array(below).max(60) })
/** A tree four levels deep at most: groups hold criteria, leaves hold points. A group's `max` is what it has to add up to. */
const Level3 = z.discriminatedUnion('kind', [Leaf, groupOf(Leaf)])
const Level2 = z.discriminatedUnion('kind', [Leaf, groupOf(Level3)])
const Criterion = z.discriminatedUnion('kind', [Leaf, groupOf(Level2)])

export const RubricBody = z.strictObject({
  title: Title,
  criteria: z.array(Criterion).max(60),
  missing: z.enum(MISSING_RULES),
  bands: z.array(z.strictObject({ key: CriterionKey, title: z.string().trim().max(20), from: Hundredths })).max(10),
  method: z.enum(METHODS),
  disagreement: z.strictObject({ gap: Hundredths, passLine: Hundredths }),
})
/** A rubric as it travels in a file, and as it is made from one. */
export const RubricDocument = z.strictObject({
  /** Says what kind of file it is; a file of another system has none. */
  schema: z.literal(RUBRIC_SCHEMA).optional(),
  purpose: Purpose,
  body: RubricBody,
})

export const RubricVersion = z.strictObject({
  id: Id,
  /** What the versions of one rubric share: the id of the first. */
  line: Id,
  no: z.int().positive(),
  title: z.string(),
  state: RubricState,
  publishedAt: Instant.nullable(),
})
const RubricCard = z.strictObject({
  ...item,
  ...RubricVersion.shape,
  purpose: Purpose,
  /** Key of the sample that it was started from. */
  sample: z.string().nullable(),
  createdAt: Instant,
})
/** What still keeps a draft from being published: `place` is the criterion or setting in words, `detail` what to do. */
const RubricProblem = z.strictObject({
  pointer: z.string(),
  problem: z.string(),
  limit: z.union([z.string(), z.number()]).optional(),
  place: z.string(),
  detail: z.string(),
})
export const Rubric = z.strictObject({ ...RubricCard.shape, body: RubricBody, problems: z.array(RubricProblem) })
/** With all versions of its line, the first one first, and the newest calls that use one of them. */
const RubricWhole = z.strictObject({
  ...Rubric.shape,
  versions: z.array(RubricVersion),
  uses: z.array(z.strictObject({ id: Id, rubricId: Id, title: z.string(), state: z.string() })),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Rubrics: drafts and their moves. */
export const rubricRoutes = {
  listRubrics: route({
    ...base,
    id: 'listRubrics',
    method: 'GET',
    path: `${D}/rubrics`,
    may: 'rubric.read',
    summary: '指标体系的各个版本；只给用途时列出已发布的',
    // `purpose` is what an export says it is for
    query: z.strictObject({ ...paging, state: RubricState.optional(), use: Purpose.optional() }),
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
    summary: '编制指标体系：从空白、样例或文件开始的草稿，可以没有编完',
    body: z.strictObject({ ...RubricDocument.shape, sample: Line(64).optional() }),
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
    summary: '一套指标体系：全文、检查结果、各版本和使用它的批次',
    out: RubricWhole,
    status: 200,
    refusals: ['not-found'],
  }),
  editRubric: route({
    ...base,
    id: 'editRubric',
    method: 'PATCH',
    path: `${D}/rubrics/:id`,
    may: 'rubric.write',
    summary: '修改未发布的指标体系；没有编完也能保存，回答里列出还缺什么',
    body: z.strictObject({ purpose: Purpose.optional(), body: RubricBody }),
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
    summary: '发布指标体系：检查全部问题，此后不再改动',
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
    summary: '停用指标体系，或放弃一份草稿',
    body: Noted,
    out: Rubric,
    refusals: moveRefusals,
  }),
}
