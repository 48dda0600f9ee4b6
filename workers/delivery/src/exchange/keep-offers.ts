import { commit } from '@shixun/db/commit'
import { statement, updateSeen } from '@shixun/db/statement'
import { liveOffersOfCohort, outdatedOffers } from '@shixun/db/tenant/exchange'
import { cohortOffers } from '@shixun/db/tenant/schema/exchange'
import { COHORT_OFFER, type CohortOfferState } from '@shixun/domain/exchange/offer'
import { offerDeadline } from '@shixun/domain/exchange/offer-deadline'
import { arrive } from '@shixun/tenant/move'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DeliveryScene } from '../store.ts'
import { type CohortRow, offeredCohort, offerLetter, readsOfCohort } from './cohort-letter.ts'

/** Offers that one round looks at. */
const AT_ONCE = 20

type Row = typeof cohortOffers.$inferSelect

/** Tells one receiver what has changed; a change that no letter would show is only noted. */
async function renew(
  scene: DeliveryScene,
  row: Row,
  cohort: CohortRow,
  content: ReturnType<typeof offeredCohort>,
): Promise<void> {
  const { tenant } = scene.store
  const version = row.version + 1
  const letter = await offerLetter(
    { ...row, withdrawn: null },
    version,
    content,
    offerDeadline(cohort.nominateUntil, row.until),
  )
  const over = cohort.state === 'concluded' || cohort.state === 'cancelled'
  if (letter.told === row.told && !over) {
    const noted = 'UPDATE cohort_offers SET told_cohort = ? WHERE id = ? AND version = ?'
    await tenant.write([statement(noted, cohort.version, row.id, row.version)])
    return
  }
  const state: CohortOfferState = over ? 'ended' : row.state
  const post = postLetter(scene, { kind: 'cohort_offer', subject: row.id, receiver: row.receiver, body: letter.body })
  const set = { state, envelopeId: post.id, told: letter.told, toldCohort: cohort.version, updatedAt: scene.now }
  const event = {
    entity: row.id,
    version,
    verb: over ? 'end' : 'renew',
    before: { state: row.state },
    after: { state, cohort: cohort.state, envelope: post.id },
  }
  const moved = over ? arrive(scene, COHORT_OFFER, { id: row.id, title: row.receiverName }, row.state, state, {}) : []
  // who was faster has told them: the next round looks again
  await commit(tenant, scene.hand, [event], [updateSeen(cohortOffers, row, set), post.statement, ...moved], null)
}

/** 名额随班次更新：a cohort that changes is told to everybody who has places in it, within a round; an ended one for the last time. */
export async function keepOffers(scene: DeliveryScene): Promise<void> {
  const { tenant } = scene.store
  const [outdated] = await tenant.read(outdatedOffers({ limit: AT_ONCE }))
  if (outdated.length === 0) return
  for (const id of new Set(outdated.map(({ cohortId }) => cohortId))) {
    const [[cohort], sessions, [project], [provider], live] = await tenant.read(
      ...readsOfCohort(id),
      liveOffersOfCohort({ cohort: id }),
    )
    if (!cohort) continue
    const content = offeredCohort(cohort, sessions, project, provider)
    for (const row of live) if (row.toldCohort !== cohort.version) await renew(scene, row, cohort, content)
  }
  await scene.store.nudge()
}
