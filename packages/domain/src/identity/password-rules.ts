import type { FieldProblem } from '../shared/result.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

const SHORTEST = 8
const LONGEST = 128
/** What must remain of a password when the words that everybody knows about its owner are taken out of it. */
const REMAINDER = 6
/** A word shorter than this stands in too many passwords by accident. */
const SHORTEST_WORD = 3

/** What is known about an account and its bureau: user name, person, district name and slug. */
export type PasswordContext = readonly (string | null)[]

/** Whether each character stands one further than the last, one before it, or all are one and the same. */
function isRun(text: string): boolean {
  const steps = new Set<number>()
  for (let n = 1; n < text.length; n++) steps.add(text.charCodeAt(n) - text.charCodeAt(n - 1))
  const [step] = steps
  return steps.size <= 1 && Math.abs(step ?? 0) <= 1
}

/** One short piece again and again: `abcabcabc`, `12341234`. */
function isRepeat(text: string): boolean {
  return /^(.{1,4})\1+$/.test(text)
}

function isCommon(lower: string): boolean {
  const core = lower.replace(/[\d\W_]+$/u, '').replace(/^[\d\W_]+/u, '')
  return COMMON_PASSWORDS.has(lower) || (core !== '' && COMMON_PASSWORDS.has(core) && lower.length - core.length <= 6)
}

function isContextual(lower: string, context: PasswordContext): boolean {
  const words = context
    .flatMap((word) => (word === null ? [] : [word, ...word.split(/[^\p{L}\p{N}]+/u)]))
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD || /^\p{Script=Han}{2,}$/u.test(word))
  const rest = words.toSorted((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), lower)
  return rest !== lower && [...rest].length < REMAINDER
}

/**
 * What is wrong with a password, or null: 8 to 128 characters exactly as typed, neither common nor made of words known
 * about its owner; no rules of composition (NIST SP 800-63B 3.1.1.2).
 */
export function passwordProblem(password: string, context: PasswordContext): Omit<FieldProblem, 'pointer'> | null {
  const length = [...password].length
  if (length < SHORTEST) return { problem: 'too_short', limit: SHORTEST }
  if (length > LONGEST) return { problem: 'too_long', limit: LONGEST }
  if (/\p{Surrogate}/u.test(password)) return { problem: 'wrong_format' }
  const lower = password.toLowerCase()
  if (isRun(lower) || isRepeat(lower) || isCommon(lower)) return { problem: 'common_password' }
  return isContextual(lower, context) ? { problem: 'contextual_password' } : null
}
