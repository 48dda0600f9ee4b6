import { REPEAT_RULES, type RepeatRule } from '@shixun/domain/delivery/repeat-rules'
import * as z from 'zod'
import { Day, Id, Instant, item, Line } from './shapes.ts'

export const EnrolmentState = z.enum([
  'nominated',
  'waiting',
  'offered',
  'enrolled',
  'completed',
  'failed',
  'withdrawn',
  'refused',
])
export const RepeatRuleName = z.enum(Object.keys(REPEAT_RULES) as [RepeatRule, ...RepeatRule[]])
export const RepeatOutcome = z.enum(['warned', 'blocked', 'waived', 'avoided'])

/** What stands against an enrolment, frozen when it was nominated and looked at anew when it is admitted. */
const EnrolmentFinding = z.strictObject({
  rule: RepeatRuleName,
  mode: z.enum(['warn', 'block']),
  with: z.strictObject({ id: z.string(), title: z.string(), from: Day, to: Day }),
  detail: z.string(),
})
const Waiver = z.strictObject({ by: z.string(), at: Instant, reason: z.string(), covers: z.array(z.string()) })

export const Enrolment = z.strictObject({
  ...item,
  cohortId: Id,
  cohortTitle: z.string(),
  startsOn: Day,
  endsOn: Day,
  teacherId: Id.nullable(),
  /** The bureau that a guest comes from; empty for a teacher of this bureau. */
  homeSlug: z.string(),
  name: z.string(),
  schoolId: z.string(),
  schoolName: z.string(),
  subject: z.string(),
  phase: z.string(),
  state: EnrolmentState,
  preference: z.int(),
  findings: z.array(EnrolmentFinding),
  /** Why the school asks for a pass in spite of findings that block. */
  plea: z.string().nullable(),
  waiver: Waiver.nullable(),
  /** Findings that block and that nobody let pass. */
  blocked: z.boolean(),
  minutesDue: z.int(),
  minutesAttended: z.int(),
  reason: z.string().nullable(),
  /** The last day on which the school may take the place that is kept for it; null unless one is. */
  offerUntil: Day.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})

const Condition = z.strictObject({
  name: z.enum(['state', 'ethics', 'phase', 'subject', 'title', 'post', 'area', 'service']),
  met: z.boolean(),
  detail: z.string(),
})
const Preference = z.strictObject({
  points: z.int(),
  parts: z.array(z.strictObject({ what: z.string(), points: z.int() })),
})

/** A teacher as whoever nominates chooses one: who meets the conditions, and who stands in the cohort already. */
export const Choice = z.strictObject({
  teacherId: Id,
  name: z.string(),
  documentTail: z.string(),
  schoolId: Id,
  schoolName: z.string(),
  phase: z.string(),
  subject: z.string(),
  title: z.string().nullable(),
  eligible: z.boolean(),
  conditions: z.array(Condition),
  preference: Preference,
  /** How the teacher stands in the cohort already; null when not at all. */
  standing: EnrolmentState.nullable(),
})

/** What may become of one teacher who is put forward. */
const NominationOutcome = z.enum(['nominated', 'waiting', 'refused'])
const Nomination = z.strictObject({
  ...Choice.shape,
  outcome: NominationOutcome,
  /** Why not, in words; empty for who may come. */
  problem: z.string(),
  findings: z.array(EnrolmentFinding),
  blocked: z.boolean(),
  enrolmentId: Id.nullable(),
})

/** What a school may still fill; null places mean that nothing limits it but the cohort. */
const QuotaLeft = z.strictObject({
  schoolId: Id,
  schoolName: z.string(),
  places: z.int(),
  used: z.int(),
  asked: z.int(),
})

/** Teachers by their ids; a check also takes a pasted list: a name with the last characters of the document. */
export const Nominating = z.strictObject({
  teacherIds: z.array(Id).max(200).default([]),
  pasted: z
    .array(z.strictObject({ name: Line(40), tail: z.string().trim().max(18).default('') }))
    .max(200)
    .default([]),
  /** Why these teachers should come in spite of findings that block; whoever runs the cohort decides. */
  plea: Line(500).optional(),
  dryRun: z.boolean().default(false),
})
export const Nominated = z.strictObject({
  items: z.array(Nomination),
  /** Lines of the pasted list of which nobody or more than one was found. */
  unknown: z.array(z.strictObject({ row: z.int(), name: z.string(), problem: z.string() })),
  quotas: z.array(QuotaLeft),
  placesFree: z.int(),
  waitingFree: z.int(),
  done: z.boolean(),
})

/** One enrolment of a batch of admissions: what became of it, or why nothing did. */
const Admission = z.strictObject({
  id: Id,
  name: z.string(),
  schoolName: z.string(),
  state: EnrolmentState,
  version: z.int(),
  done: z.boolean(),
  problem: z.string().nullable(),
  detail: z.string().nullable(),
})
export const Admitting = z.strictObject({
  /** Chosen ones, or by preference and time until the places are full. */
  mode: z.enum(['selected', 'fill']),
  items: z
    .array(z.strictObject({ enrolmentId: Id, version: z.int().positive() }))
    .max(200)
    .default([]),
  dryRun: z.boolean().default(false),
})
export const Admitted = z.strictObject({
  items: z.array(Admission),
  admitted: z.int(),
  queued: z.int(),
  placesFree: z.int(),
  waitingFree: z.int(),
  /** More candidates stand than one step looks at: send the same again. */
  more: z.boolean(),
})

/** A finding of the report, with what became of it. */
export const TrainingRepeat = z.strictObject({
  id: Id,
  enrolmentId: Id,
  cohortId: Id,
  cohortTitle: z.string(),
  startsOn: Day,
  schoolId: z.string(),
  schoolName: z.string(),
  name: z.string(),
  rule: RepeatRuleName,
  outcome: RepeatOutcome,
  state: EnrolmentState,
  otherTitle: z.string(),
  otherFrom: z.string(),
  otherTo: z.string(),
  detail: z.string(),
  plea: z.string().nullable(),
  waivedBy: z.string().nullable(),
  waivedAt: Instant.nullable(),
  waiverReason: z.string().nullable(),
  createdAt: Instant,
})

const Term = z.strictObject({ key: z.string(), name: z.string(), from: Day, to: Day })
export const RepeatSummary = z.strictObject({
  term: Term,
  /** The terms to choose from, newest first. */
  terms: z.array(Term),
  rules: z.array(z.strictObject({ rule: RepeatRuleName, mode: z.enum(['off', 'warn', 'block']) })),
  figures: z.array(
    z.strictObject({
      schoolId: z.string(),
      schoolName: z.string(),
      rule: RepeatRuleName,
      outcome: RepeatOutcome,
      n: z.int(),
    }),
  ),
})
