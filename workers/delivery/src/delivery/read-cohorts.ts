import {
  type CohortCardRow,
  cohortById,
  cohortPage,
  cohortPageByState,
  cohortPageOfUnit,
  cohortPageOfUnitByState,
  cohortsOfProject,
  providerOfCohort,
  unsettledSession,
} from '@shixun/db/tenant/cohorts'
import { historyOf } from '@shixun/db/tenant/house'
import { pageOf } from '@shixun/db/tenant/paging'
import { DEFAULT_REPEAT_RULES } from '@shixun/domain/delivery/repeat-rules'
import { termOfKey } from '@shixun/domain/delivery/repeat-term'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { DeliveryScene } from '../store.ts'
import { cohortCard, cohortView, overseesAll, runs, seesCohort } from './cohort-card.ts'

type Query = {
  limit: number
  after?: string | undefined
  state?: CohortCardRow['state'] | undefined
  term?: string | undefined
  project?: string | undefined
  of: 'own' | 'published'
}

/** Where a list begins: the day and id of the last row shown, or behind the last day of the term. */
function edgesOf({ after, term }: Query): { day: string; id: string; from: string } {
  const span = term === undefined ? null : termOfKey(term, DEFAULT_REPEAT_RULES.terms)
  const [day, id] = after?.split('~') ?? []
  return { day: day ?? span?.to ?? '~', id: id ?? '~', from: span?.from ?? '' }
}

/** 班次：a unit's own, or all that are published; the one that begins last comes first. */
export async function listCohorts(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'cohort.write')
  const page = { ...edgesOf(query), limit: query.limit + 1 }
  const { state, project } = query
  const all = state === undefined ? cohortPage(page) : cohortPageByState({ ...page, state })
  const unit = own ?? ''
  const ofUnit =
    state === undefined ? cohortPageOfUnit({ ...page, unit }) : cohortPageOfUnitByState({ ...page, unit, state })
  const ownOnly = query.of === 'own' && !overseesAll(scene)
  const [found] = await scene.store.tenant.read(
    project !== undefined ? cohortsOfProject({ project }) : ownOnly ? ofUnit : all,
  )
  const { rows, after } = project === undefined ? pageOf(found, query.limit) : { rows: found, after: null }
  const seen = rows.filter((row) => seesCohort(scene, row) && (state === undefined || row.state === state))
  const last = rows.at(-1)
  const key = after !== null && last ? `${last.startsOn}~${last.id}` : null
  return ok({ body: { items: seen.map((row) => cohortCard(scene, row)), next: nextLink(raw, key) } })
}

export async function readCohort(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], [provider], unsettled] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    providerOfCohort({ cohortId: params.id }),
    unsettledSession({ cohortId: params.id }),
  )
  if (!row || !seesCohort(scene, row)) return refuse({ code: 'not-found' })
  return ok({ body: cohortView(scene, row, provider, unsettled.length === 0), version: row.version })
}

export async function readCohortHistory(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(cohortById({ id: params.id }), historyOf({ id: params.id }))
  if (!row || !runs(scene, row)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}
