import type { FieldProblem } from '../../shared/result.ts'
import type { Eligibility } from './call.ts'
import type { FormField } from './form.ts'

/** What an office may still change in a call that schools have read: it may only ever ask them for less, or give more. */
export type AmendableCall = {
  guidance: string
  contact: string
  form: readonly FormField[]
  closesAt: string
  quotaPerUnit: number
  eligibility: Eligibility
}

const AMENDABLE: readonly string[] = [
  'guidance',
  'contact',
  'form',
  'closesAt',
  'quotaPerUnit',
  'eligibility',
] satisfies (keyof AmendableCall)[]

/** JSON in which neither the order of members matters nor whether an empty one is there. */
function plainText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, member]) => member !== undefined && member !== '')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  )
}

export function sameForm(one: readonly FormField[], other: readonly FormField[]): boolean {
  return plainText(one) === plainText(other)
}

/** The members of `change` that say something else than the call does now. */
export function changedMembers(
  call: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(change).filter(
    (key) =>
      change[key] !== undefined &&
      plainText(change[key]) !== plainText(Object.hasOwn(call, key) ? call[key] : undefined),
  )
}

/**
 * Checks an amendment of an open call. The window closes only later and the quota only rises, so that nobody who kept
 * to the published rules is refused for it; what decides who wins (kind, rubric, review) stays as published.
 * A reason is asked for: schools read it in the history. Instants are ISO UTC strings of one format.
 */
export function checkAmendment(
  call: AmendableCall & Readonly<Record<string, unknown>>,
  change: Partial<AmendableCall> & Readonly<Record<string, unknown>>,
  note: string | undefined,
): FieldProblem[] {
  const changed = changedMembers(call, change)
  const problems: FieldProblem[] = changed
    .filter((key) => !AMENDABLE.includes(key))
    .map((key) => ({ pointer: `/${key}`, problem: 'fixed_once_open' }))
  if (change.closesAt !== undefined && change.closesAt < call.closesAt)
    problems.push({ pointer: '/closesAt', problem: 'only_later' })
  if (change.quotaPerUnit !== undefined && change.quotaPerUnit < call.quotaPerUnit)
    problems.push({ pointer: '/quotaPerUnit', problem: 'too_small', limit: call.quotaPerUnit })
  if (changed.length === 0) problems.push({ pointer: '/note', problem: 'nothing_changed' })
  if (note === undefined || note.trim() === '') problems.push({ pointer: '/note', problem: 'required' })
  return problems
}
