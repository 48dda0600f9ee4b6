import type { Hundredths } from './rational.ts'
import type { Disagreement } from './rubric.ts'

/** `gap`: highest less lowest sheet, null below two sheets. `arbitration`: an extra expert is called. */
export type DisagreementFinding = { gap: Hundredths | null; arbitration: boolean }

/**
 * A gap of `rule.gap` or more between two sheets calls an extra expert, unless both are under `rule.passLine`.
 * The widest pair decides: when its upper sheet is under the line, every pair is.
 */
export function findDisagreement(scores: readonly Hundredths[], rule: Disagreement): DisagreementFinding {
  if (scores.length < 2) return { gap: null, arbitration: false }
  let high = -Infinity
  let low = Infinity
  for (const score of scores) {
    if (score > high) high = score
    if (score < low) low = score
  }
  const gap = high - low
  return { gap, arbitration: gap >= rule.gap && high >= rule.passLine }
}
