import { PHASES } from '@shixun/domain/calls/call'
import { VERDICTS } from '@shixun/domain/credits/entry-verdict'
import { CAP_SPANS, type LEAVE_KINDS, type POSTS, SELECTED, type UNITS } from '@shixun/domain/credits/policy'
import * as z from 'zod'
import { route } from './route.ts'
import { Line } from './shapes.ts'

const text = z.string().trim().max(120)
const Code = Line(60)
const Fraction = z.tuple([z.number(), z.number()])
const Unit = z.enum(['hours', 'credits'] satisfies (keyof typeof UNITS)[])
const Words = z.array(Line(120)).max(200)
const selected = Object.fromEntries(SELECTED.map((name) => [name, Words.optional()])) as Record<
  (typeof SELECTED)[number],
  z.ZodOptional<typeof Words>
>
const Selector = z.strictObject(selected)
const rule = { id: Code, title: Line(120) }

/** Words that a policy uses (posts, phases, channels, levels) are checked by the domain, which names those it knows. */
const Policy = z.strictObject({
  title: Line(200),
  version: z.int().positive(),
  validFrom: text,
  validTo: text.nullable(),
  cycle: z.strictObject({
    years: z.number(),
    anchor: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fixed'), start: text }),
      z.strictObject({ kind: z.literal('entry') }),
      z.strictObject({ kind: z.literal('calendar') }),
    ]),
  }),
  minutesPerHour: z.number(),
  attendance: z.strictObject({ absenceFrom: Fraction }).nullable(),
  accreditedOnly: z.boolean(),
  conversions: z
    .array(
      z.strictObject({
        ...rule,
        where: Selector,
        perHour: Fraction,
        factors: z.array(z.strictObject({ post: Code, factor: Fraction })).max(20),
      }),
    )
    .max(60),
  caps: z
    .array(z.strictObject({ ...rule, where: Selector, per: z.enum(CAP_SPANS), unit: Unit, most: z.number() }))
    .max(30),
  requirements: z
    .array(
      z.strictObject({
        ...rule,
        kind: z.enum(['min', 'max']),
        unit: Unit,
        amount: z.number(),
        where: Selector,
        window: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('cycle') }),
          z.strictObject({ kind: z.literal('calendar_year') }),
          z.strictObject({ kind: z.literal('first_months'), months: z.number() }),
          z.strictObject({ kind: z.literal('last_years'), years: z.number() }),
          z.strictObject({ kind: z.literal('dates'), from: text, to: text }),
        ]),
        appliesTo: z
          .strictObject({ posts: Words.optional(), phases: Words.optional(), novice: z.boolean().optional() })
          .optional(),
      }),
    )
    .max(30),
  leave: z.strictObject({ kinds: Words, fromDays: z.number() }).nullable(),
  exemptions: z
    .array(
      z.strictObject({
        ...rule,
        when: z.strictObject({ posts: Words.optional(), phases: Words.optional(), leaveKinds: Words.optional() }),
        requirements: z.union([z.literal('all'), z.array(Code).max(30)]),
        share: Fraction,
      }),
    )
    .max(30),
  carryOver: z.strictObject({ where: Selector, unit: Unit, most: z.number() }).nullable(),
})

const Post = z.enum([
  'head_teacher',
  'principal',
  'trainer',
  'backbone_school',
  'backbone_district',
  'backbone_city',
  'backbone_province',
] satisfies (keyof typeof POSTS)[])
const LeaveKind = z.enum(['maternity', 'sick', 'study', 'secondment', 'other'] satisfies (keyof typeof LEAVE_KINDS)[])
const Teacher = z.strictObject({
  entryDate: text,
  posts: z
    .array(z.strictObject({ post: Post, from: text, to: text.nullable() }))
    .max(50)
    .default([]),
  phase: z.enum(PHASES),
  leaves: z
    .array(z.strictObject({ kind: LeaveKind, from: text, to: text }))
    .max(50)
    .default([]),
})
const Entry = z.strictObject({
  id: Code,
  date: text,
  hours: z.number().optional(),
  minutes: z.number().optional(),
  channel: text,
  level: text.default(''),
  module: text.default(''),
  category: text.default(''),
  activity: text.default(''),
  project: text.default(''),
  provider: text.default(''),
  accredited: z.boolean().optional(),
  attendance: z.strictObject({ due: z.number(), actual: z.number() }).optional(),
  status: z.enum(['pending', 'confirmed']).default('confirmed'),
  reverses: Code.optional(),
})

const Clauses = z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) }))
const Year = z.strictObject({
  year: z.int(),
  asked: z.boolean(),
  required: z.number(),
  earned: z.number(),
  remaining: z.number(),
  met: z.boolean(),
})
const Result = z.strictObject({
  unit: Unit,
  asOf: z.string(),
  cycle: z.strictObject({ from: z.string(), to: z.string(), extendedBy: z.int() }),
  requirements: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: z.enum(['min', 'max']),
      unit: Unit,
      from: z.string(),
      to: z.string(),
      required: z.number(),
      earned: z.number(),
      remaining: z.number(),
      met: z.boolean(),
      applies: z.boolean(),
      exempt: z.boolean(),
      exemption: z.string().nullable(),
      carried: z.number(),
      pace: z.enum(['met', 'on_pace', 'behind', 'over']),
      expectedByNow: z.number(),
      years: z.array(Year).nullable(),
    }),
  ),
  totals: z.strictObject({ hours: z.number(), credits: z.number() }),
  entries: z.array(
    z.strictObject({
      id: z.string(),
      counts: z.boolean(),
      hours: z.number(),
      credits: z.number(),
      counted: z.number(),
      why: z.strictObject({ code: z.enum(VERDICTS), words: z.string(), cap: z.string().optional() }),
    }),
  ),
  words: Clauses,
})

/** Credit policies without anything being kept. */
export const creditRoutes = {
  readCreditSamples: route({
    part: 'credits',
    worker: 'gateway',
    id: 'readCreditSamples',
    method: 'GET',
    path: '/api/tools/credits/samples',
    may: 'public',
    summary: '学分办法样例：出处、全文与逐条说明',
    out: z.strictObject({
      items: z.array(
        z.strictObject({ key: z.string(), title: z.string(), source: z.string(), policy: Policy, words: Clauses }),
      ),
    }),
    status: 200,
    refusals: [],
  }),
  tryCredits: route({
    part: 'credits',
    worker: 'documents',
    id: 'tryCredits',
    method: 'POST',
    path: '/api/tools/credits',
    may: 'public',
    summary: '学分试算（不保存）：各项要求已得、还差，每条记录为何计入或不计入',
    body: z.strictObject({ policy: Policy, teacher: Teacher, entries: z.array(Entry).max(2000), asOf: text }),
    out: Result,
    status: 200,
    refusals: ['invalid-input'],
  }),
}
