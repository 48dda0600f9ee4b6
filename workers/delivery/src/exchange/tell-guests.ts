import { commit } from '@shixun/db/commit'
import { type Statement, statement } from '@shixun/db/statement'
import { marksOfEnrolments } from '@shixun/db/tenant/attendance'
import { certificatesByIds, enrolmentsByIds, newsWaiting, offersToBureau } from '@shixun/db/tenant/exchange'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import type { EnvelopeKind } from '@shixun/domain/exchange/envelope'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DeliveryScene } from '../store.ts'
import { offeredCohort, readsOfCohort } from './cohort-letter.ts'
import { certificateOfGuest, type GuestEnrolment, resultCohort, resultOfGuest, stateOfGuest } from './guest-letters.ts'
import { promoteWaiting } from './promote-waiting.ts'

/** Pieces of news that one round takes up, and persons that one letter is about: 500 results go home in two minutes. */
const AT_ONCE = 250
const PERSONS = 50

type News = ReturnType<ReturnType<typeof newsWaiting>['decode']>
type Told = {
  kind: EnvelopeKind
  body: Record<string, unknown>
  rows: readonly { id: string; news: News }[]
  gone?: boolean
}

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))

/** What one letter may be about: one bureau, one cohort, one kind of news. */
function groupsOf(news: readonly News[]): News[][] {
  const groups = new Map<string, News[]>()
  for (const one of news) {
    const key = JSON.stringify([one.homeSlug, one.cohortId, one.what])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** News that has been told goes, unless something newer was noted meanwhile. */
function forget({ subject, version }: News): Statement {
  return statement('DELETE FROM guest_news WHERE subject = ? AND version = ?', subject, version)
}

/** One letter in a batch of its own: which persons it is about and what of them travels stands in the journal. */
async function post(scene: DeliveryScene, offer: string, receiver: string, told: Told): Promise<void> {
  const letter = postLetter(scene, { kind: told.kind, subject: offer, receiver, body: told.body })
  const event = {
    entity: letter.id,
    version: 1,
    verb: 'post',
    after: { kind: told.kind, receiver, persons: told.rows.map(({ id }) => id), fields: CARRIED[told.kind] },
  }
  const gone = told.rows.map(({ news }) => forget(news))
  await commit(scene.store.tenant, scene.hand, [event], [letter.statement, ...gone], null)
}

async function statesTold(
  scene: DeliveryScene,
  cohortId: string,
  offer: string,
  news: readonly News[],
): Promise<Told[]> {
  const { tenant } = scene.store
  const ids = JSON.stringify(news.map(({ enrolmentId }) => enrolmentId))
  const [rows, marks, [cohort], sessions, [project], [provider]] = await tenant.read(
    enrolmentsByIds({ ids }),
    marksOfEnrolments({ enrolments: ids }),
    ...readsOfCohort(cohortId),
  )
  if (!cohort) return []
  const known = rows.flatMap((row) => {
    const noted = news.find(({ enrolmentId }) => enrolmentId === row.id)
    return noted ? [{ id: row.id, row, news: noted }] : []
  })
  const judged = ({ row }: { row: GuestEnrolment }) => row.state === 'completed' || row.state === 'failed'
  const told = resultCohort(offeredCohort(cohort, sessions, project, provider))
  return [
    ...chunksOf(
      known.filter((one) => !judged(one)),
      PERSONS,
    ).map(
      (chunk): Told => ({
        kind: 'guest_state',
        body: { offer, people: chunk.map(({ row }) => stateOfGuest(row)) },
        rows: chunk,
        gone: chunk.some(({ row }) => row.state === 'withdrawn'),
      }),
    ),
    ...chunksOf(known.filter(judged), PERSONS).map(
      (chunk): Told => ({
        kind: 'guest_result',
        body: { offer, cohort: told, results: chunk.map(({ row }) => resultOfGuest(row, cohort, sessions, marks)) },
        rows: chunk,
      }),
    ),
  ]
}

async function certificatesTold(scene: DeliveryScene, offer: string, news: readonly News[]): Promise<Told[]> {
  const [rows, enrolled] = await scene.store.tenant.read(
    certificatesByIds({ ids: JSON.stringify(news.map(({ subject }) => subject)) }),
    enrolmentsByIds({ ids: JSON.stringify(news.map(({ enrolmentId }) => enrolmentId)) }),
  )
  const known = rows.flatMap((row) => {
    const noted = news.find(({ subject }) => subject === row.id)
    const ref = enrolled.find(({ id }) => id === row.enrolmentId)?.homeRef
    return noted && ref ? [{ id: row.id, row, ref, news: noted }] : []
  })
  return chunksOf(known, PERSONS).map((chunk) => ({
    kind: 'guest_certificate',
    body: { offer, certificates: chunk.map(({ row, ref }) => certificateOfGuest(row, ref)) },
    rows: chunk,
  }))
}

/**
 * 向学员所在局通报：what the database has noted of guests since the last round goes home, one letter for many of a bureau:
 * how they stand, what they completed with their hours, and their certificates.
 */
export async function tellGuests(scene: DeliveryScene): Promise<void> {
  const { tenant, nudge } = scene.store
  const [waiting] = await tenant.read(newsWaiting({ limit: AT_ONCE }))
  if (waiting.length === 0) return
  for (const group of groupsOf(waiting)) {
    const [first] = group
    if (!first) continue
    const { homeSlug, cohortId, what } = first
    const [[offer]] = await tenant.read(offersToBureau({ cohort: cohortId, home: homeSlug }))
    if (!offer) continue
    const told = await (what === 'state'
      ? statesTold(scene, cohortId, offer.id, group)
      : certificatesTold(scene, offer.id, group))
    for (const one of told) await post(scene, offer.id, homeSlug, one)
    if (told.some(({ gone }) => gone)) await promoteWaiting(scene, cohortId)
  }
  await nudge()
}
