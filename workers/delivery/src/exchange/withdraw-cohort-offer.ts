import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { cohortOfferById } from '@shixun/db/tenant/exchange'
import { cohortOffers } from '@shixun/db/tenant/schema/exchange'
import { COHORT_OFFER } from '@shixun/domain/exchange/offer'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DeliveryScene } from '../store.ts'
import { offerLetter } from './cohort-letter.ts'
import { cohortOfferCard } from './cohort-offer-card.ts'

/** 撤回名额：nobody more is taken from that bureau; who is enrolled stays. */
export async function withdrawCohortOffer(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const { tenant } = scene.store
  const [[row]] = await tenant.read(cohortOfferById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: COHORT_OFFER,
    row: { ...row, title: row.receiverName },
    action: 'withdraw',
    note: body.note,
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const letter = await offerLetter({ ...row, withdrawn: body.note }, version, null, null)
  const post = postLetter(scene, { kind: 'cohort_offer', subject: row.id, receiver: row.receiver, body: letter.body })
  const set = { state: to, reason: body.note, envelopeId: post.id, told: letter.told, updatedAt: scene.now }
  const answer = cohortOfferCard(scene, { ...row, ...set, version })
  const statements = [updateSeen(cohortOffers, row, set), post.statement, ...follow]
  const refusal = await commit(tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  if (refusal) return refuse(refusedWrite(refusal))
  scene.later(scene.store.nudge())
  return ok({ body: answer, version })
}
