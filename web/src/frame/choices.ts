import { PHASES } from '@shixun/domain/calls/design/call'
import type { Choice } from '../ui/select.tsx'
import { wordFor } from '../words/words.ts'

/** Codes as choices, in the words of their group. */
export function choicesOf(group: string, codes: readonly string[]): Choice[] {
  return codes.map((code) => ({ value: code, label: wordFor(group, code) }))
}

/** The code a control answered with, as one of its list; the first when it is none of them. */
export function oneOf<T extends string>(codes: readonly [T, ...T[]], value: string): T {
  return codes.find((code) => code === value) ?? codes[0]
}

export function someOf<T extends string>(codes: readonly T[], values: readonly string[]): T[] {
  return codes.filter((code) => values.includes(code))
}

export const areas = ['urban', 'town', 'rural'] as const
export const phases = PHASES
