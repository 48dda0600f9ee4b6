import { offersPast } from '@shixun/db/tenant/enrolments'
import { lapsedWords } from '@shixun/domain/delivery/offer-until'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { DeliveryScene } from '../store.ts'
import { enrolmentMove } from './move-enrolment.ts'

/** A round lets no more lapse than this many; the next one takes the rest. */
const AT_ONCE = 20

const lapse = enrolmentMove('lapse')

/** 递补名额到期：a place that no school took by its last day goes to the next of the waiting list; both sides are told. */
export async function lapseOffers(scene: DeliveryScene): Promise<void> {
  const [past] = await scene.store.tenant.read(offersPast({ today: chinaDate(scene.now), limit: AT_ONCE }))
  // a school that was faster has its place: the refusal is theirs to keep
  for (const { id, offerUntil } of past)
    await lapse(scene, { params: { id }, body: { note: lapsedWords(offerUntil ?? '') } })
}
