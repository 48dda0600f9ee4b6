import { cohortById } from '@shixun/db/tenant/cohorts'
import {
  type FollowUpCardRow,
  followUpById,
  followUpPage,
  followUpPageByState,
  followUpPageOfCohort,
  followUpPageOfSchool,
  followUpPageOfTeacher,
  followUpPageOfUnit,
  type RoundRow,
  roundsOfCohort,
} from '@shixun/db/tenant/follow-ups'
import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { GUSKEY_LEVELS } from '@shixun/domain/delivery/guskey'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { rational, toHundredths } from '@shixun/domain/quality/rational'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { DeliveryScene } from '../store.ts'
import { followUpCard, followUpView } from './follow-up-card.ts'
import { loadFollowUp, seenFollowUp } from './load-follow-up.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined; cohort?: string | undefined }
type Page = { after: string; limit: number; state: string | null; cohort: string | null }

/** A unit's: those of its teachers and those of its cohorts, put together newest first. */
async function rowsOfUnit(scene: DeliveryScene, page: Page, unit: string): Promise<FollowUpCardRow[]> {
  const [school, runner] = await scene.store.tenant.read(
    followUpPageOfSchool({ ...page, unit }),
    followUpPageOfUnit({ ...page, unit }),
  )
  const all = new Map([...school, ...runner].map((row) => [row.id, row]))
  return [...all.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, page.limit)
}

async function rowsFor(scene: DeliveryScene, page: Page): Promise<FollowUpCardRow[]> {
  const unit = unitLimit(scene.visitor, 'follow_up.read')
  const { tenant } = scene.store
  if (scopeOf(scene.visitor, 'follow_up.read') === 'self')
    return (await tenant.read(followUpPageOfTeacher({ ...page, unit })))[0]
  if (unit !== null) return rowsOfUnit(scene, page, unit)
  if (page.cohort !== null) return (await tenant.read(followUpPageOfCohort(page)))[0]
  return (await tenant.read(page.state === null ? followUpPage(page) : followUpPageByState(page)))[0]
}

/** 训后跟踪, newest first. */
export async function listFollowUps(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const found = await rowsFor(scene, {
    after: query.after ?? NEWEST,
    limit: query.limit + 1,
    state: query.state ?? null,
    cohort: query.cohort ?? null,
  })
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => followUpCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readFollowUp(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const row = await loadFollowUp(scene, params.id, 'follow_up.read')
  return row ? ok({ body: followUpView(scene, row), version: row.version }) : refuse({ code: 'not-found' })
}

export async function readFollowUpHistory(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(followUpById(params), historyOf(params))
  if (!seenFollowUp(scene, 'follow_up.read', row)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}

function roundView({ month, opensOn, dueOn, stage, due, submitted, done, waived, levels }: RoundRow) {
  const means = GUSKEY_LEVELS.map((level) => {
    const sum = levels[level]
    return [level, sum === undefined || done === 0 ? null : toHundredths(rational(sum, done))]
  })
  return { month, opensOn, dueOn, stage, due, submitted, done, waived, levels: Object.fromEntries(means) }
}

/** 一个班次的跟踪总览, for whoever runs it. */
export async function readFollowUpOverview(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[cohort], rounds] = await scene.store.tenant.read(cohortById(params), roundsOfCohort({ cohort: params.id }))
  const limit = unitLimit(scene.visitor, 'follow_up_round.read')
  if (!cohort || (limit !== null && cohort.unitId !== limit)) return refuse({ code: 'not-found' })
  return ok({ body: { cohortId: cohort.id, cohortTitle: cohort.title, rounds: rounds.map(roundView) } })
}
