import { cohortById } from '@shixun/db/tenant/cohorts'
import {
  enrolmentById,
  enrolmentPage,
  enrolmentPageByState,
  enrolmentPageOfCohort,
  enrolmentPageOfCohortAndSchool,
  enrolmentPageOfSchool,
  enrolmentPageOfSchoolByState,
  enrolmentPageOfTeacher,
  enrolmentRanking,
} from '@shixun/db/tenant/enrolments'
import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { DeliveryScene } from '../store.ts'
import { type EnrolmentRow, enrolmentView } from './enrolment-card.ts'

type Query = {
  limit: number
  after?: string | undefined
  cohort?: string | undefined
  school?: string | undefined
  teacher?: string | undefined
  state?: EnrolmentRow['state'] | undefined
}
const MOST_POINTS = 1_000_000

/** The ranking goes on after a key `points~id`. */
function ranked({ cohort, state, after, limit }: Query) {
  const [points, id] = after?.split('~') ?? []
  return enrolmentRanking({
    cohort,
    state,
    points: id ? Number(points) : MOST_POINTS,
    after: id ?? '',
    limit: limit + 1,
  })
}

/** By the index that carries the narrowest condition. */
function readOf(query: Query) {
  const { cohort, school = null, teacher, state = null, limit } = query
  const page = { after: query.after ?? NEWEST, limit: limit + 1 }
  if (cohort && school) return enrolmentPageOfCohortAndSchool({ ...page, cohort, school, state })
  if (cohort) return state ? ranked(query) : enrolmentPageOfCohort({ ...page, cohort })
  if (teacher) return enrolmentPageOfTeacher({ ...page, teacher, school, state })
  if (school)
    return state ? enrolmentPageOfSchoolByState({ ...page, school, state }) : enrolmentPageOfSchool({ ...page, school })
  return state ? enrolmentPageByState({ ...page, state }) : enrolmentPage(page)
}

/**
 * What this visitor may be shown: a teacher their own; a unit its own teachers, and of a cohort that it runs everybody. Rows
 * that a filter lets through and this does not are left out.
 */
function maySee(scene: DeliveryScene, row: EnrolmentRow): boolean {
  const limit = unitLimit(scene.visitor, 'enrolment.read')
  if (limit === null) return true
  if (scopeOf(scene.visitor, 'enrolment.read') === 'self') return row.teacherId === limit
  return row.schoolId === limit || row.cohortUnit === limit
}

type Found = { rows: EnrolmentRow[]; ranking: boolean }

/** The rows that this visitor may page through: of a cohort that their unit runs all, else their own. */
async function rowsFor(scene: DeliveryScene, query: Query): Promise<Found> {
  const limit = unitLimit(scene.visitor, 'enrolment.read')
  const { tenant } = scene.store
  const ranking = query.cohort !== undefined && query.school === undefined && query.state !== undefined
  if (limit === null) return { rows: (await tenant.read(readOf(query)))[0], ranking }
  if (scopeOf(scene.visitor, 'enrolment.read') === 'self') {
    const [rows] = await tenant.read(readOf({ ...query, teacher: limit, cohort: undefined }))
    return {
      rows: rows.filter(({ cohortId }) => query.cohort === undefined || cohortId === query.cohort),
      ranking: false,
    }
  }
  const ofSchool = readOf({ ...query, school: query.school ?? limit })
  if (query.cohort === undefined) return { rows: (await tenant.read(ofSchool))[0], ranking: false }
  const [[cohort], own, all] = await tenant.read(cohortById({ id: query.cohort }), ofSchool, readOf(query))
  return cohort?.unitId === limit ? { rows: all, ranking } : { rows: own, ranking: false }
}

/** 学员名单。 */
export async function listEnrolments(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const found = await rowsFor(scene, query)
  const { rows, after } = pageOf(found.rows, query.limit)
  const last = rows.at(-1)
  const key = after !== null && found.ranking && last ? `${last.preference}~${last.id}` : after
  const items = rows.filter((row) => maySee(scene, row)).map((row) => enrolmentView(scene, row))
  return ok({ body: { items, next: nextLink(raw, key) } })
}

async function load(scene: DeliveryScene, id: string) {
  const [[row], lines] = await scene.store.tenant.read(enrolmentById({ id }), historyOf({ id }))
  return row && maySee(scene, row) ? { row, lines } : null
}

export async function readEnrolment(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await load(scene, params.id)
  if (!loaded) return refuse({ code: 'not-found' })
  return ok({ body: enrolmentView(scene, loaded.row), version: loaded.row.version })
}

export async function readEnrolmentHistory(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const loaded = await load(scene, params.id)
  return loaded ? ok({ body: historyPage(loaded.lines) }) : refuse({ code: 'not-found' })
}
