import { commit, type JournalEvent } from '@shixun/db/commit'
import { assertion, insert, insertMany, type Statement, statement, stillSeen, updateSeen } from '@shixun/db/statement'
import { stillNewest } from '@shixun/db/tenant/evaluations'
import { appeals } from '@shixun/db/tenant/schema/appeals'
import { tasks } from '@shixun/db/tenant/schema/house'
import { evaluations } from '@shixun/db/tenant/schema/quality'
import { projects } from '@shixun/db/tenant/schema/training'
import { APPEAL } from '@shixun/domain/quality/appeals/appeal'
import { compareEvaluations } from '@shixun/domain/quality/evaluations/compare-evaluations'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { evaluated } from '@shixun/tenant/evaluation-row'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { answeredTasks } from '../answered-tasks.ts'
import { shownDerivation } from '../evaluations/compare-evaluation.ts'
import { appealFacts, appealView, consequencesView } from './appeal-card.ts'
import { type Correction, loadWeighing, type Weighed, type Weighing, weighAppeal } from './weigh-appeal.ts'

type Body = Correction & { note: string; applyRanking: boolean }
type Applied = { events: JournalEvent[]; statements: Statement[] }

/** The ranking follows: scores and places of all items that move, and only while every item is still merely ranked. */
function rankedAnew(scene: ReviewScene, { places, row }: Weighing, { consequences }: Weighed): Applied {
  const moved = consequences.items.flatMap(({ id, before, after }) => {
    const item = places.find((one) => one.id === id)
    const same = item?.score === after.score && item.rank === after.rank
    return item && !same ? [{ item, before, after }] : []
  })
  const set = moved.map(({ item, after }) => [item.id, after.score, after.rank])
  return {
    events: moved.map(({ item, before, after }) => ({
      entity: item.id,
      version: item.version + 1,
      verb: 'rank',
      before: { state: item.state, score: before.score, rank: before.rank },
      after: { state: item.state, score: after.score, rank: after.rank, appeal: row.id },
    })),
    statements: [
      assertion(
        'ranked',
        "SELECT count(*) = 0 FROM applications WHERE id IN (SELECT value FROM json_each(?)) AND state <> 'ranked'",
        JSON.stringify(places.map(({ id }) => id)),
      ),
      statement(
        `UPDATE applications SET version = version + 1, updated_at = ?1,
           score = (SELECT json_extract(value, '$[1]') FROM json_each(?2) WHERE json_extract(value, '$[0]') = applications.id),
           rank = (SELECT json_extract(value, '$[2]') FROM json_each(?2) WHERE json_extract(value, '$[0]') = applications.id)
         WHERE id IN (SELECT json_extract(value, '$[0]') FROM json_each(?2))`,
        scene.now,
        JSON.stringify(set),
      ),
    ],
  }
}

/** A project that is evaluated and not yet archived shows the newest result. */
function projectAnew(scene: ReviewScene, { project, row }: Weighing, { evaluation }: Weighed): Applied {
  if (!project) return { events: [], statements: [] }
  const { total = null, band = null } = evaluation
  return {
    events: [
      {
        entity: project.id,
        version: project.version + 1,
        verb: 'evaluate',
        before: { state: project.state, score: project.score, band: project.band },
        after: { state: project.state, score: total, band, appeal: row.id },
      },
    ],
    statements: [
      stillSeen('ranked', projects, project),
      statement(
        'UPDATE projects SET score = ?, band = ?, version = version + 1, updated_at = ? WHERE id = ?',
        total,
        band,
        scene.now,
        project.id,
      ),
    ],
  }
}

function follows(scene: ReviewScene, loaded: Weighing, weighed: Weighed): Applied {
  if (!weighed.consequences.applied) return { events: [], statements: [] }
  return loaded.project ? projectAnew(scene, loaded, weighed) : rankedAnew(scene, loaded, weighed)
}

/** 试算：what a settlement would come to, line by line, before anything is written. */
export async function previewAppeal(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Correction },
): Promise<Verdict> {
  const loaded = await loadWeighing(scene, params.id, body.rubricId)
  if (!loaded) return refuse({ code: 'not-found' })
  const weighed = await weighAppeal(scene, loaded, { ...body, note: '', asked: true })
  if (!weighed.ok) return weighed
  const { evaluation, consequences } = weighed.value
  const comparison = compareEvaluations(shownDerivation(loaded.counting), evaluation.derivation)
  return ok({ body: { comparison, consequences: consequencesView(scene, loaded.row, consequences) } })
}

/** 复核完毕：a new evaluation beside the old one, never instead of it; the ranking follows only where nothing was told outside yet. */
export async function settleAppeal(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { note, applyRanking } = body
  const loaded = await loadWeighing(scene, params.id, body.rubricId)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, files, sheets, counting } = loaded
  const decided = decide(scene, {
    machine: APPEAL,
    row,
    action: 'settle',
    facts: appealFacts(row),
    words: { total: 1, in: 0 },
    note,
  })
  if (!decided.ok) return decided
  const weighed = await weighAppeal(scene, loaded, { ...body, asked: applyRanking })
  if (!weighed.ok) return weighed
  const { evaluation, consequences } = weighed.value
  const { to, version, follow } = decided.value
  const applied = follows(scene, loaded, weighed.value)
  const set = { state: to, settlement: note, newEvaluationId: evaluation.id, consequences, settledAt: scene.now }
  const answer = appealView(scene, { ...row, ...set, version, totalAfter: evaluation.total ?? null }, files)
  const event = {
    ...decided.value.event,
    after: { state: to, previous: counting.id, ...evaluated(evaluation), consequences },
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...applied.events],
    [
      stillNewest(counting.id, row.subjectId),
      assertion(
        'sheets',
        "SELECT coalesce(sum(version), 0) = ? FROM scoresheets WHERE panel_id = ? AND state = 'submitted'",
        sheets.reduce((all, sheet) => all + sheet.version, 0),
        loaded.panel?.id ?? '',
      ),
      insert(evaluations, evaluation),
      updateSeen(appeals, row, set),
      ...follow,
      ...applied.statements,
      insertMany(tasks, answeredTasks(scene, row, 'settled')),
    ],
    storedAnswer(200, answer, version),
  )
  if (!refusal) return ok({ body: answer, version })
  const stale = { code: 'version-stale' } as const
  return refuse(refusedWrite(refusal, { newest: stale, sheets: stale, ranked: stale }))
}
