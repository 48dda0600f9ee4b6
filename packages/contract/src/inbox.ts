import * as z from 'zod'
import { AlarmFinding } from './assessment-shapes.ts'
import { route } from './route.ts'
import { Day, exporting, Id, Instant, item, Line, pageOf } from './shapes.ts'
import { inboxSheets as SHEETS } from './sheets/inbox.ts'

const Task = z.strictObject({
  ...item,
  kind: z.string(),
  entity: Id,
  /** The thing by its own name; what is asked is said by the kind. */
  title: z.string(),
  /** Of an alarm of the dynamic assessment: what it found. */
  alarm: AlarmFinding.nullable(),
  dueOn: Day.nullable(),
  /** How it stands today: past its day, due by the third day from now, or neither. */
  due: z.enum(['overdue', 'soon', 'later']),
  overdue: z.boolean(),
  createdAt: Instant,
})

const base = { part: 'inbox', worker: 'district' } as const

/** What waits for me, and its digest. */
export const inboxRoutes = {
  listTasks: route({
    ...base,
    id: 'listTasks',
    method: 'GET',
    path: '/api/me/tasks',
    may: 'signed-in',
    summary: '待办',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      ...exporting,
      after: Line(120).optional(),
      /** The oldest first, or the earliest day first. */
      sort: z.enum(['oldest', 'day']).default('oldest'),
      /** Only what is overdue, or due soon; the earliest day first. */
      due: z.enum(['overdue', 'soon']).optional(),
    }),
    out: pageOf(Task),
    sheet: SHEETS.tasks,
    status: 200,
    refusals: [],
  }),
  dismissTask: route({
    ...base,
    id: 'dismissTask',
    method: 'POST',
    path: '/api/me/tasks/:id/dismissal',
    may: 'signed-in',
    summary: '知道了：收起只作告知的待办；需要办理的办完才消失',
    out: null,
    status: 204,
    refusals: ['not-found', 'state-refuses'],
  }),
  readDigest: route({
    ...base,
    id: 'readDigest',
    method: 'GET',
    path: '/api/me/digest',
    may: 'signed-in',
    summary: '待办摘要',
    out: z.strictObject({
      day: Day,
      total: z.int(),
      overdue: z.int(),
      dueSoon: z.int(),
      groups: z.array(z.strictObject({ kind: z.string(), label: z.string(), n: z.int(), overdue: z.int() })),
      /** True when more tasks wait than were counted. */
      more: z.boolean(),
      text: z.string(),
    }),
    status: 200,
    refusals: [],
  }),
}
