import * as z from 'zod'
import { loose } from './import-shapes.ts'
import { route } from './route.ts'
import { CriterionKey, Hundredths } from './rubrics.ts'
import { SheetState } from './scoresheets.ts'
import { Day, Id, item } from './shapes.ts'

/** Points in hundredths over one's own finished sheets. */
const Figures = {
  n: z.int(),
  mean: Hundredths.nullable(),
  lowest: Hundredths.nullable(),
  highest: Hundredths.nullable(),
}
const Scoring = z.strictObject({
  panelId: Id,
  callTitle: z.string(),
  state: z.enum(['scoring', 'concluded']),
  blind: z.boolean(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  rubricTitle: z.string(),
  rubricRetired: z.boolean(),
  /** What is filled in, in the order of the rubric; `head` is its column in the workbook. */
  criteria: z.array(
    z.strictObject({
      key: CriterionKey,
      title: z.string(),
      nature: z.enum(['score', 'bonus', 'deduction', 'veto']),
      max: Hundredths,
      head: z.string(),
    }),
  ),
  /** In the drawn order in which this expert has them. */
  sheets: z.array(
    z.strictObject({
      ...item,
      no: z.int(),
      label: z.string(),
      state: SheetState,
      scored: z.int(),
      /** Of the scores as they stand, hundredths. */
      total: Hundredths.nullable(),
      /** What keeps it from being submitted: criteria without points and vetoes without a reason. */
      missing: z.array(CriterionKey),
      rank: z.int().nullable(),
      tied: z.boolean(),
      late: z.boolean(),
      reopened: z.boolean(),
      scores: z.record(CriterionKey, Hundredths),
    }),
  ),
  /** One's own finished sheets alone; nobody else's plays a part. */
  own: z.strictObject({
    ...Figures,
    criteria: z.array(z.strictObject({ key: CriterionKey, ...Figures })),
  }),
})

const base = { part: 'quality', worker: 'review' } as const
const P = '/api/districts/:district/panels/:id'
const Cells = z.record(CriterionKey, loose)

/** An expert's work in one panel as a whole, and the workbooks of its scores. */
export const scoringRoutes = {
  readScoring: route({
    ...base,
    id: 'readScoring',
    method: 'GET',
    path: `${P}/scoring`,
    may: 'scoresheet.write',
    summary: '本人在一个评审组的全部评分表：进度、缺项和本人的评分分布',
    out: Scoring,
    status: 200,
    refusals: ['not-found'],
  }),
  exportScores: route({
    ...base,
    id: 'exportScores',
    method: 'GET',
    path: `${P}/scores`,
    may: 'scoresheet.read',
    summary: '评分明细（Excel 或 CSV）：每项指标一列，含意见；专家只导出本人的',
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found', 'too-many-rows'],
  }),
  readScoresTemplate: route({
    ...base,
    id: 'readScoresTemplate',
    method: 'GET',
    path: `${P}/scores-template`,
    may: 'scoresheet.write',
    summary: '离线评分模板（Excel）：本人未提交的评分表，限定分数范围',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  importScores: route({
    ...base,
    id: 'importScores',
    method: 'POST',
    path: `${P}/scores/import`,
    may: 'scoresheet.write',
    summary: '导入离线填写的评分：一张评分表要么整张写入，要么不动',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            sheet: loose,
            scores: Cells.default({}),
            comments: Cells.default({}),
            comment: z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]).optional(),
          }),
        )
        .min(1)
        .max(500),
      /** Only check: nothing is written. */
      dryRun: z.boolean().default(false),
    }),
    out: z.strictObject({
      accepted: z.int(),
      unchanged: z.int(),
      empty: z.int(),
      rejected: z.array(z.strictObject({ row: z.int(), column: z.string(), problem: z.string(), detail: z.string() })),
      sheets: z.array(
        z.strictObject({
          id: Id,
          label: z.string(),
          row: z.int(),
          changed: z.int(),
          total: Hundredths,
          missing: z.int(),
        }),
      ),
    }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
  }),
}
