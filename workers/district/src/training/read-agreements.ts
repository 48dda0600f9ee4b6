import { agreementsOfProject, amendmentsOfProject } from '@shixun/db/tenant/agreements'
import { projectById } from '@shixun/db/tenant/training'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { amendmentView } from './amendment-card.ts'
import { loadAmendment } from './load-amendment.ts'
import { agreementView } from './project-card.ts'

type Given = { params: { id: string } }

async function loadAll(scene: DistrictScene, id: string) {
  const [[project], agreements, amendments] = await scene.store.tenant.read(
    projectById({ id }),
    agreementsOfProject({ id }),
    amendmentsOfProject({ id }),
  )
  const limit = unitLimit(scene.visitor, 'project.read')
  return project && (limit === null || project.unitId === limit) ? { project, agreements, amendments } : null
}

/** 任务书的各个版本。 */
export async function listAgreements(scene: DistrictScene, { params }: Given): Promise<Verdict> {
  const loaded = await loadAll(scene, params.id)
  return loaded ? ok({ body: { items: loaded.agreements.map(agreementView) } }) : refuse({ code: 'not-found' })
}

/** 任务书变更，最近的在前。 */
export async function listAmendments(scene: DistrictScene, { params }: Given): Promise<Verdict> {
  const loaded = await loadAll(scene, params.id)
  if (!loaded) return refuse({ code: 'not-found' })
  const { project, agreements, amendments } = loaded
  const items = amendments.flatMap((row) => {
    const before = agreements.find(({ no }) => no === row.fromNo)
    return before ? [amendmentView(scene, row, project, before.body)] : []
  })
  return ok({ body: { items } })
}

export async function readAmendment(scene: DistrictScene, { params }: Given): Promise<Verdict> {
  const loaded = await loadAmendment(scene, params.id, 'project.read')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, project, before } = loaded
  return ok({ body: amendmentView(scene, row, project, before.body), version: row.version })
}
