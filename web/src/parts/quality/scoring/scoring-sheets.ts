import type { OutputOf } from '../../../call.ts'
import type { OwnOn } from './scoring-leaves.tsx'
import { stashedSheet } from './sheet-draft.ts'

export type Scoring = OutputOf<'readScoring'>
export type OwnSheet = Scoring['sheets'][number]
export const filters = ['all', 'undeclared', 'open', 'ready', 'sealed', 'reopened'] as const
export type Filter = (typeof filters)[number]

/** Sheets that still belong to this expert. */
export function heldSheets({ sheets }: Scoring): OwnSheet[] {
  return sheets.filter(({ state }) => state === 'assigned' || state === 'declared' || state === 'submitted')
}

const holds: Readonly<Record<Filter, (sheet: OwnSheet) => boolean>> = {
  all: () => true,
  undeclared: ({ state }) => state === 'assigned',
  open: ({ state, missing }) => state === 'declared' && missing.length > 0,
  ready: ({ state, missing }) => state === 'declared' && missing.length === 0,
  sealed: ({ state }) => state === 'submitted',
  reopened: ({ reopened }) => reopened,
}

export function sheetsIn(scoring: Scoring, filter: Filter): OwnSheet[] {
  return heldSheets(scoring).filter(holds[filter])
}

/** The sheet before or after this one in the drawn order, among those that the filter shows. */
export function neighbourOf(scoring: Scoring, filter: Filter, id: string, by: 1 | -1): OwnSheet | undefined {
  const all = heldSheets(scoring)
  const at = all.findIndex((sheet) => sheet.id === id)
  const beyond = by === 1 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse()
  return beyond.find(holds[filter])
}

/** What is to be done next: after this one, then from the beginning. */
export function nextUnfinished(scoring: Scoring, id: string): OwnSheet | undefined {
  const all = heldSheets(scoring)
  const at = all.findIndex((sheet) => sheet.id === id)
  return [...all.slice(at + 1), ...all.slice(0, at)].find(({ state }) => state !== 'submitted')
}

/** How the same expert scored a criterion on their other finished sheets: points in hundredths, the mean not rounded. */
export function ownElsewhere({ sheets }: Scoring, id: string, key: string): OwnOn | undefined {
  const values = sheets.flatMap((sheet) => {
    const value = sheet.id === id || sheet.rank === null ? undefined : sheet.scores[key]
    return value === undefined ? [] : [value]
  })
  if (values.length === 0) return undefined
  const sum = values.reduce((total, value) => total + value, 0)
  return { n: values.length, mean: sum / values.length, lowest: Math.min(...values), highest: Math.max(...values) }
}

/** Whether this device keeps changes of the sheet that the server does not have. */
export function keptHere({ id, state }: OwnSheet): boolean {
  return state === 'declared' && stashedSheet(id) !== null
}

const filterName = 'shixun.scoring.filter'

export function storedFilter(): Filter {
  try {
    const found = sessionStorage.getItem(filterName)
    return filters.find((one) => one === found) ?? 'all'
  } catch {
    return 'all'
  }
}

export function storeFilter(filter: Filter): void {
  try {
    sessionStorage.setItem(filterName, filter)
  } catch {
    // kept for this page only
  }
}
