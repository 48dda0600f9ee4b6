/** The rules of `domain.md` §4, in its order; `declared` is what a person says of themselves, whatever the rules. */
export const CONFLICT_RULES = [
  'same_unit',
  'same_unit_last_year',
  'named_in_application',
  'worked_together',
  'kin',
  'mentor',
  'applicant_school',
  'enrolled',
  'teaching',
] as const
type ComputedRule = (typeof CONFLICT_RULES)[number]
export type ConflictRule = ComputedRule | 'declared'

/** Whose decisions the rules bind beside the experts', who are bound by all of them. */
export const BOUND_ROLES = ['office', 'finance', 'curator'] as const
export type BoundRole = (typeof BOUND_ROLES)[number]

/** A bureau's limits (setting `conflict-rules`): whole years, and which rules bind those who decide. */
export type ConflictRules = {
  yearsAfterLeaving: number
  yearsOfJointWork: number
} & Record<BoundRole, readonly ComputedRule[]>

/** `domain.md` §4: a year after leaving a unit, four years of joint work, and everybody who decides is bound by every rule. */
export const DEFAULT_CONFLICT_RULES: ConflictRules = {
  yearsAfterLeaving: 1,
  yearsOfJointWork: 4,
  office: CONFLICT_RULES,
  finance: CONFLICT_RULES,
  curator: CONFLICT_RULES,
}

export function isBoundRole(role: string): role is BoundRole {
  return BOUND_ROLES.some((one) => one === role)
}
