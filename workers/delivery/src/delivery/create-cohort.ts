import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { type CohortRow, lastCohortOf } from '@shixun/db/tenant/cohorts'
import { providerById } from '@shixun/db/tenant/roster'
import { cohorts } from '@shixun/db/tenant/schema/delivery'
import { projectById } from '@shixun/db/tenant/training'
import { checkCohort, spanOf } from '@shixun/domain/delivery/check-cohort'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { unitLimit } from '@shixun/domain/identity/permission'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { PROJECT } from '@shixun/domain/training/project'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { cohortView } from './cohort-card.ts'
import { DELIVERING } from './draft-cohort.ts'

type Plan = Pick<
  CohortRow,
  | 'title'
  | 'providerId'
  | 'line'
  | 'topic'
  | 'level'
  | 'module'
  | 'subject'
  | 'phase'
  | 'channel'
  | 'category'
  | 'places'
  | 'waitingPlaces'
  | 'stages'
  | 'rules'
  | 'nominateUntil'
>
export type NewCohort = Plan & { projectId: string }

/** A provider puts its own name to a cohort and nobody else's; the office and a school may name any that is registered. */
export function wrongProvider(
  scene: DeliveryScene,
  providerId: string | null,
  known: { id: string } | undefined,
): FieldProblem[] {
  const { visitor } = scene
  const other = visitor.kind === 'person' && visitor.role === 'provider' && providerId !== visitor.unit
  if (providerId === null || (known?.id === providerId && !other)) return []
  return [{ pointer: '/providerId', problem: 'not_in_district' }]
}

/** 新建班次：of a project that is prepared or carried out, for its unit. */
export async function createCohort(scene: DeliveryScene, { body }: { body: NewCohort }): Promise<Verdict> {
  const { tenant } = scene.store
  const [[project], [last], [provider]] = await tenant.read(
    projectById({ id: body.projectId }),
    lastCohortOf({ project: body.projectId }),
    providerById({ id: body.providerId }),
  )
  const limit = unitLimit(scene.visitor, 'cohort.write')
  if (!project || (limit !== null && project.unitId !== limit)) return refuse({ code: 'not-found' })
  if (!DELIVERING.includes(project.state))
    return refuse({ code: 'state-refuses', facts: { state: PROJECT.states[project.state] } })
  const fields = [...wrongProvider(scene, body.providerId, provider), ...checkCohort({ ...body, taken: 0 })]
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const row: CohortRow = {
    ...body,
    id: scene.newId('coh'),
    projectTitle: project.title,
    unitKind: project.unitKind,
    unitId: project.unitId,
    unitName: project.unitName,
    providerName: provider?.name ?? null,
    no: (last?.no ?? 0) + 1,
    state: 'planned',
    taken: 0,
    followed: false,
    minutes: 0,
    ...spanOf(body.stages),
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
  }
  const answer = cohortView(scene, row, provider)
  const refusal = await commit(
    tenant,
    scene.hand,
    [{ entity: row.id, version: 1, verb: 'create', after: body }],
    [insert(cohorts, row), ...arrive(scene, COHORT, row, null, 'planned', {})],
    storedAnswer(201, answer, 1),
  )
  // two cohorts of one project at the same moment: the second asks again and gets the next number
  return refusal
    ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
    : ok({ body: answer, version: 1 })
}
