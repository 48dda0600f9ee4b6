import { CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import * as z from 'zod'
import { Day, Id, Line } from './shapes.ts'

const Rules = z.array(z.enum(CONFLICT_RULES)).max(CONFLICT_RULES.length)

/** Rules of the bureau for conflicts of interest: years, and which rules bind those who decide; experts are bound by all. */
export const ConflictRulesShape = z.strictObject({
  yearsAfterLeaving: z.int().min(0).max(10),
  yearsOfJointWork: z.int().min(0).max(20),
  office: Rules,
  finance: Rules,
  curator: Rules,
})

export const Rule = z.enum([...CONFLICT_RULES, 'declared'])
export const ConflictShape = z.strictObject({ rule: Rule, detail: z.string() })

/** A unit in time: its row of this bureau, or its name alone. No end: still there. */
export const UnitPeriodShape = z.strictObject({
  unitId: Id.nullable(),
  name: Line(60),
  since: Day.nullable(),
  until: Day.nullable(),
})
/** A tie that binds: kin and mentors for life, co-workers for the years of the bureau after `until`. */
export const TieShape = z.strictObject({
  name: Line(40),
  kind: z.enum(['kin', 'mentor', 'coworker']),
  since: Day.optional(),
  until: Day.optional(),
})
