import { PHASES } from '@shixun/domain/calls/design/call'
import { VERDICTS } from '@shixun/domain/credits/entry-verdict'
import type { LEAVE_KINDS, POSTS } from '@shixun/domain/credits/policy'
import * as z from 'zod'
import { Clauses, Code, CreditUnit, PolicyBody, PolicyProblems, text } from './policy-shape.ts'
import { route } from './route.ts'

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

const Year = z.strictObject({
  year: z.int(),
  asked: z.boolean(),
  required: z.number(),
  earned: z.number(),
  remaining: z.number(),
  met: z.boolean(),
})
/** Where a teacher stands on one requirement (`RequirementResult` of the domain). */
export const RequirementStanding = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['min', 'max']),
  unit: CreditUnit,
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
})
/** What became of one entry, and why. */
export const EntryVerdict = z.strictObject({
  id: z.string(),
  counts: z.boolean(),
  hours: z.number(),
  credits: z.number(),
  counted: z.number(),
  why: z.strictObject({ code: z.enum(VERDICTS), words: z.string(), cap: z.string().optional() }),
})
const Result = z.strictObject({
  unit: CreditUnit,
  asOf: z.string(),
  cycle: z.strictObject({ from: z.string(), to: z.string(), extendedBy: z.int() }),
  requirements: z.array(RequirementStanding),
  totals: z.strictObject({ hours: z.number(), credits: z.number() }),
  entries: z.array(EntryVerdict),
  words: Clauses,
})

/** Credit policies without anything being kept. */
export const creditRoutes = {
  readCreditSamples: route({
    part: 'credits',
    worker: 'registry',
    id: 'readCreditSamples',
    method: 'GET',
    path: '/api/tools/credits/samples',
    may: 'public',
    summary: '学分办法样例：出处、全文与逐条说明',
    out: z.strictObject({
      items: z.array(
        z.strictObject({ key: z.string(), title: z.string(), source: z.string(), policy: PolicyBody, words: Clauses }),
      ),
    }),
    status: 200,
    refusals: [],
  }),
  tryCredits: route({
    part: 'credits',
    worker: 'registry',
    id: 'tryCredits',
    method: 'POST',
    path: '/api/tools/credits',
    may: 'public',
    summary: '学分试算（不保存）：各项要求已得、还差，每条记录为何计入或不计入',
    body: z.strictObject({ policy: PolicyBody, teacher: Teacher, entries: z.array(Entry).max(2000), asOf: text }),
    out: Result,
    status: 200,
    refusals: ['invalid-input'],
  }),
  explainPolicy: route({
    part: 'credits',
    worker: 'registry',
    id: 'explainPolicy',
    method: 'POST',
    path: '/api/tools/credits/policy',
    may: 'public',
    summary: '学分办法逐条说明与检查（不保存）：互相矛盾的两条都写明',
    body: z.strictObject({ policy: PolicyBody }),
    out: z.strictObject({ words: Clauses, problems: PolicyProblems }),
    status: 200,
    refusals: ['invalid-input'],
  }),
}
