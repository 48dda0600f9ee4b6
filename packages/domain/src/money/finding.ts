/** How a broken rule is met: not looked at, shown, or refused at submission. */
export const SEVERITIES = ['off', 'warn', 'block'] as const
export type Severity = (typeof SEVERITIES)[number]

/**
 * A rule that an answer breaks. `pointer` is an RFC 6901 pointer relative to the values; `detail` names the rule in Chinese
 * and says what to do; `limit` is the cap in the unit of the rule (`budget-policy.ts`).
 */
export type Finding = {
  pointer: string
  rule: string
  severity: 'warn' | 'block'
  detail: string
  limit?: number
}

/** A finding under the severity that the tenant gives its rule; none when the rule is off. */
export function findingOf(severity: Severity, finding: Omit<Finding, 'severity'>): Finding[] {
  return severity === 'off' ? [] : [{ ...finding, severity }]
}
