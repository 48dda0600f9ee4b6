import { CALL_KINDS, LEVELS, UNIT_KINDS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { Eligibility, File, FormField, ReviewRules } from './form-shapes.ts'
import { Id, Instant, item, Line } from './shapes.ts'

/** A call as an office composes it. */
export const CallBody = z.strictObject({
  kind: z.enum(CALL_KINDS),
  level: z.enum(LEVELS),
  year: z.int().min(2000).max(2100),
  title: Line(100),
  guidance: z.string().max(20_000),
  form: z.array(FormField).min(1).max(80),
  rubricId: Id.nullable(),
  opensAt: Instant,
  closesAt: Instant,
  quotaPerUnit: z.int().min(1).max(1000),
  unitKinds: z.array(z.enum(UNIT_KINDS)).min(1),
  review: ReviewRules,
  noticeDays: z.int().min(1).max(60),
  eligibility: Eligibility.default({ phases: [], accredited: false, ethicsVeto: false }),
  /** Whom to ask: name and telephone of the office in charge; empty means the bureau's office. */
  contact: z.string().max(100).default(''),
})

export const CallState = z.enum(['draft', 'open', 'closed'])
export const CallCard = z.strictObject({
  ...item,
  kind: z.enum(CALL_KINDS),
  level: z.enum(LEVELS),
  year: z.int(),
  title: z.string(),
  state: CallState,
  opensAt: Instant,
  closesAt: Instant,
  quotaPerUnit: z.int(),
  unitKinds: z.array(z.enum(UNIT_KINDS)),
})
export const Call = z.strictObject({
  ...item,
  ...CallBody.shape,
  state: CallState,
  formNo: z.int(),
  copiedFrom: Id.nullable(),
  /** Until when the unit that asks may hand in, if it was granted more time. */
  extendedUntil: Instant.nullable(),
  files: z.array(File),
})
export const Extension = z.strictObject({
  callId: Id,
  unitId: Id,
  unitName: z.string(),
  until: Instant,
  reason: z.string(),
  createdAt: Instant,
})
