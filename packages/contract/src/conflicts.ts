import { CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import * as z from 'zod'
import { ConflictShape, Rule, TieShape, UnitPeriodShape } from './conflict-shapes.ts'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, pageOf, paging, Reasoned, Role, Version } from './shapes.ts'
import { conflictSheets as SHEETS } from './sheets/conflicts.ts'

const MyInterests = z.strictObject({
  id: Id,
  /** 0 while nothing was declared yet. */
  version: z.int().min(0),
  actions: z.array(z.string()),
  name: z.string(),
  units: z.array(UnitPeriodShape),
  ties: z.array(TieShape),
  confirmedOn: Day.nullable(),
  /** The day by which it is to be confirmed again; null while it was never declared. */
  dueOn: Day.nullable(),
  due: z.boolean(),
  /** What the bureau knows besides: other posts of the same account. These bind too, and change where they are kept. */
  known: z.array(z.strictObject({ kind: z.enum(['school', 'provider', 'expert', 'teacher']), name: z.string() })),
  rules: z.strictObject({
    yearsAfterLeaving: z.int(),
    yearsOfJointWork: z.int(),
    binding: z.array(z.enum(CONFLICT_RULES)),
  }),
})

const Recusal = z.strictObject({
  ...item,
  personKind: z.enum(['expert', 'account']),
  person: Id,
  personName: z.string(),
  role: Role,
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  panelId: Id.nullable(),
  rule: Rule,
  detail: z.string(),
  how: z.enum(['computed', 'declared', 'late']),
  liftedAt: Instant.nullable(),
  liftNote: z.string().nullable(),
  at: Instant,
})

/** What a recheck finds about one sheet, and what becomes of it. */
const SheetConflict = z.strictObject({
  sheetId: Id,
  sheetVersion: Version,
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  expertId: Id,
  expertName: z.string(),
  state: z.enum(['assigned', 'declared', 'submitted']),
  conflicts: z.array(ConflictShape),
  effect: z.enum(['recuse', 'void']),
})
/** An item whose place or score the voiding of sheets changes: before and after; null where it has no result. */
const ItemChange = z.strictObject({
  applicationId: Id,
  title: z.string(),
  before: z.strictObject({ rank: z.int(), score: z.number(), withinQuota: z.boolean() }).nullable(),
  after: z.strictObject({ rank: z.int(), score: z.number(), withinQuota: z.boolean() }).nullable(),
})
const Recheck = z.strictObject({
  id: Id,
  version: Version,
  actions: z.array(z.string()),
  state: z.enum(['scoring', 'concluded']),
  sheets: z.array(SheetConflict),
  /** Of a concluded panel: what a new conclusion without these sheets would change. */
  changes: z.array(ItemChange),
  /** An application that would have no sheet left: its seats are filled before the panel is concluded anew. */
  unscored: z.string().nullable(),
  /** Applications that already went on (noticed, decided): nothing about them is changed by a new conclusion. */
  wentOn: z.int(),
})
const Voided = z.strictObject({
  id: Id,
  version: Version,
  state: z.literal('voided'),
  panelId: Id,
  panelState: z.enum(['scoring', 'concluded']),
  conflicts: z.array(ConflictShape),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Conflicts of interest (回避): what binds those who decide, who stepped aside from what, and conflicts that come to light late. */
export const conflictRoutes = {
  readMyInterests: route({
    ...base,
    id: 'readMyInterests',
    method: 'GET',
    path: `${D}/my-interests`,
    may: 'interest.read',
    summary: '我的利益关系',
    out: MyInterests,
    status: 200,
    refusals: [],
  }),
  saveMyInterests: route({
    ...base,
    id: 'saveMyInterests',
    method: 'PUT',
    path: `${D}/my-interests`,
    may: 'interest.write',
    summary: '申报并确认我的利益关系；每年至少确认一次',
    body: z.strictObject({ units: z.array(UnitPeriodShape).max(30), ties: z.array(TieShape).max(100) }),
    out: MyInterests,
    status: 200,
    refusals: ['invalid-input', 'version-stale'],
    ifMatch: 'optional',
  }),
  listRecusals: route({
    ...base,
    id: 'listRecusals',
    method: 'GET',
    path: `${D}/recusals`,
    may: 'recusal.read',
    summary: '回避记录：谁、因哪一条、回避了哪一项、何时',
    query: z.strictObject({
      ...paging,
      rule: Rule.optional(),
      person: Id.optional(),
      application: Id.optional(),
    }),
    out: pageOf(Recusal),
    sheet: SHEETS.recusals,
    status: 200,
    refusals: ['invalid-input'],
  }),
  declareInterest: route({
    ...base,
    id: 'declareInterest',
    method: 'POST',
    path: `${D}/recusals`,
    may: 'recusal.write',
    summary: '我与此项有利益关系：从此对本人隐藏，并由他人办理',
    body: z.strictObject({ item: Id, note: Line(500) }),
    out: Recusal,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'already-exists'],
  }),
  liftRecusal: route({
    ...base,
    id: 'liftRecusal',
    method: 'POST',
    path: `${D}/recusals/:id/actions/lift`,
    may: 'recusal.lift',
    summary: '解除他人自行申报的回避；须写明理由',
    body: Reasoned,
    out: Recusal,
    status: 200,
    refusals: moved,
    ifMatch: 'optional',
  }),
  readPanelConflicts: route({
    ...base,
    id: 'readPanelConflicts',
    method: 'GET',
    path: `${D}/panels/:id/conflicts`,
    may: 'panel.read',
    summary: '复核回避：按专家现在的情况重新核对每张评分表，只看不改',
    out: Recheck,
    status: 200,
    refusals: ['not-found'],
  }),
  recheckPanel: route({
    ...base,
    id: 'recheckPanel',
    method: 'POST',
    path: `${D}/panels/:id/rechecks`,
    may: 'panel.write',
    summary: '复核回避并处理：未提交的回避，已提交的作废；sheets 只处理其中几张',
    body: z.strictObject({ note: Line(2000), sheets: z.array(Id).min(1).max(200).optional() }),
    out: Recheck,
    status: 200,
    refusals: moved,
    ifMatch: 'optional',
  }),
  voidScoresheet: route({
    ...base,
    id: 'voidScoresheet',
    method: 'POST',
    path: `${D}/scoresheets/:id/actions/void`,
    may: 'scoresheet.void',
    summary: '评分表因事后发现的利益冲突作废',
    body: z.strictObject({ note: Line(2000), rule: Rule.default('declared') }),
    out: Voided,
    status: 200,
    refusals: moved,
    ifMatch: 'optional',
  }),
}
