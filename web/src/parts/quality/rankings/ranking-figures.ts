import type { OutputOf } from '../../../call.ts'

export type PanelResultBody = NonNullable<OutputOf<'readPanel'>['result']>
export type RankedItem = PanelResultBody['items'][number]

/** The four methods as their members are called, in the order of columns, with the words of the method. */
export const variants = [
  { key: 'mean', method: 'mean' },
  { key: 'median', method: 'median' },
  { key: 'trimmed', method: 'trimmed' },
  { key: 'severityAdjusted', method: 'severity_adjusted' },
] as const
export type Variant = (typeof variants)[number]['key']

/** What a method would do to a ranking: who would come within the quota, who would leave it, and how many places differ. */
export interface WhatIf {
  entering: string[]
  leaving: string[]
  moved: number
}

/** Compares the places that a method would give with those that stand; null where the panel has none of it. */
export function whatIf(items: readonly RankedItem[], variant: Variant, quota: number): WhatIf | null {
  if (items.some((item) => item.places[variant] === null)) return null
  const placeOf = (item: RankedItem) => item.places[variant] ?? 0
  // a tie that straddles the line gives nobody a seat, as in the ranking itself
  const sharing = new Map<number, number>()
  for (const item of items) sharing.set(placeOf(item), (sharing.get(placeOf(item)) ?? 0) + 1)
  const seated = (item: RankedItem) =>
    item.vetoed.length === 0 && placeOf(item) + (sharing.get(placeOf(item)) ?? 1) - 1 <= quota
  return {
    entering: items.filter((item) => seated(item) && !item.withinQuota).map(({ title }) => title),
    leaving: items.filter((item) => !seated(item) && item.withinQuota).map(({ title }) => title),
    moved: items.filter((item) => placeOf(item) !== item.rank).length,
  }
}

export type IccReading = 'poor' | 'moderate' | 'good' | 'excellent'

/** Words for an intraclass correlation by Koo & Li 2016, "A guideline of selecting and reporting ICC", J. Chiropr. Med. 15(2). */
export function iccReading(value: number): IccReading {
  return value < 0.5 ? 'poor' : value < 0.75 ? 'moderate' : value <= 0.9 ? 'good' : 'excellent'
}

/** Words for Krippendorff's alpha by Krippendorff 2004, "Content Analysis", 2nd ed., p. 241. */
export function alphaReading(value: number): 'low' | 'tentative' | 'reliable' {
  return value < 0.667 ? 'low' : value < 0.8 ? 'tentative' : 'reliable'
}
