import { APPEAL_WAYS } from '@shixun/domain/quality/appeals/appeal'
import * as z from 'zod'
import { ComparisonShape } from './evaluations.ts'
import { File } from './form-shapes.ts'
import { route } from './route.ts'
import { Day, History, Id, Instant, item, Line, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { evaluationSheets as SHEETS } from './sheets/evaluations.ts'

const State = z.enum(['open', 'accepted', 'settled', 'dismissed', 'withdrawn'])
const Way = z.enum(APPEAL_WAYS)
const Key = z.string().min(1).max(64)

const AppealCard = z.strictObject({
  ...item,
  evaluationId: Id,
  subjectKind: z.enum(['application', 'project']),
  subjectId: Id,
  title: z.string(),
  unitId: Id,
  unitName: z.string(),
  state: State,
  text: z.string(),
  filedOn: Day,
  dueOn: Day,
  /** Unanswered past its day. */
  overdue: z.boolean(),
  answer: z.string().nullable(),
  way: Way.nullable(),
  answeredAt: Instant.nullable(),
  settlement: z.string().nullable(),
  newEvaluationId: Id.nullable(),
  totalBefore: z.number().nullable(),
  totalAfter: z.number().nullable(),
  settledAt: Instant.nullable(),
  acknowledgedAt: Instant.nullable(),
  createdAt: Instant,
})

const Place = z.strictObject({ score: z.number(), rank: z.int(), seat: z.enum(['in', 'out', 'undecided']) })
/** What the new result means for the ranking. */
const Consequences = z.strictObject({
  applied: z.boolean(),
  held: z.enum(['noticed', 'not_asked', 'archived', 'no_ranking']).nullable(),
  /** Those whose place or seat changes, the item itself always. */
  items: z.array(z.strictObject({ id: Id, title: z.string(), before: Place, after: Place })),
})

const AppealView = z.strictObject({
  ...AppealCard.shape,
  points: z.array(z.strictObject({ key: Key, title: z.string(), text: z.string() })),
  files: z.array(File),
  /** The further expert's sheet; the office and the auditor see how far it is. */
  opinion: z.strictObject({ sheetId: Id, state: z.string() }).nullable(),
  /** Other units' items only for those who may see them. */
  consequences: Consequences.nullable(),
})

/** What a settlement would come to, before anything is written. */
const Preview = z.strictObject({ comparison: ComparisonShape, consequences: Consequences })

/** Percentages (metric, survey) or points in hundredths, by criterion; null where there is no figure. */
const Figures = z.record(Key, z.int().min(0).max(1_000_000).nullable())
const Correction = {
  /** The corrected figures (way `figures`). */
  figures: Figures.optional(),
  /** The published rubric version that should have been used (way `arithmetic`); the one that was used when absent. */
  rubricId: Id.optional(),
}

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = { ...base, method: 'POST', status: 200, ifMatch: 'optional', out: AppealView } as const
const refusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale', 'conflict-of-interest'] as const

/** Appeals against evaluations: the unit files, the office answers, a new evaluation stands beside the old one. */
export const appealRoutes = {
  listAppeals: route({
    ...base,
    id: 'listAppeals',
    method: 'GET',
    path: `${D}/appeals`,
    may: 'appeal.read',
    summary: '评估申诉',
    query: z.strictObject({ ...paging, state: State.optional(), subject: Id.optional() }),
    out: pageOf(AppealCard),
    sheet: SHEETS.appeals,
    status: 200,
    refusals: [],
  }),
  readAppeal: route({
    ...base,
    id: 'readAppeal',
    method: 'GET',
    path: `${D}/appeals/:id`,
    may: 'appeal.read',
    summary: '一件评估申诉',
    out: AppealView,
    status: 200,
    refusals: ['not-found'],
  }),
  readAppealHistory: route({
    ...base,
    id: 'readAppealHistory',
    method: 'GET',
    path: `${D}/appeals/:id/history`,
    may: 'appeal.read',
    summary: '申诉的经过',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  fileAppeal: route({
    ...base,
    id: 'fileAppeal',
    method: 'POST',
    path: `${D}/evaluations/:id/appeals`,
    may: 'appeal.write',
    summary: '对评估结果提出申诉',
    body: z.strictObject({
      text: Line(4000),
      points: z
        .array(z.strictObject({ key: Key, text: Line(1000) }))
        .max(100)
        .default([]),
    }),
    out: AppealView,
    status: 201,
    refusals: [
      'not-found',
      'invalid-input',
      'already-exists',
      'appeal-late',
      'evaluation-superseded',
      'calendar-year-missing',
    ],
  }),
  attachEvidence: route({
    ...base,
    id: 'attachEvidence',
    method: 'POST',
    path: `${D}/appeals/:id/evidence`,
    may: 'appeal_evidence.write',
    summary: '上传申诉或复核的证据材料',
    media: 'multipart',
    body: z.unknown(),
    out: AppealView,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'body-too-large', 'file-type-refused', 'state-refuses', 'version-stale'],
  }),
  readAppealEvidence: route({
    ...base,
    id: 'readAppealEvidence',
    method: 'GET',
    path: `${D}/appeals/:id/evidence/:fileId`,
    may: 'appeal.read',
    summary: '下载申诉的证据材料',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  acceptAppeal: route({
    ...moved,
    id: 'acceptAppeal',
    path: `${D}/appeals/:id/actions/accept`,
    may: 'appeal.accept',
    summary: '受理申诉，定下复核方式',
    body: z.strictObject({
      note: Line(2000),
      way: Way,
      /** The further expert (way `opinion`). */
      expertId: Id.optional(),
    }),
    refusals: [...refusals, 'invalid-input', 'already-exists'],
  }),
  dismissAppeal: route({
    ...moved,
    id: 'dismissAppeal',
    path: `${D}/appeals/:id/actions/dismiss`,
    may: 'appeal.dismiss',
    summary: '答复申诉：维持原结果',
    body: Reasoned,
    refusals,
  }),
  previewAppeal: route({
    ...base,
    id: 'previewAppeal',
    method: 'POST',
    path: `${D}/appeals/:id/preview`,
    may: 'appeal.settle',
    summary: '试算复核结果和对排名的影响，不保存',
    body: z.strictObject(Correction),
    out: Preview,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'sheets-missing', 'conflict-of-interest'],
  }),
  settleAppeal: route({
    ...moved,
    id: 'settleAppeal',
    path: `${D}/appeals/:id/actions/settle`,
    may: 'appeal.settle',
    summary: '复核完毕，在原结果之外出具新的评估结果',
    body: z.strictObject({
      note: Line(2000),
      ...Correction,
      /** Whether the ranking of the panel follows; only while all its items are still merely ranked. */
      applyRanking: z.boolean().default(false),
    }),
    refusals: [...refusals, 'invalid-input', 'sheets-missing'],
  }),
  withdrawAppeal: route({
    ...moved,
    id: 'withdrawAppeal',
    path: `${D}/appeals/:id/actions/withdraw`,
    may: 'appeal.withdraw',
    summary: '撤回申诉',
    body: Noted,
    refusals: ['not-found', 'forbidden', 'state-refuses', 'version-stale'],
  }),
  acknowledgeAppeal: route({
    ...base,
    id: 'acknowledgeAppeal',
    method: 'POST',
    path: `${D}/appeals/:id/acknowledgement`,
    may: 'appeal.write',
    summary: '单位确认已看到答复',
    ifMatch: 'optional',
    body: z.strictObject({}),
    out: AppealView,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
}
