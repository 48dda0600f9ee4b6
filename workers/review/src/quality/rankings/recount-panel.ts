import { panelById } from '@shixun/db/tenant/quality'
import { standingsOfPanel } from '@shixun/db/tenant/rankings'
import {
  type ConclusionChanges,
  compareConclusions,
  type Standing,
} from '@shixun/domain/quality/rankings/compare-conclusions'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { panelActions } from '../panels/panel-card.ts'
import { conclude, type LoadedPanel, loadPanel, voidedSince, wentOn } from './panel-conclusion.ts'

type Named = { applicationId: string; title: string; unitName: string }

/** Standings as a ranking keeps them. */
function standing(row: { applicationId: string; official: number; place: number; seat: Standing['seat'] }): Standing {
  return { applicationId: row.applicationId, official: row.official, rank: row.place, seat: row.seat }
}

function view(standing: Omit<Standing, 'applicationId'> | null) {
  return standing === null ? null : { ...standing, official: standing.official / 100 }
}

/** What one conclusion changes against another, as an answer. */
function changesView({ changes, unchanged, seatsChanged }: ConclusionChanges, names: readonly Named[]) {
  const known = new Map(names.map((one) => [one.applicationId, one]))
  return {
    changes: changes.map(({ before, after, scoreChange, ...change }) => ({
      ...change,
      title: known.get(change.applicationId)?.title ?? '',
      unitName: known.get(change.applicationId)?.unitName ?? '',
      before: view(before),
      after: view(after),
      scoreChange: scoreChange === null ? null : scoreChange / 100,
    })),
    unchanged,
    seatsChanged,
  }
}

/** What a conclusion from the sheets that count now would change in the ranking that stands. Items that went on stand in both. */
export function recounted(loaded: LoadedPanel) {
  const concluded = conclude(loaded, { recount: true })
  if (!concluded.ok) return concluded
  const { result, counted } = concluded.value
  const after = result.items.map(({ applicationId, official, rank, seat }) => ({ applicationId, official, rank, seat }))
  const compared = compareConclusions(loaded.standings.map(standing), after)
  return ok({
    calibrated: result.calibrated,
    calibrationReason: result.calibrationReason,
    sheetsCounted: counted.length,
    ...changesView(compared, [...result.items, ...loaded.standings]),
    wentOn: wentOn(loaded.items),
  })
}

/** 试算重新汇总：what would change; nothing is written. */
export async function recountPanel(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadPanel(scene, params.id)
  if (!loaded) return refuse({ code: 'not-found' })
  const { panel } = loaded
  if (panel.state !== 'concluded')
    return refuse({ code: 'state-refuses', facts: { state: '还没有汇总，没有可以比较的结果' } })
  const found = recounted(loaded)
  if (!found.ok) return found
  const actions = panelActions(scene, panel, { sheetVoided: voidedSince(loaded) > 0 && found.value.wentOn === 0 })
  return ok({ body: { id: panel.id, version: panel.version, actions, ...found.value }, version: panel.version })
}

/** 一次重新汇总改变了什么：a conclusion compared with the one before it. */
export async function comparePanelRounds(
  scene: ReviewScene,
  { params }: { params: { id: string; round: string } },
): Promise<Verdict> {
  const round = /^[1-9]\d{0,4}$/.test(params.round) ? Number(params.round) : 0
  if (round < 2) return refuse({ code: 'not-found' })
  const [[panel], before, after] = await scene.store.tenant.read(
    panelById({ id: params.id }),
    standingsOfPanel({ panel: params.id, round: round - 1 }),
    standingsOfPanel({ panel: params.id, round }),
  )
  if (!panel?.result || after.length === 0) return refuse({ code: 'not-found' })
  const newest = panel.result.round === round
  return ok({
    body: {
      id: panel.id,
      version: panel.version,
      actions: [],
      round,
      concludedAt: newest ? panel.concludedAt : null,
      calibrated: panel.result.calibrated,
      calibrationReason: panel.result.calibrationReason,
      sheetsCounted: panel.result.sheetsCounted,
      ...changesView(compareConclusions(before.map(standing), after.map(standing)), [...after, ...before]),
      wentOn: 0,
    },
    version: panel.version,
  })
}
