import { COMMENT_LENGTH, GENERAL_LENGTH } from '@shixun/domain/quality/scoring/sheet-comments'
import * as z from 'zod'
import { route } from './route.ts'
import { CriterionKey } from './rubrics.ts'
import { Id, Instant, item, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { reviewCommentSheets as SHEETS } from './sheets/review-comments.ts'

const State = z.enum(['draft', 'released', 'acknowledged', 'withdrawn'])
const Card = z.strictObject({
  ...item,
  panelId: Id,
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  state: State,
  releasedAt: Instant.nullable(),
  /** What the unit reads; the unit gets it only while it is released. */
  released: z.array(
    z.strictObject({
      no: z.int(),
      general: z.string(),
      criteria: z.array(z.strictObject({ key: CriterionKey, title: z.string(), text: z.string() })),
    }),
  ),
})
const Whole = z.strictObject({
  ...Card.shape,
  /** Who released it last; only the office and the auditor read this and what follows. */
  releasedBy: z.string().nullable(),
  withdrawNote: z.string().nullable(),
  experts: z.array(
    z.strictObject({
      no: z.int(),
      general: z.string(),
      omitted: z.boolean(),
      /** False when the sheet was voided after the comments were collected: nothing of it goes out. */
      counts: z.boolean(),
      criteria: z.array(
        z.strictObject({ key: CriterionKey, title: z.string(), text: z.string(), omitted: z.boolean() }),
      ),
    }),
  ),
  /** Names of experts and of other units that still stand in what would go out. */
  namesLeft: z.array(z.string()),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Experts' comments on their way to those who applied. */
export const reviewCommentRoutes = {
  listReviewComments: route({
    ...base,
    id: 'listReviewComments',
    method: 'GET',
    path: `${D}/review-comments`,
    may: 'review_comment.read',
    summary: '评审意见；申报单位只看到已反馈给本单位的',
    query: z.strictObject({ ...paging, panel: Id.optional(), application: Id.optional() }),
    out: pageOf(Card),
    sheet: SHEETS.reviewComments,
    status: 200,
    refusals: [],
  }),
  prepareReviewComments: route({
    ...base,
    id: 'prepareReviewComments',
    method: 'POST',
    path: `${D}/panels/:id/review-comments`,
    may: 'review_comment.write',
    summary: '整理评审意见：汇总后按申报收集专家意见，隐去姓名和单位，编成专家1、专家2……',
    body: z.strictObject({}),
    out: z.strictObject({
      prepared: z.int(),
      /** Applications on which no expert wrote anything. */
      without: z.int(),
      /** A request prepares 200 at most: whether a further one would prepare more. */
      more: z.boolean(),
    }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  readReviewComments: route({
    ...base,
    id: 'readReviewComments',
    method: 'GET',
    path: `${D}/review-comments/:id`,
    may: 'review_comment.write',
    summary: '一项申报的评审意见（师训科整理用）',
    out: Whole,
    status: 200,
    refusals: ['not-found'],
  }),
  editReviewComments: route({
    ...base,
    id: 'editReviewComments',
    method: 'PATCH',
    path: `${D}/review-comments/:id`,
    may: 'review_comment.write',
    summary: '修改将要反馈的意见，或标为不反馈',
    body: z.strictObject({
      experts: z
        .array(
          z.strictObject({
            no: z.int().positive(),
            general: z.string().max(GENERAL_LENGTH),
            omitted: z.boolean(),
            criteria: z
              .array(z.strictObject({ key: CriterionKey, text: z.string().max(COMMENT_LENGTH), omitted: z.boolean() }))
              .max(500),
          }),
        )
        .max(30),
    }),
    out: Whole,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  releaseReviewComments: route({
    ...base,
    ...moved,
    id: 'releaseReviewComments',
    path: `${D}/review-comments/:id/actions/release`,
    may: 'review_comment.release',
    summary: '反馈给申报单位',
    body: Noted,
    out: Whole,
    refusals: [...moveRefusals, 'nothing-to-release'],
  }),
  releaseManyComments: route({
    ...base,
    id: 'releaseManyComments',
    method: 'POST',
    path: `${D}/review-comments/batch`,
    may: 'review_comment.release',
    summary: '一并反馈多项申报的评审意见',
    body: z.strictObject({
      items: z
        .array(z.strictObject({ id: Id, version: z.int().positive() }))
        .min(1)
        .max(100),
    }),
    out: z.strictObject({ done: z.int() }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'nothing-to-release', 'invalid-input'],
  }),
  acknowledgeReviewComments: route({
    ...base,
    ...moved,
    id: 'acknowledgeReviewComments',
    path: `${D}/review-comments/:id/actions/acknowledge`,
    may: 'review_comment.acknowledge',
    summary: '确认已阅评审意见',
    body: Noted,
    out: Card,
    refusals: moveRefusals,
  }),
  withdrawReviewComments: route({
    ...base,
    ...moved,
    id: 'withdrawReviewComments',
    path: `${D}/review-comments/:id/actions/withdraw`,
    may: 'review_comment.withdraw',
    summary: '撤回已反馈的评审意见，说明理由',
    body: Reasoned,
    out: Whole,
    refusals: moveRefusals,
  }),
}
