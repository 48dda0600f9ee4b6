import { commit } from '@shixun/db/commit'
import { insertParts, statement } from '@shixun/db/statement'
import { panelById, rubricOfPanel } from '@shixun/db/tenant/quality'
import { hashesOfEvaluations, panelToExplain, rowsToExplain, sheetsToExplain } from '@shixun/db/tenant/rankings'
import { evaluations } from '@shixun/db/tenant/schema/quality'
import { evaluated } from '@shixun/tenant/evaluation-row'
import type { ReviewScene } from '../../store.ts'
import { EXPLAINED_AT_ONCE, explainItems } from './explain-items.ts'

/**
 * Writes the next explanations that the conclusion of a large panel left for later, a slice at a time and in the order of places;
 * what a slice wrote is no longer found by the next one, so that it resumes wherever it stopped. Answers how many it wrote.
 */
async function explainRanked(scene: ReviewScene): Promise<number> {
  const [[next]] = await scene.store.tenant.read(panelToExplain())
  if (!next) return 0
  const slice = { panel: next.panelId, round: next.round, limit: EXPLAINED_AT_ONCE }
  const [[panel], [rubric], rows, sealed] = await scene.store.tenant.read(
    panelById({ id: next.panelId }),
    rubricOfPanel({ id: next.panelId }),
    rowsToExplain(slice),
    sheetsToExplain(slice),
  )
  if (!panel?.result || !rubric || panel.round !== next.round || rows.length === 0) return 0
  const earlier = rows.flatMap(({ previousId }) => (previousId ? [previousId] : []))
  const [hashes] = await scene.store.tenant.read(hashesOfEvaluations({ ids: JSON.stringify(earlier) }))
  const hashOf = new Map(hashes.map(({ id, sha256 }) => [id, sha256]))
  const sheets = sealed.map(({ applicationId, expertId, scores }) => ({ item: applicationId, rater: expertId, scores }))
  const items = rows.map(({ applicationId, unitId, previousId }) => ({
    id: applicationId,
    unitId,
    previousId: previousId || null,
  }))
  const made = await explainItems(scene, { panel, rubric, result: panel.result, sheets }, items)
  if (!made.ok)
    throw new Error(`an application of panel ${panel.id} cannot be explained: ${JSON.stringify(made.refusal)}`)
  const fresh = made.value.filter((row) => hashOf.get(row.previousId ?? '') !== row.sha256)
  const byItem = new Map(fresh.map((row) => [row.subjectId, row.id]))
  const kept = items.map(({ id, previousId }) => [id, byItem.get(id) ?? previousId])
  const [first, ...more] = fresh.map((row) => ({ entity: row.id, version: 1, verb: 'evaluate', after: evaluated(row) }))
  const statements = [
    ...insertParts(evaluations, fresh),
    statement(
      `UPDATE rankings SET evaluation_id = j.evaluation_id
       FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS evaluation_id FROM json_each(?1)) AS j
       WHERE rankings.application_id = j.id AND rankings.panel_id = ?2 AND rankings.round = ?3 AND rankings.evaluation_id IS NULL`,
      JSON.stringify(kept),
      panel.id,
      panel.round,
    ),
  ]
  if (!first) {
    const refusal = await scene.store.tenant.write(statements)
    return refusal ? 0 : kept.length
  }
  const refusal = await commit(scene.store.tenant, scene.hand, [first, ...more], statements, null)
  return refusal ? 0 : kept.length
}

/** Slices of one round: bounded, so that other districts have their turn. */
const SLICES = 4

export async function keepExplaining(scene: ReviewScene): Promise<void> {
  for (let slice = 0; slice < SLICES; slice++) if ((await explainRanked(scene)) === 0) return
}
