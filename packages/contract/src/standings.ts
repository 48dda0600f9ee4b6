import { PHASES } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { CreditUnit } from './policy-shape.ts'
import { route } from './route.ts'
import { Day, Id, pageOf, paging } from './shapes.ts'
import { creditSheets as SHEETS } from './sheets/credits.ts'

const Count = z.int().min(0)
const ShortLine = z.strictObject({
  /** Of the requirement. */
  id: z.string(),
  required: z.number(),
  earned: z.number(),
  remaining: z.number(),
  /** No time is left to make it good. */
  overdue: z.boolean(),
  words: z.string(),
})
const ShortTeacher = z.strictObject({
  /** Of the teacher. */
  id: Id,
  name: z.string(),
  schoolId: Id,
  schoolName: z.string(),
  phase: z.enum(PHASES),
  subject: z.string(),
  urgency: z.enum(['overdue', 'behind', 'on_pace']),
  /** What was asked for: the largest lack, or that of the requirement asked for. */
  remaining: z.number(),
  unit: CreditUnit,
  dueOn: Day,
  lines: z.array(ShortLine),
  asOf: Day,
})
const Named = z.strictObject({ id: z.string(), title: z.string() })
const PolicyInForce = z.strictObject({
  id: Id,
  title: z.string(),
  no: z.int().positive(),
  validFrom: Day,
  requirements: z.array(Named),
  posts: z.array(z.string()),
})
const counts = { met: Count, onPace: Count, behind: Count, free: Count }
const Counted = z.strictObject({ key: z.string(), name: z.string(), ...counts })

const base = { part: 'credits', worker: 'registry' } as const
const D = '/api/districts/:district'

/** Where teachers stand: who is short, the most urgent first, and the figures of school and district. */
export const standingRoutes = {
  listShortTeachers: route({
    ...base,
    id: 'listShortTeachers',
    method: 'GET',
    path: `${D}/standings`,
    may: 'standing.read',
    summary: '谁还差学时，最急的在前',
    query: z.strictObject({
      ...paging,
      /** A version in force; the main one unless given. */
      policy: Id.optional(),
      requirement: z.string().max(60).optional(),
      post: z.string().max(40).optional(),
      phase: z.enum(PHASES).optional(),
      school: Id.optional(),
      /** At least so urgent. */
      urgency: z.enum(['overdue', 'behind']).optional(),
    }),
    out: pageOf(ShortTeacher),
    sheet: SHEETS.short,
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
  readStandingOverview: route({
    ...base,
    id: 'readStandingOverview',
    method: 'GET',
    path: `${D}/standings/overview`,
    may: 'standing.read',
    summary: '达标、按进度、落后：按学校、学段、学时分布与月份',
    query: z.strictObject({ policy: Id.optional() }),
    out: z.strictObject({
      /** Null: no policy is in force yet. */
      policy: PolicyInForce.nullable(),
      policies: z.array(PolicyInForce),
      asOf: Day.nullable(),
      computing: z.boolean(),
      all: z.strictObject(counts),
      schools: z.array(Counted),
      phases: z.array(Counted),
      months: z.array(z.strictObject({ month: z.string(), ...counts })),
      distribution: z.strictObject({ unit: CreditUnit, amount: z.number(), counts: z.array(Count) }),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
}
