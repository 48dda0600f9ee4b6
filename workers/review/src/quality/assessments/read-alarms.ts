import { alarmPage, alarmPageByState, alarmPageOfUnit } from '@shixun/db/tenant/assessments'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { alarmCard } from './assessment-card.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined }

/** A page of alarms, newest first: a unit sees those of its own projects. */
export async function listAlarms(scene: ReviewScene, { query, raw }: { query: Query; raw: Request }): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'assessment.read')
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const { state = null } = query
  const read =
    unit !== null
      ? alarmPageOfUnit({ ...page, unit, state })
      : state === null
        ? alarmPage(page)
        : alarmPageByState({ ...page, state })
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => alarmCard(scene, row)), next: nextLink(raw, after) } })
}
