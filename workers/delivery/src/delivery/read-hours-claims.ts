import { cohortById } from '@shixun/db/tenant/cohorts'
import { fileOf } from '@shixun/db/tenant/files'
import {
  claimableSessions,
  hoursClaimById,
  hoursClaimPage,
  hoursClaimPageByState,
  hoursClaimPageOfCohort,
  hoursClaimPageOfSchool,
  hoursClaimPageOfTeacher,
  hoursClaimPageOfUnit,
} from '@shixun/db/tenant/hours-claims'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DeliveryScene } from '../store.ts'
import { claimView, seesClaim } from './claim-card.ts'

type Query = { limit: number; after?: string | undefined; cohort?: string | undefined; state?: string | undefined }

function pageFor({ visitor }: DeliveryScene, query: Query) {
  const keys = { after: query.after ?? NEWEST, limit: query.limit + 1, state: query.state ?? null }
  const unit = unitLimit(visitor, 'hours_claim.read')
  if (query.cohort !== undefined) return hoursClaimPageOfCohort({ ...keys, cohort: query.cohort })
  if (unit === null) return query.state === undefined ? hoursClaimPage(keys) : hoursClaimPageByState(keys)
  if (visitor.kind === 'person' && visitor.role === 'teacher')
    return hoursClaimPageOfTeacher({ ...keys, teacher: unit })
  if (visitor.kind === 'person' && visitor.role === 'registrar')
    return hoursClaimPageOfSchool({ ...keys, school: unit })
  return hoursClaimPageOfUnit({ ...keys, unit })
}

/** 学时申报：a teacher's own, a registrar's school's, a runner's cohorts'; of one cohort whatever of it one may see. */
export async function listHoursClaims(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { tenant } = scene.store
  const [[cohort], found] = await tenant.read(cohortById({ id: query.cohort ?? '' }), pageFor(scene, query))
  if (query.cohort !== undefined && !cohort) return ok({ body: { items: [], next: null } })
  const { rows, after } = pageOf(found, query.limit)
  const items = rows.filter((row) => seesClaim(scene, row)).map((row) => claimView(scene, row))
  return ok({ body: { items, next: nextLink(raw, after) } })
}

/** 可以申报的课次：of the teacher themselves, or of a teacher of one's own school. */
export async function listClaimableSessions(
  scene: DeliveryScene,
  { query }: { query: { teacher?: string | undefined } },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'hours_claim.write') ?? ''
  const self = scene.visitor.kind === 'person' && scene.visitor.role === 'teacher'
  const [rows] = await scene.store.tenant.read(claimableSessions({ teacher: self ? unit : (query.teacher ?? '') }))
  const own = rows.filter(({ schoolId, waiting }) => !waiting && (self || schoolId === unit))
  const items = own.map(({ schoolId: _, cohortId: __, unitKind: ___, unitId: ____, waiting: _____, ...shown }) => shown)
  return ok({ body: { items } })
}

export async function readHoursClaimEvidence(
  scene: DeliveryScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  const [[row], [file]] = await scene.store.tenant.read(
    hoursClaimById({ id: params.id }),
    fileOf({ id: params.fileId, owner: params.id }),
  )
  if (!row || !file || !seesClaim(scene, row)) return refuse({ code: 'not-found' })
  return storedFile(scene, file)
}
