import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { rubricById } from '@shixun/db/tenant/quality'
import {
  callsOfRubricLine,
  rubricBefore,
  rubricPage,
  rubricPageByPurpose,
  rubricPageByState,
  versionsOfRubric,
} from '@shixun/db/tenant/rubrics'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { RubricState } from '@shixun/domain/quality/lifecycles'
import { compareRubrics as compared } from '@shixun/domain/quality/rubrics/compare-rubrics'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { ReviewScene } from '../../store.ts'
import { isShown, rubricAnswer, rubricCard, versionParts } from './rubric-card.ts'

type Listing = {
  limit: number
  after?: string | undefined
  state?: RubricState | undefined
  use?: 'review' | 'completion' | undefined
}

export async function listRubrics(
  scene: ReviewScene,
  { query, raw }: { query: Listing; raw: Request },
): Promise<Verdict> {
  const { use: purpose } = query
  // who does not see drafts is told of what is in force unless they ask for what was retired
  const state = isShown(scene, { state: 'draft', publishedAt: null }) ? query.state : (query.state ?? 'published')
  const given = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const page = purpose
    ? rubricPageByPurpose({ ...given, purpose, state: state ?? 'published' })
    : state
      ? rubricPageByState({ ...given, state })
      : rubricPage(given)
  const [found] = await scene.store.tenant.read(page)
  const { rows, after } = pageOf(found, query.limit)
  return ok({
    body: {
      items: rows.filter((row) => isShown(scene, row)).map((row) => rubricCard(scene, row)),
      next: nextLink(raw, after),
    },
  })
}

export async function readRubric(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], versions, calls] = await scene.store.tenant.read(
    rubricById(params),
    versionsOfRubric(params),
    callsOfRubricLine(params),
  )
  if (!row || !isShown(scene, row)) return refuse({ code: 'not-found' })
  const whole = rubricAnswer(scene, row)
  const busy = versions.some(({ state }) => state === 'draft')
  const actions = whole.actions.filter((action) => action !== 'next-version' || !busy)
  // no version: its line and its calls change without it
  // a call that is still being composed is known to its office alone
  const uses = calls.filter(({ state }) => state !== 'draft' || scopeOf(scene.visitor, 'call.write') !== null)
  const body = { ...whole, actions, versions: versions.filter((one) => isShown(scene, one)).map(versionParts), uses }
  return ok({ body, headers: { etag: `"${row.version}"` } })
}

/** 对照：with the version before it, or with any other. */
export async function compareRubrics(
  scene: ReviewScene,
  { params, query }: { params: { id: string }; query: { with?: string | undefined } },
): Promise<Verdict> {
  const [[after], [before]] = await scene.store.tenant.read(
    rubricById(params),
    query.with === undefined ? rubricBefore(params) : rubricById({ id: query.with }),
  )
  const other = before ?? (query.with === undefined ? after : undefined)
  if (!after || !other || !isShown(scene, after) || !isShown(scene, other)) return refuse({ code: 'not-found' })
  const body = { before: versionParts(other), after: versionParts(after), ...compared(other.body, after.body) }
  return ok({ body })
}

export async function rubricHistory(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(rubricById(params), historyOf(params))
  return row && isShown(scene, row) ? ok({ body: historyPage(lines) }) : refuse({ code: 'not-found' })
}
