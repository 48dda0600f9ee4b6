import { type Design, designOf, type PanelSheet } from '../rankings/design.ts'
import { type AlphaLevel, krippendorffOfDesign } from './alpha.ts'
import { type IccReport, intraclassOfDesign, type Statistic } from './icc.ts'

export type Reliability = IccReport & { alpha: Record<AlphaLevel, Statistic> }

/** How far a panel agrees: six ICCs and four alphas, each a double or null with its reason. Integer scores, one sheet per rater and item. */
export function reliabilityOfDesign(design: Design): Reliability {
  return { ...intraclassOfDesign(design), alpha: krippendorffOfDesign(design) }
}

/** As `reliabilityOfDesign`, from sheets. */
export function reliability(sheets: readonly PanelSheet[]): Reliability {
  return reliabilityOfDesign(designOf(sheets))
}
