export const iccForms = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const
export const alphaLevels = ['nominal', 'ordinal', 'interval', 'ratio'] as const

/** A coefficient, or why there is none. */
export interface Coefficient {
  value: number | null
  reason: string | null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined
}

/**
 * A coefficient of an answer, whose contract leaves its shape open: a panel keeps `{value, reason}` under each name, a
 * trial the value itself with the reasons gathered under `reasons`.
 */
export function coefficientOf(reliability: unknown, family: 'icc' | 'alpha', name: string): Coefficient {
  const found = member(member(reliability, family), name)
  if (typeof found === 'number') return { value: found, reason: null }
  const value = member(found, 'value')
  const reason = member(found, 'reason') ?? member(member(member(reliability, 'reasons'), family), name)
  return { value: typeof value === 'number' ? value : null, reason: typeof reason === 'string' ? reason : null }
}
