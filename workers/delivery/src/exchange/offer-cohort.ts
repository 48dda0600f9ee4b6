import { commit, type JournalEvent } from '@shixun/db/commit'
import { insert, type Statement, stillSeen, updateSeen } from '@shixun/db/statement'
import { liveOffersOfCohort } from '@shixun/db/tenant/exchange'
import { cohorts } from '@shixun/db/tenant/schema/delivery'
import { cohortOffers } from '@shixun/db/tenant/schema/exchange'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { COHORT_OFFER } from '@shixun/domain/exchange/offer'
import { offerDeadline } from '@shixun/domain/exchange/offer-deadline'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, refusedWrite } from '@shixun/tenant/move'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DeliveryScene } from '../store.ts'
import { offeredCohort, offerLetter, readsOfCohort } from './cohort-letter.ts'
import { cohortOfferCard } from './cohort-offer-card.ts'

type Body = {
  receivers: { slug: string; name: string; places: number }[]
  message: string
  until?: string | undefined
}
type Row = typeof cohortOffers.$inferSelect
type Written = { row: Row; event: JournalEvent; statements: Statement[]; fresh: boolean }

/** 向其他教育局分配名额：each gets the cohort with its timetable and conditions by envelope; who has places already gets the new number. */
export async function offerCohort(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { tenant } = scene.store
  const [[cohort], sessions, [project], [provider], live] = await tenant.read(
    ...readsOfCohort(params.id),
    liveOffersOfCohort({ cohort: params.id }),
  )
  if (!cohort) return refuse({ code: 'not-found' })
  if (cohort.state !== 'nominating' || !cohort.rules.guests)
    return refuse({
      code: 'state-refuses',
      facts: {
        state: cohort.rules.guests ? COHORT.states[cohort.state] : '本班次未开放外局学员，请先在推荐条件中开放',
      },
    })
  const until = body.until ?? null
  if (until !== null && until < chinaDate(scene.now))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/until', problem: 'in_the_past' }] })
  const slugs = body.receivers.map(({ slug }) => slug)
  const wrong = slugs.findIndex((slug, at) => slug === tenant.district.slug || slugs.indexOf(slug) < at)
  if (wrong >= 0)
    return refuse({
      code: 'invalid-input',
      fields: [
        {
          pointer: `/receivers/${wrong}/slug`,
          problem: slugs.indexOf(slugs[wrong] ?? '') < wrong ? 'duplicate' : 'not_a_choice',
        },
      ],
    })
  const content = offeredCohort(cohort, sessions, project, provider)
  const written = await Promise.all(
    body.receivers.map(async ({ slug, name, places }): Promise<Written> => {
      const known = live.find(({ receiver }) => receiver === slug)
      const id = known?.id ?? scene.newId('off')
      const version = (known?.version ?? 0) + 1
      const given = { id, places, message: body.message, withdrawn: null }
      const letter = await offerLetter(given, version, content, offerDeadline(cohort.nominateUntil, until))
      const post = postLetter(scene, { kind: 'cohort_offer', subject: id, receiver: slug, body: letter.body })
      const set = {
        places,
        message: body.message,
        until,
        envelopeId: post.id,
        toldCohort: cohort.version,
        told: letter.told,
        updatedAt: scene.now,
      }
      const row: Row = {
        id,
        cohortId: cohort.id,
        receiver: slug,
        receiverName: name,
        state: known?.state ?? COHORT_OFFER.initial,
        reason: null,
        version,
        createdAt: known?.createdAt ?? scene.now,
        ...set,
      }
      const after = { state: row.state, receiver: slug, places, until, envelope: post.id }
      const event = {
        entity: id,
        version,
        verb: known ? 'change' : 'offer',
        ...(known ? { before: { places: known.places } } : {}),
        after,
      }
      const own = known ? updateSeen(cohortOffers, known, set) : insert(cohortOffers, row)
      return { row, event, statements: [own, post.statement], fresh: !known }
    }),
  )
  const [first, ...others] = written.map(({ event }) => event)
  if (!first) return refuse({ code: 'not-found' })
  const fresh = written.filter((one) => one.fresh).map(({ row }) => ({ id: row.id, title: row.receiverName }))
  const answer = { items: written.map(({ row }) => cohortOfferCard(scene, { ...row, nominated: 0, enrolled: 0 })) }
  const statements = [
    stillSeen('cohort', cohorts, cohort),
    ...written.flatMap((one) => one.statements),
    ...arriveMany(scene, COHORT_OFFER, fresh, null, COHORT_OFFER.initial, () => ({})),
  ]
  const refusal = await commit(tenant, scene.hand, [first, ...others], statements, storedAnswer(201, answer))
  if (refusal) return refuse(refusedWrite(refusal, { cohort: { code: 'version-stale' } }))
  scene.later(scene.store.nudge())
  return ok({ body: answer })
}
