import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { rubricById, rubricPage } from '@shixun/db/tenant/quality'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { rubricCard } from './rubric-card.ts'

export async function listRubrics(
  scene: DistrictScene,
  { query, raw }: { query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const [found] = await scene.store.tenant.read(rubricPage({ after: query.after ?? NEWEST, limit: query.limit + 1 }))
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => rubricCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readRubric(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(rubricById({ id: params.id }))
  return row ? ok({ body: rubricCard(scene, row), version: row.version }) : refuse({ code: 'not-found' })
}
