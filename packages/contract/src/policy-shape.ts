import { CAP_SPANS, SELECTED, type UNITS } from '@shixun/domain/credits/policy'
import * as z from 'zod'
import { Line } from './shapes.ts'

export const text = z.string().trim().max(120)
export const Code = Line(60)
const Fraction = z.tuple([z.number(), z.number()])
export const CreditUnit = z.enum(['hours', 'credits'] satisfies (keyof typeof UNITS)[])
const Words = z.array(Line(120)).max(200)
const selected = Object.fromEntries(SELECTED.map((name) => [name, Words.optional()])) as Record<
  (typeof SELECTED)[number],
  z.ZodOptional<typeof Words>
>
const Selector = z.strictObject(selected)
const rule = { id: Code, title: Line(120) }

/** Words that a policy uses (posts, phases, channels, levels) are checked by the domain, which names those it knows. */
export const PolicyBody = z.strictObject({
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
    .array(z.strictObject({ ...rule, where: Selector, per: z.enum(CAP_SPANS), unit: CreditUnit, most: z.number() }))
    .max(30),
  requirements: z
    .array(
      z.strictObject({
        ...rule,
        kind: z.enum(['min', 'max']),
        unit: CreditUnit,
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
  carryOver: z.strictObject({ where: Selector, unit: CreditUnit, most: z.number() }).nullable(),
})

/** A policy clause by clause, as sentences under headings. */
export const Clauses = z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) }))
/** What is wrong with a policy, rule by rule, in words. */
export const PolicyProblems = z.array(z.strictObject({ pointer: z.string(), detail: z.string() }))
