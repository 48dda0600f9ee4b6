import { cohortsOfProject, enrolmentSums, heldMinutes } from '@shixun/db/tenant/cohorts'
import { projectById } from '@shixun/db/tenant/training'
import { cohortFigures } from '@shixun/domain/delivery/cohort-figures'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'

/** 从班次汇总的实施数据：offered to whoever reports the figures of a project, never written by itself. */
export async function readCohortFigures(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const project = params.id
  const [[row], cohorts, sums, [held]] = await scene.store.tenant.read(
    projectById({ id: project }),
    cohortsOfProject({ project }),
    enrolmentSums({ project }),
    heldMinutes({ project }),
  )
  const limit = unitLimit(scene.visitor, 'cohort.write')
  if (!row || (limit !== null && row.unitId !== limit)) return refuse({ code: 'not-found' })
  const figures = cohortFigures(sums, held ?? { minutes: 0 })
  return ok({ body: { cohorts: cohorts.filter(({ state }) => state !== 'cancelled').length, figures } })
}
