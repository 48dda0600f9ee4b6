import { GuestNominationBody } from '@shixun/contract/guest-letters'
import type { JournalEvent } from '@shixun/db/commit'
import { assertion, insertMany } from '@shixun/db/statement'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { cohortOfferById, guestEnrolments } from '@shixun/db/tenant/exchange'
import { enrolments } from '@shixun/db/tenant/schema/delivery'
import { guestPasses } from '@shixun/db/tenant/schema/exchange'
import { ENROLMENT } from '@shixun/domain/delivery/enrolment'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { askToAdmit } from '@shixun/tenant/ask-to-admit'
import { arriveMany } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'

/**
 * 收到外局报送：its teachers join the nominated, within the places that this bureau offered it. They have no row in the
 * roster here: `home_slug` and `home_ref` say whose they are, and no school of this bureau ever lists them.
 */
export async function receiveGuestNomination(scene: DistrictScene, { id, body, sender }: Letter): Promise<Delivery> {
  const parsed = GuestNominationBody.safeParse(body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { offer: offerId, people } = parsed.data
  const { tenant } = scene.store
  const [[offer]] = await tenant.read(cohortOfferById({ id: offerId }))
  if (offer?.receiver !== sender.slug) return { reason: 'offer-unknown' }
  if (offer.state !== 'sent' && offer.state !== 'received') return { reason: 'offer-withdrawn' }
  if (offer.until !== null && offer.until < chinaDate(scene.now)) return { reason: 'offer-lapsed' }
  const refs = people.map(({ ref }) => ref)
  const [[cohort], known] = await tenant.read(
    cohortById({ id: offer.cohortId }),
    guestEnrolments({ cohort: offer.cohortId, home: sender.slug, refs: JSON.stringify(refs) }),
  )
  if (cohort?.state !== 'nominating' || (cohort.nominateUntil !== null && cohort.nominateUntil <= scene.now))
    return { reason: 'cohort-not-nominating' }
  if (known.length > 0 || new Set(refs).size < refs.length) return { reason: 'guest-known' }
  if (offer.nominated + people.length > offer.places) return { reason: 'places-used-up' }
  const rows = people.map(({ ref, name, schoolName, subject, phase }) => ({
    id: scene.newId('enr'),
    cohortId: cohort.id,
    teacherId: null,
    homeSlug: sender.slug,
    homeRef: ref,
    name,
    schoolId: `bureau/${sender.slug}`,
    schoolName: `${sender.name} ${schoolName}`,
    subject,
    phase,
    state: ENROLMENT.initial,
    preference: 0,
    findings: [],
    waiver: null,
    minutesDue: 0,
    minutesAttended: 0,
    reason: null,
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
  }))
  const passes = rows.map((row, at) => ({ enrolmentId: row.id, hash: people[at]?.pass ?? '' }))
  const events = rows.map(
    (row): JournalEvent => ({
      entity: row.id,
      version: 1,
      verb: 'nominate',
      after: {
        state: row.state,
        cohort: cohort.id,
        sender: sender.slug,
        envelope: id,
        fields: CARRIED.guest_nomination,
      },
    }),
  )
  const titled = rows.map((row) => ({ id: row.id, title: `${row.name}（${row.schoolName}）` }))
  return {
    reason: null,
    events,
    statements: [
      insertMany(enrolments, rows),
      insertMany(guestPasses, passes),
      ...arriveMany(scene, ENROLMENT, titled, null, ENROLMENT.initial, () => ({})),
      ...askToAdmit(scene, cohort),
      assertion('nominating', "SELECT state = 'nominating' FROM cohorts WHERE id = ?", cohort.id),
      assertion(
        'places',
        "SELECT count(*) <= ? FROM enrolments WHERE cohort_id = ? AND home_slug = ? AND home_ref IS NOT NULL AND state NOT IN ('withdrawn', 'refused')",
        offer.places,
        cohort.id,
        sender.slug,
      ),
    ],
    result: { nominated: rows.length },
    refusals: { nominating: 'cohort-not-nominating', places: 'places-used-up' },
  }
}
