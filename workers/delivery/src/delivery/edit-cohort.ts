import { commit } from '@shixun/db/commit'
import { assertion, statement, updateSeen } from '@shixun/db/statement'
import { type CohortRow, cohortById, providerOfCohort, sessionsOfCohort } from '@shixun/db/tenant/cohorts'
import { providerById } from '@shixun/db/tenant/roster'
import { cohorts } from '@shixun/db/tenant/schema/delivery'
import { checkCohort, spanOf } from '@shixun/domain/delivery/check-cohort'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { cohortView, OPEN_STATES, runs } from './cohort-card.ts'
import { type NewCohort, wrongProvider } from './create-cohort.ts'

type Change = { [K in keyof Omit<NewCohort, 'projectId'>]?: NewCohort[K] | undefined }

/** What the teachers were nominated for stays once the cohort has begun. */
const FIXED_ONCE_BEGUN = ['line', 'topic', 'level', 'module', 'subject', 'phase', 'channel', 'category'] as const

function stagesInUse(stages: CohortRow['stages'], sessions: readonly { stageId: string }[]): FieldProblem[] {
  const kept = new Set(stages.map(({ id }) => id))
  return sessions.every(({ stageId }) => kept.has(stageId)) ? [] : [{ pointer: '/stages', problem: 'stage_in_use' }]
}

/** 修改班次：topic, places, stages, who may be nominated. */
export async function editCohort(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: Change },
): Promise<Verdict> {
  const { tenant } = scene.store
  const [[row], sessions, [standing], [named]] = await tenant.read(
    cohortById({ id: params.id }),
    sessionsOfCohort({ cohortId: params.id }),
    providerOfCohort({ cohortId: params.id }),
    providerById({ id: body.providerId ?? null }),
  )
  if (!row || !runs(scene, row)) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (!OPEN_STATES.includes(row.state))
    return refuse({ code: 'state-refuses', facts: { state: COHORT.states[row.state] } })
  const given: Partial<CohortRow> = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  const after = { ...row, ...given, ...spanOf(given.stages ?? row.stages), updatedAt: scene.now }
  const provider = body.providerId === undefined ? standing : named
  if (body.providerId !== undefined) after.providerName = named?.name ?? null
  const begun = row.state === 'running' ? FIXED_ONCE_BEGUN.filter((key) => after[key] !== row[key]) : []
  const past = row.state === 'nominating' && given.nominateUntil != null && given.nominateUntil <= scene.now
  const fields = [
    ...(body.providerId === undefined ? [] : wrongProvider(scene, after.providerId, named)),
    ...checkCohort(after),
    ...stagesInUse(after.stages, sessions),
    ...begun.map((key) => ({ pointer: `/${key}`, problem: 'fixed_once_begun' })),
    ...(past ? [{ pointer: '/nominateUntil', problem: 'in_the_past' }] : []),
  ]
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const version = row.version + 1
  const answer = cohortView(scene, { ...after, version }, provider)
  const before = Object.fromEntries(Object.keys(given).map((key) => [key, row[key as keyof CohortRow]]))
  const { id: _, version: __, createdAt: ___, taken: ____, minutes: _____, ...set } = after
  const renamed =
    after.title === row.title
      ? []
      : [
          statement(
            'UPDATE session_bookings SET cohort_title = ? WHERE session_id IN (SELECT id FROM sessions WHERE cohort_id = ?)',
            after.title,
            row.id,
          ),
        ]
  const refusal = await commit(
    tenant,
    scene.hand,
    [{ entity: row.id, version, verb: 'edit', before, after: given }],
    [
      updateSeen(cohorts, row, set),
      // admissions leave the version as it is: places must not fall below what was taken meanwhile
      assertion('places', 'SELECT taken <= places FROM cohorts WHERE id = ?', row.id),
      ...renamed,
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { places: { code: 'version-stale' } })) : ok({ body: answer, version })
}
