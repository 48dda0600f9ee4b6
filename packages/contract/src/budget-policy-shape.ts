import { BUDGET_RULES, type BudgetRule, PERSON_DAY_CLASSES, POLICY_FORMAT } from '@shixun/domain/money/budget-policy'
import { SEVERITIES } from '@shixun/domain/money/finding'
import { TRAINER_TITLES } from '@shixun/domain/money/lecture-fee'
import * as z from 'zod'
import { Day, Line } from './shapes.ts'

const Fen = z.int().min(0).max(99_999_999_999)
const Hundredths = z.int().min(0).max(36_600)
const RULES = Object.keys(BUDGET_RULES) as [BudgetRule, ...BudgetRule[]]

/**
 * The money rules of a bureau: caps and severities. Amounts in fen, shares in hundredths of a percent, days and hours in
 * hundredths. Every rule is told; what makes no sense beyond the shape, `checkBudgetPolicy` of the domain refuses.
 */
export const BudgetPolicyShape = z.strictObject({
  format: z.literal(POLICY_FORMAT),
  title: Line(60),
  source: Line(300),
  validFrom: Day.nullable(),
  rules: z.record(z.enum(RULES), z.strictObject({ severity: z.enum(SEVERITIES), limit: Fen.nullable() })),
  personDay: z.strictObject({
    inForce: z.enum(PERSON_DAY_CLASSES),
    rates: z.record(z.enum(PERSON_DAY_CLASSES), Fen),
    fullDays: Hundredths,
    beyond: Hundredths,
  }),
  travelDays: z.strictObject({ arrival: Hundredths, departure: Hundredths, together: Hundredths }),
  lectureFee: z.record(z.enum(TRAINER_TITLES), Fen),
  halfDayHours: Hundredths,
})
