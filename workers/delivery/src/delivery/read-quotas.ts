import { cohortById, quotaOfSchool, quotaPage } from '@shixun/db/tenant/cohorts'
import { pageOf } from '@shixun/db/tenant/paging'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { overseesAll, runs, seesCohort } from './cohort-card.ts'

type Query = { limit: number; after?: string | undefined }

/** 各校名额：schools with a quota of their own, in the order of their ids; a school that does not run the cohort sees its own. */
export async function listQuotas(
  scene: DeliveryScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  const { visitor } = scene
  const unit = visitor.kind === 'person' ? (visitor.unit ?? '') : ''
  const [[cohort], all, own] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    quotaPage({ cohortId: params.id, after: query.after ?? '', limit: query.limit + 1 }),
    quotaOfSchool({ cohortId: params.id, schoolId: unit }),
  )
  if (!cohort || !seesCohort(scene, cohort)) return refuse({ code: 'not-found' })
  const found = overseesAll(scene) || runs(scene, cohort) ? all : own
  const { rows, after } = pageOf(
    found.map((row) => ({ ...row, id: row.schoolId })),
    query.limit,
  )
  const items = rows.map(({ schoolId, schoolName, places }) => ({ schoolId, schoolName, places }))
  return ok({ body: { items, next: nextLink(raw, after) } })
}
