import * as z from 'zod'
import { noticePageRoutes } from './notice-pages.ts'
import { objectionRoutes } from './objections.ts'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, Noted, Paging, pageOf } from './shapes.ts'
import { callSheets as SHEETS } from './sheets/calls.ts'

const NoticeState = z.enum(['standing', 'concluded', 'revoked'])
const NoticeItem = z.strictObject({
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  rank: z.int().nullable(),
  result: z.string(),
})
const noticeCard = {
  ...item,
  callId: Id,
  title: z.string(),
  state: NoticeState,
  startsOn: Day,
  endsOn: Day,
  workingDays: z.int(),
  /** Null to whoever may not read objections. */
  openObjections: z.int().nullable(),
  publicPath: z.string(),
  /** The revoked notice in whose place this one stands. */
  replaces: Id.nullable(),
  createdAt: Instant,
  /** When it was concluded or revoked. */
  settledAt: Instant.nullable(),
}
const NoticeCard = z.strictObject({ ...noticeCard, itemsTotal: z.int() })
const Notice = z.strictObject({ ...noticeCard, body: z.string(), items: z.array(NoticeItem) })
const NoticeView = z.strictObject({
  ...Notice.shape,
  /** The notice that took the place of this revoked one. */
  replacedBy: Id.nullable(),
})
/** The days of a notice's term, one by one: which count and why the others do not. */
const Term = z.strictObject({
  startsOn: Day,
  endsOn: Day,
  workingDays: z.int(),
  days: z.array(
    z.strictObject({
      date: Day,
      kind: z.enum(['working', 'make_up', 'weekend', 'holiday']),
      /** Which working day of the term it is, from 1; null for the first day and for days that do not count. */
      no: z.int().nullable(),
    }),
  ),
})
const base = { part: 'calls', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Notices, the working days they stand, objections to them, and their public pages. */
export const noticeRoutes = {
  listNotices: route({
    ...base,
    id: 'listNotices',
    method: 'GET',
    path: `${D}/notices`,
    may: 'notice.read',
    summary: '公示',
    query: Paging,
    out: pageOf(NoticeCard),
    sheet: SHEETS.notices,
    status: 200,
    refusals: [],
  }),
  publishNotice: route({
    ...base,
    id: 'publishNotice',
    method: 'POST',
    path: `${D}/notices`,
    may: 'notice.write',
    summary: '公示评审结果',
    body: z.strictObject({
      callId: Id,
      title: Line(100),
      body: z.string().max(20_000),
      applicationIds: z.array(Id).min(1).max(500),
      workingDays: z.int().min(1).max(60).optional(),
      /** What the notice says of each application; without it what the kind of call leads to, such as 拟立项. */
      result: Line(20).optional(),
      /** The same for single applications, by their id. */
      results: z.record(Id, Line(20)).optional(),
      /** The first day, today or later; today when absent. */
      startsOn: Day.optional(),
      /** The revoked notice that this one takes the place of. */
      replaces: Id.optional(),
    }),
    out: Notice,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'calendar-year-missing', 'version-stale'],
  }),
  previewNoticeTerm: route({
    ...base,
    id: 'previewNoticeTerm',
    method: 'GET',
    path: `${D}/notice-term`,
    may: 'notice.write',
    summary: '公示期试算',
    query: z.strictObject({ startsOn: Day.optional(), workingDays: z.coerce.number().int().min(1).max(60) }),
    out: Term,
    status: 200,
    refusals: ['invalid-input', 'calendar-year-missing'],
  }),
  parseHolidayNotice: route({
    ...base,
    id: 'parseHolidayNotice',
    method: 'POST',
    path: `${D}/work-calendar/parse`,
    may: 'setting.write',
    summary: '识别国务院办公厅节假日安排通知，不保存',
    body: z.strictObject({ text: z.string().trim().min(1).max(20_000) }),
    out: z.strictObject({
      year: z.int(),
      holidays: z.array(Day),
      makeUpDays: z.array(Day),
      source: z.string(),
      doubts: z.array(z.strictObject({ text: z.string(), why: z.string() })),
    }),
    status: 200,
    refusals: ['invalid-input'],
  }),
  readNotice: route({
    ...base,
    id: 'readNotice',
    method: 'GET',
    path: `${D}/notices/:id`,
    may: 'notice.read',
    summary: '一个公示',
    out: NoticeView,
    status: 200,
    refusals: ['not-found'],
  }),
  concludeNotice: route({
    ...base,
    ...moved,
    id: 'concludeNotice',
    path: `${D}/notices/:id/actions/conclude`,
    may: 'notice.conclude',
    summary: '公示期满',
    body: Noted,
    out: Notice,
    refusals: [...moveRefusals, 'notice-still-standing', 'objection-open'],
  }),
  ...objectionRoutes,
  ...noticePageRoutes,
}
