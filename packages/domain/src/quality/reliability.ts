import { type AlphaLevel, krippendorff } from './alpha.ts'
import type { PanelSheet } from './design.ts'
import { type IccReport, intraclass, type Statistic } from './icc.ts'

export type Reliability = IccReport & { alpha: Record<AlphaLevel, Statistic> }

/** How far a panel agrees: six ICCs and four alphas, each a double or null with its reason. Integer scores, one sheet per rater and item. */
export function reliability(sheets: readonly PanelSheet[]): Reliability {
  return { ...intraclass(sheets), alpha: krippendorff(sheets) }
}
