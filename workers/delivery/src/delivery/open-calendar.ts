import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { type CalendarRow, calendarOf } from '@shixun/db/tenant/calendars'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { calendars } from '@shixun/db/tenant/schema/delivery'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { calendarSecret, newestKey, secretHash } from './calendar-secret.ts'
import { runs, seesCohort } from './cohort-card.ts'

type Subject = { kind: CalendarRow['kind']; subjectId: string }

/** The address of a calendar: made at the first asking, the same at the next, and another when it is renewed. */
async function addressOf(
  scene: DeliveryScene,
  { kind, subjectId }: Subject,
  standing: CalendarRow | undefined,
  renew: boolean,
): Promise<Verdict> {
  const { tenant } = scene.store
  const answerOf = (secret: string, since: string) => ({
    kind,
    subjectId,
    path: `/api/districts/${tenant.district.slug}/calendars/${secret}.ics`,
    since,
  })
  const known = standing && !renew ? await calendarSecret(scene, standing) : null
  if (standing && known !== null) return ok({ body: answerOf(known, standing.createdAt) })
  const id = standing?.id ?? scene.newId('cld')
  const version = (standing?.version ?? 0) + 1
  const kid = newestKey(scene)
  const secret = (await calendarSecret(scene, { id, kid, version })) ?? ''
  const set = { tokenHash: await secretHash(secret), kid, createdAt: scene.now }
  // the secret goes into no stored answer: a repeat is answered anew
  const refusal = await commit(
    tenant,
    scene.hand,
    [{ entity: id, version, verb: standing ? 'renew' : 'create', after: { kind, subject: subjectId } }],
    [standing ? updateSeen(calendars, standing, set) : insert(calendars, { id, kind, subjectId, ...set, version })],
    null,
  )
  return refusal
    ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
    : ok({ body: answerOf(secret, scene.now) })
}

async function mine(scene: DeliveryScene, renew: boolean): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'person' || visitor.unit === null) return refuse({ code: 'not-found' })
  const subject = { kind: visitor.role === 'teacher' ? 'teacher' : 'school', subjectId: visitor.unit } as const
  const [[standing]] = await scene.store.tenant.read(calendarOf({ kind: subject.kind, subject: subject.subjectId }))
  return addressOf(scene, subject, standing, renew)
}

/** 日历订阅地址：a teacher's own, or that of one's school. */
export function openMyCalendar(scene: DeliveryScene): Promise<Verdict> {
  return mine(scene, false)
}

export function renewMyCalendar(scene: DeliveryScene): Promise<Verdict> {
  return mine(scene, true)
}

type Given = { params: { id: string } }

async function ofCohort(scene: DeliveryScene, { params }: Given, renew: boolean): Promise<Verdict> {
  const [[standing], [cohort]] = await scene.store.tenant.read(
    calendarOf({ kind: 'cohort', subject: params.id }),
    cohortById({ id: params.id }),
  )
  if (!cohort || !seesCohort(scene, cohort) || (renew && !runs(scene, cohort))) return refuse({ code: 'not-found' })
  return addressOf(scene, { kind: 'cohort', subjectId: cohort.id }, standing, renew)
}

/** 班次的日历：one address for everybody who may see the cohort. */
export function openCohortCalendar(scene: DeliveryScene, given: Given): Promise<Verdict> {
  return ofCohort(scene, given, false)
}

/** The address of a cohort is in many phones: only whoever runs it takes it back. */
export function renewCohortCalendar(scene: DeliveryScene, given: Given): Promise<Verdict> {
  return ofCohort(scene, given, true)
}
