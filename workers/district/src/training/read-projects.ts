import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { projectById, projectPage, projectPageByState, projectPageOfUnit } from '@shixun/db/tenant/training'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { DistrictScene } from '../store.ts'
import { loadProject } from './load-project.ts'
import { projectCard, projectView } from './project-card.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined }

/** A page of projects, newest first: a unit sees its own. */
export async function listProjects(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'project.read')
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const read =
    unit !== null
      ? projectPageOfUnit({ ...page, unit })
      : query.state === undefined
        ? projectPage(page)
        : projectPageByState({ ...page, state: query.state })
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => projectCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readProject(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadProject(scene, params.id, 'project.read')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, agreement, amendment } = loaded
  return ok({ body: projectView(scene, row, agreement, amendment), version: row.version })
}

export async function readProjectHistory(
  scene: DistrictScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(projectById(params), historyOf(params))
  const unit = unitLimit(scene.visitor, 'project.read')
  if (!row || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}
