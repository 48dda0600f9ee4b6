import { NEWEST } from '@shixun/db/tenant/paging'
import { applicationsOfPanel, callOfPanel, panelById, rubricOfPanel, sheetPageOfPanel } from '@shixun/db/tenant/quality'
import { ratersOfPanel, sealedSheetsOfPanel, standingsOfPanel } from '@shixun/db/tenant/rankings'
import { concludePanel, type PanelConclusion, type SealedSheet } from '@shixun/domain/quality/rankings/conclude-panel'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { ReviewScene } from '../../store.ts'

/** Sheets shown with a panel; a larger panel's are paged. */
export const SHEETS_SHOWN = 500

/** Items of a panel that a ranking holds: in review, or ranked by an earlier conclusion. What was withdrawn is out. */
const RANKABLE = ['in_review', 'ranked']
/** Those that an earlier conclusion ranked and that went on since. */
const WENT_ON = ['noticed', 'approved', 'rejected']

export type LoadedPanel = NonNullable<Awaited<ReturnType<typeof loadPanel>>>

/** A panel with all that a conclusion is made from, in one trip. */
export async function loadPanel(scene: ReviewScene, id: string) {
  const [[panel], sealed, items, [rubric], [call], standings, raters, sheets] = await scene.store.tenant.read(
    panelById({ id }),
    sealedSheetsOfPanel({ panel: id }),
    applicationsOfPanel({ id }),
    rubricOfPanel({ id }),
    callOfPanel({ id }),
    standingsOfPanel({ panel: id, round: 0 }),
    ratersOfPanel({ panel: id }),
    sheetPageOfPanel({ panel: id, after: NEWEST, limit: SHEETS_SHOWN }),
  )
  if (!panel || !rubric || !call) return null
  const shown = sheets.map(({ version: _, createdAt: __, panelId: ___, ...sheet }) => sheet)
  return { panel, sealed, items, rubric, call, standings, raters, sheets: shown }
}

type Concludable = {
  panel: { size: number; method: LoadedPanel['panel']['method']; gapWaived: Record<string, string> }
  items: readonly { id: string; title: string; unitName: string; state: string }[]
  sealed: readonly {
    applicationId: string
    expertId: string
    scores: SealedSheet['scores']
    seat: 'regular' | 'extra'
  }[]
  rubric: { body: Rubric }
  call: { review: LoadedPanel['call']['review'] }
}

/** The sealed sheets of the items that are ranked. */
function countedSheets(
  { items, sealed }: Pick<Concludable, 'items' | 'sealed'>,
  states: readonly string[],
): SealedSheet[] {
  const wanted = new Set(items.filter(({ state }) => states.includes(state)).map(({ id }) => id))
  return sealed
    .filter(({ applicationId }) => wanted.has(applicationId))
    .map(({ applicationId, expertId, scores, seat }) => ({ item: applicationId, rater: expertId, scores, seat }))
}

export type Concluded<Item> = PanelConclusion & { items: Item[]; counted: SealedSheet[] }

/**
 * Concludes what a panel holds by the rules of its call. `recount`: items that went on already stand in the ranking too, or those
 * behind them would seem to move up. Refused when an item has no sheet that counts.
 */
export function conclude<Loaded extends Concludable>(
  loaded: Loaded,
  { recount }: { recount: boolean },
): Result<Concluded<Loaded['items'][number]>, Refusal> {
  const { panel, rubric, call } = loaded
  const states = recount ? [...RANKABLE, ...WENT_ON] : RANKABLE
  const items = loaded.items.filter(({ state }) => states.includes(state))
  const counted = countedSheets(loaded, states)
  const scored = new Set(counted.map(({ item }) => item))
  const bare = items.find(({ id }) => !scored.has(id))
  if (bare) return refuse({ code: 'experts-short', facts: { title: bare.title, available: 0, needed: panel.size } })
  const { review } = call
  return ok({
    ...concludePanel({
      items,
      sheets: counted,
      rubric: rubric.body,
      method: panel.method,
      quota: review.quota,
      waived: panel.gapWaived,
      ...(review.tieBreak === undefined ? {} : { tieBreak: review.tieBreak }),
      ...(review.minSheetsPerRater === undefined ? {} : { minSheetsPerRater: review.minSheetsPerRater }),
    }),
    items,
    counted,
  })
}

/** Items that went on to a notice or a decision since they were ranked. */
export function wentOn(items: readonly { state: string }[]): number {
  return items.filter(({ state }) => WENT_ON.includes(state)).length
}

/** Sheets of the panel that were voided since it was concluded last. */
export function voidedSince({ panel, raters }: Pick<LoadedPanel, 'panel' | 'raters'>): number {
  const voided = raters.reduce((all, rater) => all + rater.voided, 0)
  return panel.result === null ? 0 : voided - panel.result.voided
}
