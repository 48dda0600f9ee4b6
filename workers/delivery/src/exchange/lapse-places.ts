import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { offersDue } from '@shixun/db/tenant/exchange'
import { cohortOffers } from '@shixun/db/tenant/schema/exchange'
import { tasks } from '@shixun/db/tenant/schema/house'
import { COHORT_OFFER } from '@shixun/domain/exchange/offer'
import { lapsedPlacesWords, placesLapse } from '@shixun/domain/exchange/offer-deadline'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { decide } from '@shixun/tenant/move'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DeliveryScene } from '../store.ts'
import { offerLetter } from './cohort-letter.ts'

/** A round takes back no more than this many; the next one takes the rest. */
const AT_ONCE = 20

type Due = ReturnType<ReturnType<typeof offersDue>['decode']>

async function lapse(scene: DeliveryScene, { cohortTitle, ...row }: Due): Promise<void> {
  const title = `${row.receiverName}：${cohortTitle}`
  const reason = lapsedPlacesWords({ ...row, until: row.until ?? '' })
  const decided = decide(scene, { machine: COHORT_OFFER, row: { ...row, title }, action: 'lapse', note: reason })
  if (!decided.ok) return
  const { to, version, event, follow } = decided.value
  const letter = await offerLetter({ ...row, withdrawn: reason }, version, null, null)
  const post = postLetter(scene, { kind: 'cohort_offer', subject: row.id, receiver: row.receiver, body: letter.body })
  const set = { state: to, reason, envelopeId: post.id, told: letter.told, updatedAt: scene.now }
  const told = {
    ...{ id: scene.newId('tsk'), entity: row.cohortId, kind: 'cohort_offer.lapsed', title },
    ...{ role: 'office', unit: '', dueOn: null, createdAt: scene.now, doneAt: null },
  }
  // who changed the offer meanwhile has given it another day: the next round looks again
  await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(cohortOffers, row, set), post.statement, ...follow, insert(tasks, told)],
    null,
  )
}

/** 跨局名额到期：places that a bureau has not used by their last day are taken back; who was nominated stays. Both offices are told. */
export async function lapsePlaces(scene: DeliveryScene): Promise<void> {
  const today = chinaDate(scene.now)
  const [due] = await scene.store.tenant.read(offersDue({ today, limit: AT_ONCE }))
  const unused = due.filter((offer) => placesLapse(offer, today))
  for (const offer of unused) await lapse(scene, offer)
  if (unused.length > 0) await scene.store.nudge()
}
