import { formOfProject, lastCohortOf } from '@shixun/db/tenant/cohorts'
import { agreementOf, projectById } from '@shixun/db/tenant/training'
import { draftCohort as draftOf } from '@shixun/domain/delivery/draft-cohort'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'

/** States of a project in which cohorts are made of it. */
export const DELIVERING: readonly string[] = ['preparing', 'running']

/** 新班次的初稿：what the application and the agreement say already is not asked again. */
export async function draftCohort(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[project], [agreement], [call], [last]] = await scene.store.tenant.read(
    projectById({ id: params.id }),
    agreementOf({ id: params.id }),
    formOfProject({ id: params.id }),
    lastCohortOf({ project: params.id }),
  )
  const limit = unitLimit(scene.visitor, 'cohort.write')
  if (!project || !agreement || (limit !== null && project.unitId !== limit)) return refuse({ code: 'not-found' })
  const { title, level, unitKind, unitId } = project
  const facts = { title, level: level as Level, no: (last?.no ?? 0) + 1, today: chinaDate(scene.now) }
  const draft = draftOf(facts, call?.form ?? [], project.formValues, agreement.body)
  const providerId = unitKind === 'provider' ? unitId : null
  return ok({
    body: { ...draft, cohort: { projectId: project.id, ...draft.cohort, providerId, nominateUntil: null } },
  })
}

type Level = Parameters<typeof draftOf>[0]['level']
