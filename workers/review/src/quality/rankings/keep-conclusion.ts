import type { JournalEvent } from '@shixun/db/commit'
import { assertion, insertParts, type Statement, statement, updateSeen } from '@shixun/db/statement'
import { evaluations, panels } from '@shixun/db/tenant/schema/quality'
import { rankings } from '@shixun/db/tenant/schema/rankings'
import type { PanelSummary } from '@shixun/domain/quality/rankings/panel-result'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { type EvaluationRow, evaluated, panelDigest } from '@shixun/tenant/evaluation-row'
import type { ReviewScene } from '../../store.ts'
import { panelView } from '../panels/panel-card.ts'
import { EXPLAINED_AT_ONCE, explainItems } from './explain-items.ts'
import type { Concluded, LoadedPanel } from './panel-conclusion.ts'
import { rankingRows, resultView } from './result-card.ts'

type Item = LoadedPanel['items'][number]
export type Kept = {
  statements: Statement[]
  events: JournalEvent[]
  answer: ReturnType<typeof panelView>
  written: EvaluationRow[]
}

/**
 * The rows of one conclusion: summary, ranking, places of the applications, and the first explanations; a large panel's others
 * follow in slices. Asserted by `sheets`: none was sealed, opened or voided since it was read.
 */
export async function keepConclusion(
  scene: ReviewScene,
  loaded: LoadedPanel,
  { result, severities, items, counted }: Concluded<Item>,
  { version, note }: { version: number; note: string | null },
): Promise<Result<Kept, Refusal>> {
  const { panel, rubric, raters } = loaded
  const { items: ranked, ...summary } = result
  const kept = {
    ...(summary satisfies PanelSummary),
    round: panel.round + 1,
    sheetsCounted: counted.length,
    voided: raters.reduce((all, rater) => all + rater.voided, 0),
    severities,
    sheetsSha256: await panelDigest(counted),
    note,
  }
  const known = new Map(items.map((item) => [item.id, item]))
  const before = new Map(loaded.standings.map((one) => [one.applicationId, one]))
  const first = ranked.slice(0, EXPLAINED_AT_ONCE).map(({ applicationId }) => ({
    id: applicationId,
    unitId: known.get(applicationId)?.unitId ?? '',
    previousId: before.get(applicationId)?.evaluationId ?? null,
  }))
  const explained = await explainItems(scene, { panel, rubric, result: kept, sheets: counted }, first)
  if (!explained.ok) return refuse({ code: 'invalid-input', fields: explained.refusal })
  // an explanation that came out the same in every byte is the one that stands
  const written = explained.value.filter((row) => before.get(row.subjectId)?.sha256 !== row.sha256)
  const fresh = new Map(written.map((row) => [row.subjectId, row]))
  const shown = new Set(first.map(({ id }) => id))
  const rows = rankingRows(panel.id, kept.round, ranked, (id) =>
    shown.has(id) ? (fresh.get(id)?.id ?? before.get(id)?.evaluationId ?? null) : null,
  )
  const read = loaded.sealed.reduce((all, sheet) => all + sheet.version, 0)
  const places = ranked.flatMap(({ applicationId, official, rank }) => {
    const item = known.get(applicationId)
    return item && (item.state !== 'ranked' || item.score !== official || item.rank !== rank)
      ? [{ item, official, rank }]
      : []
  })
  const moved = new Set(places.map(({ item }) => item.id))
  const events: JournalEvent[] = [
    ...places.map(({ item, official, rank }) => {
      const row = fresh.get(item.id)
      return {
        entity: item.id,
        version: item.version + 1,
        verb: item.state === 'ranked' ? 'rerank' : 'rank',
        before: { state: item.state, ...(item.state === 'ranked' ? { score: item.score, rank: item.rank } : {}) },
        after: { state: 'ranked', panel: panel.id, score: official, rank, ...(row ? evaluated(row) : {}) },
        note: note ?? undefined,
      }
    }),
    // a new explanation of the same place is an event of its own
    ...written.flatMap((row) =>
      moved.has(row.subjectId) ? [] : [{ entity: row.id, version: 1, verb: 'evaluate', after: evaluated(row) }],
    ),
  ]
  const statements = [
    assertion(
      'sheets',
      "SELECT coalesce(sum(version), 0) = ? FROM scoresheets WHERE panel_id = ? AND state = 'submitted'",
      read,
      panel.id,
    ),
    updateSeen(panels, panel, { state: 'concluded', result: kept, round: kept.round, concludedAt: scene.now }),
    // what a superseded conclusion still had to explain is no longer asked for
    statement(
      "UPDATE rankings SET evaluation_id = '' WHERE panel_id = ? AND round = ? AND evaluation_id IS NULL",
      panel.id,
      panel.round,
    ),
    ...insertParts(rankings, rows),
    statement(
      `UPDATE applications SET state = 'ranked', version = version + 1, updated_at = ?1, score = j.score, rank = j.rank
       FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS score, json_extract(value, '$[2]') AS rank
             FROM json_each(?2)) AS j
       WHERE applications.id = j.id`,
      scene.now,
      JSON.stringify(places.map(({ item, official, rank }) => [item.id, official, rank])),
    ),
    ...insertParts(evaluations, written),
  ]
  const unexplained = rows.find(({ evaluationId }) => evaluationId === null)
  const answer = panelView(
    scene,
    { ...panel, state: 'concluded', round: kept.round, concludedAt: scene.now, version, result: null },
    loaded.sheets,
    resultView(kept, { rows, raters, firstUnexplained: unexplained?.seq ?? null }),
  )
  return ok({ statements, events, answer, written })
}
