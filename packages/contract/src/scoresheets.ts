import { COMMENT_LENGTH, GENERAL_LENGTH } from '@shixun/domain/quality/scoring/sheet-comments'
import * as z from 'zod'
import { FormField, FormValues } from './form-shapes.ts'
import { route } from './route.ts'
import { CriterionKey, Hundredths, RubricBody } from './rubrics.ts'
import { Day, Id, Instant, item, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { SheetDocument } from './sheet-documents.ts'
import { qualitySheets as SHEETS } from './sheets/quality.ts'

export const SheetState = z.enum(['assigned', 'declared', 'submitted', 'recused', 'replaced', 'voided'])
const SheetCard = z.strictObject({
  ...item,
  panelId: Id,
  label: z.string(),
  state: SheetState,
  total: z.number().nullable(),
  createdAt: Instant,
})
/** Criterion key → points in hundredths, and → words about it. */
const SheetScores = z.record(CriterionKey, Hundredths)
const SheetComments = z.record(CriterionKey, z.string())

const Sheet = z.strictObject({
  ...SheetCard.shape,
  blind: z.boolean(),
  rubric: RubricBody.nullable(),
  /** A rubric that was retired meanwhile still holds for the panels that were formed with it. */
  rubricRetired: z.boolean(),
  panelState: z.enum(['scoring', 'concluded']),
  dueOn: Day.nullable(),
  late: z.boolean(),
  form: z.array(FormField),
  values: FormValues,
  /** Under blind review by the titles of their fields. */
  attachments: z.array(SheetDocument),
  scores: SheetScores,
  comments: SheetComments,
  comment: z.string(),
  /** Why the office opened the sealed sheet again. */
  reopenNote: z.string().nullable(),
  seat: z.enum(['regular', 'extra']),
  declaredAt: Instant.nullable(),
  /** Of a submitted sheet: when it was sealed, and the SHA-256 of what it says. */
  seal: z.strictObject({ at: Instant, sha256: z.string() }).nullable(),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Scoresheets one by one: an expert's own, and the office's view of them. */
export const scoresheetRoutes = {
  listScoresheets: route({
    ...base,
    id: 'listScoresheets',
    method: 'GET',
    path: `${D}/scoresheets`,
    may: 'scoresheet.read',
    summary: '评分表',
    query: z.strictObject({ ...paging, panel: Id.optional() }),
    out: pageOf(SheetCard),
    sheet: SHEETS.scoresheets,
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
  readSheetVersions: route({
    ...base,
    id: 'readSheetVersions',
    method: 'GET',
    path: `${D}/scoresheets/:id/versions`,
    may: 'scoresheet.read',
    summary: '一张评分表历次提交的内容，以及重评后改了什么',
    out: z.strictObject({
      items: z.array(
        z.strictObject({
          version: z.int(),
          sealedAt: Instant,
          sha256: z.string(),
          /** Whether the journalled content still gives the journalled hash. */
          intact: z.boolean(),
          total: z.number(),
          late: z.boolean(),
          scores: SheetScores,
          comments: SheetComments,
          comment: z.string(),
          /** Why it was opened again after this version. */
          reopened: z.strictObject({ at: Instant, note: z.string() }).nullable(),
          /** Against the version before; empty for the first. */
          changes: z.array(
            z.strictObject({
              key: CriterionKey.nullable(),
              title: z.string(),
              before: z.strictObject({ score: Hundredths.nullable(), comment: z.string() }),
              after: z.strictObject({ score: Hundredths.nullable(), comment: z.string() }),
            }),
          ),
        }),
      ),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  scoreSheet: route({
    ...base,
    id: 'scoreSheet',
    method: 'PATCH',
    path: `${D}/scoresheets/:id`,
    may: 'scoresheet.write',
    summary: '保存评分：scores、comments 各为整份，null 为清除，没有给出的部分不变',
    body: z.strictObject({
      scores: z.record(CriterionKey, Hundredths.nullable()).optional(),
      comments: z.record(CriterionKey, z.string().max(COMMENT_LENGTH).nullable()).optional(),
      comment: z.string().max(GENERAL_LENGTH).optional(),
    }),
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
  submitScoresheets: route({
    ...base,
    id: 'submitScoresheets',
    method: 'POST',
    path: `${D}/scoresheets/batch`,
    may: 'scoresheet.submit',
    summary: '一并提交本人评完的评分表：全部封存，或一张也不封存',
    body: z.strictObject({
      sheets: z
        .array(z.strictObject({ id: Id, version: z.int().positive() }))
        .min(1)
        .max(100),
    }),
    out: z.strictObject({
      items: z.array(z.strictObject({ id: Id, version: z.int(), label: z.string(), total: z.number() })),
    }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
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
}
