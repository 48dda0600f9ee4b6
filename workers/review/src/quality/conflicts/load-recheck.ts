import { engagedSheetsInPanel } from '@shixun/db/tenant/engagements'
import { settingByKey } from '@shixun/db/tenant/house'
import { sheetsMetInPanel } from '@shixun/db/tenant/late-conflicts'
import { applicationsOfPanel, callOfPanel, panelById, rubricOfPanel } from '@shixun/db/tenant/quality'
import { ratersOfPanel, sealedSheetsOfPanel, standingsOfPanel } from '@shixun/db/tenant/rankings'
import { scopeOf } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { conflictRulesOf } from '@shixun/tenant/barred-items'
import type { ReviewScene } from '../../store.ts'
import { type LoadedPanel, wentOn } from '../rankings/panel-conclusion.ts'
import { recounted } from '../rankings/recount-panel.ts'
import { type LateConflict, lateConflicts } from './late-conflicts.ts'

export type LoadedRecheck = LoadedPanel & { late: readonly LateConflict[] }

/** A panel with the conflicts that reach it as its experts are known today, in one trip. */
export async function loadRecheck(scene: ReviewScene, id: string): Promise<LoadedRecheck | null> {
  const [[panel], met, [setting], sealed, items, [rubric], [call], standings, raters, engaged] =
    await scene.store.tenant.read(
      panelById({ id }),
      sheetsMetInPanel({ panel: id }),
      settingByKey({ key: 'conflict-rules' }),
      sealedSheetsOfPanel({ panel: id }),
      applicationsOfPanel({ id }),
      rubricOfPanel({ id }),
      callOfPanel({ id }),
      standingsOfPanel({ panel: id, round: 0 }),
      ratersOfPanel({ panel: id }),
      engagedSheetsInPanel({ panel: id, today: chinaDate(scene.now) }),
    )
  if (!panel || !rubric || !call) return null
  const late = lateConflicts([...met, ...engaged], conflictRulesOf(setting?.value), scene.now)
  return { panel, sealed, items, rubric, call, standings, raters, sheets: [], late }
}

type Standing = { rank: number; official: number; seat: string } | null

function place(standing: Standing) {
  return standing && { rank: standing.rank, score: standing.official, withinQuota: standing.seat === 'in' }
}

/** What a new conclusion without the sheets in question would change; `unscored` is an item that would have no sheet left. */
function changesOf(loaded: LoadedRecheck) {
  if (loaded.panel.state !== 'concluded') return { changes: [], unscored: null }
  const gone = new Set(loaded.late.map(({ applicationId, expertId }) => `${applicationId}/${expertId}`))
  const sealed = loaded.sealed.filter(({ applicationId, expertId }) => !gone.has(`${applicationId}/${expertId}`))
  const found = recounted({ ...loaded, sealed })
  if (!found.ok) return { changes: [], unscored: String(found.refusal.facts?.['title'] ?? '') }
  const changes = found.value.changes.map(({ applicationId, title, before, after }) => ({
    applicationId,
    title,
    before: place(before),
    after: place(after),
  }))
  return { changes, unscored: null }
}

/** The recheck as an answer: the sheets it tells of, and what would follow in a ranking that stands. */
export function recheckView(scene: ReviewScene, loaded: LoadedRecheck, version: number = loaded.panel.version) {
  const { panel, late } = loaded
  return {
    id: panel.id,
    version,
    actions: late.length > 0 && scopeOf(scene.visitor, 'panel.write') !== null ? ['recheck'] : [],
    state: panel.state,
    sheets: late.map(({ conflicts, known: _, ...sheet }) => ({
      ...sheet,
      conflicts: conflicts.map(({ rule, detail }) => ({ rule, detail })),
    })),
    ...changesOf(loaded),
    wentOn: panel.state === 'concluded' ? wentOn(loaded.items) : 0,
  }
}
