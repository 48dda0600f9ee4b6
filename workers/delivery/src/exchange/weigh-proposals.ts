import { type GuestRow, guestsOfTeachers, type OfferRow, offerById } from '@shixun/db/tenant/exchange'
import * as reads from '@shixun/db/tenant/nominees'
import { ineligibleWords } from '@shixun/domain/delivery/eligible-teacher'
import { OFFER } from '@shixun/domain/exchange/offer'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { type NomineeRow, nominationRuleReads, trainingOf, type Weighed, weigher } from '@shixun/tenant/weigh-nominee'
import type { DeliveryScene } from '../store.ts'

/** A teacher weighed for a cohort of another bureau, by that bureau's conditions and this one's rules. `problem` null: may go. */
export type Proposed = Weighed & { nominee: NomineeRow; problem: string | null }

/** Everything about these teachers that an offered cohort asks, in one trip. */
async function load(scene: DeliveryScene, offer: string, teacherIds: readonly string[]) {
  const teachers = JSON.stringify(teacherIds)
  const [[row], nominees, vetoes, listed, others, otherSessions, elsewhere, abroad, settings, policies] =
    await scene.store.tenant.read(
      offerById({ id: offer }),
      reads.nomineesByIds({ teachers }),
      reads.vetoesByIds({ teachers }),
      guestsOfTeachers({ teachers, offer }),
      reads.otherTrainingsByIds({ teachers, cohort: '', enrolment: '' }),
      reads.otherSessionsAroundOffer({ teachers, offer }),
      reads.trainingsElsewhereByIds({ teachers }),
      reads.trainingsAbroadByIds({ teachers }),
      ...nominationRuleReads(),
    )
  return {
    offer: row,
    nominees,
    listed,
    facts: { vetoes, others, otherSessions, elsewhere, abroad, settings, policies },
  }
}

/**
 * Weighs teachers for an offered cohort before anything leaves the house: the organiser's conditions, ethics records, clashes
 * and repeated training. A school weighs its own teachers only. The order is that of the ids.
 */
export async function weighProposals(
  scene: DeliveryScene,
  offerId: string,
  teacherIds: readonly string[],
): Promise<Result<{ offer: OfferRow; listed: GuestRow[]; weighed: Proposed[] }, Refusal>> {
  const { offer, nominees, listed, facts } = await load(scene, offerId, teacherIds)
  if (!offer) return refuse({ code: 'not-found' })
  const own = unitLimit(scene.visitor, 'guest.write')
  const reachable = teacherIds.flatMap((id) => {
    const nominee = nominees.find((one) => one.id === id && (own === null || one.schoolId === own))
    return nominee ? [nominee] : []
  })
  if (reachable.length < teacherIds.length) return refuse({ code: 'not-found' })
  if (offer.state !== 'open') return refuse({ code: 'state-refuses', facts: { state: OFFER.states[offer.state] } })
  const { content } = offer
  const training = trainingOf({ ...content, id: offer.id }, content.sessions)
  const weigh = weigher(facts, { training, rules: content.rules, today: chinaDate(scene.now) })
  const known = new Set(listed.map(({ teacherId }) => teacherId))
  const weighed = reachable.map((nominee) => {
    const weighing = weigh(nominee)
    const problem = known.has(nominee.id) ? '已在名单中' : ineligibleWords(weighing.conditions) || null
    return { ...weighing, nominee, problem }
  })
  return ok({ offer, listed, weighed })
}
