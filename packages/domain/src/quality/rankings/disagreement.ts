import type { Hundredths } from '../rational.ts'
import type { Disagreement } from '../rubrics/rubric.ts'

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

/** A sealed sheet as the gap rule sees it: `total` in hundredths on the scale of 100; an extra one is a further opinion on a gap. */
export type GapSheet = { item: string; total: Hundredths; seat: 'regular' | 'extra' }

/**
 * Items whose gap still calls a further expert, in the order of their ids: the sealed sheets are too far apart, no extra sheet
 * among them is sealed, and the office did not waive it (`waived`: item → reason).
 */
export function openGaps(
  sheets: readonly GapSheet[],
  rule: Disagreement,
  waived: Readonly<Record<string, string>> = {},
): { item: string; gap: Hundredths }[] {
  const byItem = new Map<string, GapSheet[]>()
  for (const sheet of sheets) {
    const known = byItem.get(sheet.item)
    if (known) known.push(sheet)
    else byItem.set(sheet.item, [sheet])
  }
  return [...byItem.keys()].sort().flatMap((item) => {
    const own = byItem.get(item) ?? []
    const { gap, arbitration } = findDisagreement(
      own.map(({ total }) => total),
      rule,
    )
    const settled = own.some(({ seat }) => seat === 'extra') || Object.hasOwn(waived, item)
    return arbitration && gap !== null && !settled ? [{ item, gap }] : []
  })
}
