import {
  assessmentPage,
  assessmentPageAlarmed,
  assessmentPageOfUnit,
  assessmentPageOfUnitAlarmed,
} from '@shixun/db/tenant/assessments'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { assessmentCard } from './assessment-card.ts'

type Query = { limit: number; after?: string | undefined; alarms?: 'standing' | undefined }

/** A page of projects as they stand this month, newest project first: a unit sees its own. */
export async function listAssessments(
  scene: ReviewScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'assessment.read')
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const all = query.alarms === undefined
  const read =
    unit === null
      ? (all ? assessmentPage : assessmentPageAlarmed)(page)
      : (all ? assessmentPageOfUnit : assessmentPageOfUnitAlarmed)({ ...page, unit })
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(
    found.map((row) => ({ ...row, id: row.projectId })),
    query.limit,
  )
  return ok({ body: { items: rows.map((row) => assessmentCard(scene, row)), next: nextLink(raw, after) } })
}
