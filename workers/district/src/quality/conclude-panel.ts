import { commit, type JournalEvent } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { assertion, insertMany, statement, updateSeen } from '@shixun/db/statement'
import {
  applicationsOfPanel,
  callOfPanel,
  panelById,
  rubricOfPanel,
  scoredSheetsOfPanel,
} from '@shixun/db/tenant/quality'
import { evaluations, panels } from '@shixun/db/tenant/schema/quality'
import { APPLICATION } from '@shixun/domain/calls/application'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { concludePanel as concludeRules } from '@shixun/domain/quality/conclude-panel'
import { evaluate } from '@shixun/domain/quality/evaluate'
import { PANEL } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { panelFacts, panelView } from './panel-card.ts'

/** 汇总评分并排名：scores, ranks, explanations and the states of all applications of the panel in one batch. */
export async function concludePanel(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const { id } = params
  const [[panel], sheets, items, [rubric], [call]] = await scene.store.tenant.read(
    panelById({ id }),
    scoredSheetsOfPanel({ id }),
    applicationsOfPanel({ id }),
    rubricOfPanel({ id }),
    callOfPanel({ id }),
  )
  if (!panel || !rubric || !call) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: PANEL,
    row: { ...panel, title: call.title },
    action: 'conclude',
    facts: panelFacts(panel),
    words: { total: panel.sheetsTotal, in: panel.sheetsIn },
    note: body.note,
  })
  if (!decided.ok) return decided
  const sealed = sheets.filter((sheet) => sheet.state === 'submitted' && sheet.total !== null)
  const reviewed = items.filter((item) => item.state === 'in_review')
  const bare = reviewed.find((item) => !sealed.some((sheet) => sheet.applicationId === item.id))
  if (bare) return refuse({ code: 'experts-short', facts: { title: bare.title, available: 0, needed: panel.size } })
  const { result, severities } = concludeRules({
    items: reviewed,
    sheets: sealed
      .filter((sheet) => reviewed.some((item) => item.id === sheet.applicationId))
      .map((sheet) => ({
        item: sheet.applicationId,
        rater: sheet.expertId,
        total: sheet.total ?? 0,
        scores: sheet.scores,
      })),
    method: panel.method,
    disagreement: rubric.body.disagreement,
    quota: call.review.quota,
  })
  const explained = []
  for (const item of reviewed) {
    const inputs = {
      sheets: sealed
        .filter((sheet) => sheet.applicationId === item.id)
        .map((sheet) => ({ rater: sheet.expertId, scores: sheet.scores })),
      measured: {},
    }
    const derivation = evaluate({
      rubric: rubric.body,
      rubricVersion: `${rubric.id}/${rubric.version}`,
      method: panel.method,
      ...inputs,
      ...(severities ? { severities } : {}),
    })
    if (!derivation.ok) return refuse({ code: 'invalid-input', fields: derivation.refusal })
    explained.push({
      id: scene.newId('eva'),
      subjectKind: 'application' as const,
      subjectId: item.id,
      unitId: item.unitId,
      rubricId: rubric.id,
      panelId: panel.id,
      method: derivation.value.methodUsed,
      engine: derivation.value.engine,
      total: derivation.value.total,
      band: derivation.value.band,
      inputs,
      derivation: derivation.value,
      sha256: await sha256(canonicalJson(derivation.value)),
      version: 1,
      createdAt: scene.now,
    })
  }
  const places = result.items.map((item) => [item.applicationId, item.official, item.rank])
  const { to, version, event, follow } = decided.value
  const moved: JournalEvent[] = reviewed.map((item) => ({
    entity: item.id,
    version: item.version + 1,
    verb: 'rank',
    before: { state: 'in_review' },
    after: { state: 'ranked', panel: panel.id },
  }))
  const read = sheets.reduce((all, sheet) => all + sheet.version, 0)
  const statements = [
    // a sheet that was reopened or recused since it was read must not be counted as it stood then
    assertion('sheets', 'SELECT sum(version) = ? FROM scoresheets WHERE panel_id = ?', read, panel.id),
    updateSeen(panels, panel, { state: to, result }),
    statement(
      `UPDATE applications SET state = 'ranked', version = version + 1, updated_at = ?1,
         score = (SELECT json_extract(value, '$[1]') FROM json_each(?2) WHERE json_extract(value, '$[0]') = applications.id),
         rank = (SELECT json_extract(value, '$[2]') FROM json_each(?2) WHERE json_extract(value, '$[0]') = applications.id)
       WHERE id IN (SELECT json_extract(value, '$[0]') FROM json_each(?2))`,
      scene.now,
      JSON.stringify(places),
    ),
    insertMany(evaluations, explained),
    ...follow,
    ...arriveMany(scene, APPLICATION, reviewed, 'in_review', 'ranked', () => ({})),
  ]
  const shown = sheets.map(({ scores: _, version: __, ...sheet }) => sheet)
  const answer = panelView(scene, { ...panel, state: to, result, version }, shown)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...moved],
    statements,
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { sheets: { code: 'version-stale' } })) : ok({ body: answer, version })
}
