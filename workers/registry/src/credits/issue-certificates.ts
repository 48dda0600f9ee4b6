import { SHEET_WORDS } from '@shixun/contract/sheet-words'
import { commit, type JournalEvent } from '@shixun/db/commit'
import { insert, insertMany, type Statement, updateSeen } from '@shixun/db/statement'
import type { CertificateRow, CompletedRow } from '@shixun/db/tenant/certificates'
import { certificates, issuances } from '@shixun/db/tenant/schema/credits'
import { CERTIFICATE, type PrintedCertificate } from '@shixun/domain/credits/certificate'
import { policiesOn } from '@shixun/domain/credits/policy-line'
import { LESSON_MINUTES, printedHours } from '@shixun/domain/credits/printed-certificate'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { certificateNumbers } from './certificate-numbers.ts'
import { issuanceView, type LoadedIssuance, loadIssuance, unissuable } from './load-issuance.ts'
import { signCertificate } from './sign-certificate.ts'

/** A step of 100 certificates is one batch of about 100 KB. */
const STEP = 100
/** Another cohort may take the next numbers while this one signs. */
const TRIES = 4

/** What stands on the paper of one who completed the cohort. */
function printedFor(
  scene: RegistryScene,
  { cohort, project, versions }: LoadedIssuance,
  done: CompletedRow,
  given: { number: string; issuedOn: string },
): PrintedCertificate {
  const [policy] = policiesOn(versions, cohort.endsOn)
  return {
    number: given.number,
    name: done.name,
    schoolName: done.schoolName,
    projectTitle: cohort.projectTitle,
    projectNumber: project?.number ?? '',
    cohortTitle: cohort.title,
    level: (SHEET_WORDS.level as Record<string, string>)[cohort.level] ?? cohort.level,
    from: cohort.startsOn,
    to: cohort.endsOn,
    hours: printedHours(done.minutesAttended, policy?.version.body.minutesPerHour ?? LESSON_MINUTES),
    providerName: cohort.providerName ?? '',
    issuer: scene.store.tenant.district.name,
    issuedOn: given.issuedOn,
  }
}

async function signedRows(
  scene: RegistryScene,
  loaded: LoadedIssuance,
  those: readonly CompletedRow[],
  { numbers, issuedOn }: { numbers: readonly string[]; issuedOn: string },
): Promise<CertificateRow[]> {
  return Promise.all(
    those.map(async (done, n) => {
      const printed = printedFor(scene, loaded, done, { number: numbers[n] ?? '', issuedOn })
      return {
        id: scene.newId('crt'),
        ...(await signCertificate(scene, printed)),
        number: printed.number,
        cohortId: loaded.cohort.id,
        enrolmentId: done.id,
        teacherId: done.teacherId,
        schoolId: done.schoolId,
        unitId: loaded.cohort.unitId,
        name: done.name,
        printed,
        state: CERTIFICATE.initial,
        reason: null,
        supersedes: null,
        supersededBy: null,
        endedAt: null,
        origin: null,
        version: 1,
        issuedAt: scene.now,
      }
    }),
  )
}

/** The row that counts, and keeps two steps of one cohort apart by its version. */
function counted(scene: RegistryScene, { cohort, issuance }: LoadedIssuance, by: number) {
  const id = issuance?.id ?? scene.newId('iss')
  const version = (issuance?.version ?? 0) + 1
  const issued = (issuance?.issued ?? 0) + by
  const times = { createdAt: scene.now, updatedAt: scene.now }
  const written: Statement = issuance
    ? updateSeen(issuances, issuance, { issued, updatedAt: scene.now })
    : insert(issuances, { id, cohortId: cohort.id, issued, version, ...times })
  const event: JournalEvent = { entity: id, version, verb: 'issue', after: { cohort: cohort.id, issued } }
  return { version, issued, event, written }
}

async function step(
  scene: RegistryScene,
  loaded: LoadedIssuance,
  issuedOn: string,
): Promise<Result<ReturnType<typeof issuanceView>, Refusal | 'number'>> {
  const those = loaded.pending.slice(0, STEP)
  const { cohort, counters, setting } = loaded
  const held = { counters, setting: setting?.value }
  const { numbers, statements } = certificateNumbers(scene, held, {
    issuedOn,
    level: cohort.level,
    howMany: those.length,
  })
  const rows = await signedRows(scene, loaded, those, { numbers, issuedOn })
  const { version, issued, event, written } = counted(scene, loaded, rows.length)
  const answer = issuanceView(scene, loaded, {
    issued,
    pending: loaded.pending.length - rows.length,
    now: rows.length,
    version,
  })
  const events = rows.map(({ id, number, state }) => ({
    entity: id,
    version: 1,
    verb: 'issue',
    after: { number, state },
  }))
  const named = rows.map(({ id, number }) => ({ id, title: number }))
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...events],
    [
      written,
      insertMany(certificates, rows),
      ...statements,
      ...arriveMany(scene, CERTIFICATE, named, null, CERTIFICATE.initial, () => ({})),
    ],
    storedAnswer(200, answer),
  )
  if (refusal === null) return ok(answer)
  if (refusal.kind === 'assertion' && refusal.name === 'number') return refuse('number')
  return refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
}

/**
 * 制发结业证书, a step of a hundred at a time: whoever completed the concluded cohort and has none gets one. A step is all
 * or nothing, numbers follow one another without a gap, and whatever breaks off is gone on with by calling again.
 */
export async function issueCertificates(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { issuedOn?: string | undefined } },
): Promise<Verdict> {
  const today = chinaDate(scene.now)
  const issuedOn = body.issuedOn ?? today
  for (let tries = 0; tries < TRIES; tries++) {
    const loaded = await loadIssuance(scene, params.id)
    if (!loaded) return refuse({ code: 'not-found' })
    const { cohort, pending, issuance, answered } = loaded
    // refused here, the door gives a repeat its first answer again
    if (answered) return refuse({ code: 'version-stale' })
    const not = unissuable(cohort, today)
    if (not !== null) return refuse({ code: 'state-refuses', facts: { state: not } })
    if (issuedOn < cohort.endsOn || issuedOn > today) {
      const limit = `${cohort.endsOn} 至 ${today}`
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/issuedOn', problem: 'out_of_range', limit }] })
    }
    if (pending.length === 0) {
      const { issued = 0, version = 0 } = issuance ?? {}
      return ok({ body: issuanceView(scene, loaded, { issued, pending: 0, now: 0, version }) })
    }
    const done = await step(scene, loaded, issuedOn)
    if (done.ok) return ok({ body: done.value })
    if (done.refusal !== 'number') return refuse(done.refusal)
  }
  return refuse({ code: 'version-stale' })
}
