import type { OutputOf } from '../../call.ts'

export type Policy = OutputOf<'readPolicy'>['body']
export type Conversion = Policy['conversions'][number]
export type Cap = Policy['caps'][number]
export type Requirement = Policy['requirements'][number]
export type Exemption = Policy['exemptions'][number]
export type Selector = Requirement['where']
export type PolicyProblem = OutputOf<'readPolicy'>['problems'][number]
export type Clauses = OutputOf<'readPolicy'>['words']

export const spans = ['entry', 'project', 'day', 'calendar_year', 'cycle'] as const
export const units = ['hours', 'credits'] as const
export const windows = ['cycle', 'calendar_year', 'first_months', 'last_years', 'dates'] as const
export type WindowKind = (typeof windows)[number]

/** An id that no rule of the list has. */
export function freeId(prefix: string, rules: readonly { id: string }[]): string {
  for (let n = rules.length + 1; ; n++) if (!rules.some(({ id }) => id === `${prefix}${n}`)) return `${prefix}${n}`
}

export function blankConversion(policy: Policy): Conversion {
  return { id: freeId('rate', policy.conversions), title: '', where: {}, perHour: [1, 1], factors: [] }
}

export function blankCap(policy: Policy): Cap {
  const unit = policy.conversions.length > 0 ? 'credits' : 'hours'
  return { id: freeId('cap', policy.caps), title: '', where: {}, per: 'calendar_year', unit, most: 0 }
}

export function blankRequirement(policy: Policy): Requirement {
  const unit = policy.conversions.length > 0 ? 'credits' : 'hours'
  const id = freeId('need', policy.requirements)
  return { id, title: '', kind: 'min', unit, amount: 0, where: {}, window: { kind: 'cycle' } }
}

export function blankExemption(policy: Policy): Exemption {
  return { id: freeId('relief', policy.exemptions), title: '', when: {}, requirements: 'all', share: [1, 1] }
}

/** A window of another kind, with figures to start from. */
export function windowOf(kind: WindowKind, policy: Policy): Requirement['window'] {
  if (kind === 'first_months') return { kind, months: 12 }
  if (kind === 'last_years') return { kind, years: 5 }
  if (kind === 'dates') return { kind, from: policy.validFrom, to: policy.validTo ?? policy.validFrom }
  return { kind }
}

/** A selector with one attribute set; an empty list leaves the attribute out, which selects everything. */
export function withSelected(where: Selector, name: keyof Selector, values: readonly string[]): Selector {
  const { [name]: _, ...rest } = where
  return values.length === 0 ? rest : { ...rest, [name]: [...values] }
}

/** Words as they are written in one field: 公需科目、专业科目. */
export function splitWords(text: string): string[] {
  return text
    .split(/[、，,;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** Moves a rule up or down: conversions apply in their order. */
export function movedBy<Rule>(rules: readonly Rule[], at: number, by: -1 | 1): Rule[] {
  const to = at + by
  const [one, other] = [rules[at], rules[to]]
  if (one === undefined || other === undefined) return [...rules]
  return rules.map((rule, n) => (n === at ? other : n === to ? one : rule))
}

/** Titles may stand empty while one writes, but the contract wants a word. */
export function wirePolicy(policy: Policy): Policy {
  const titled = <Rule extends { title: string }>(rules: readonly Rule[]) =>
    rules.map((rule) => ({ ...rule, title: rule.title.trim() === '' ? '—' : rule.title.trim() }))
  return {
    ...policy,
    title: policy.title.trim() === '' ? '—' : policy.title.trim(),
    conversions: titled(policy.conversions),
    caps: titled(policy.caps),
    requirements: titled(policy.requirements),
    exemptions: titled(policy.exemptions),
  }
}

/** Reads a policy from a file; null when it is no such text. What is wrong in it the server says member by member. */
export function policyFrom(text: string): Policy | null {
  try {
    const value: unknown = JSON.parse(text)
    const known = typeof value === 'object' && value !== null && 'requirements' in value && 'cycle' in value
    return known ? (value as Policy) : null
  } catch {
    return null
  }
}
