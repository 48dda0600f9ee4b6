import { ROUTES } from '@shixun/contract/routes'
import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import { insertRows } from '../../../workers/system/src/own-house.ts'
import { concludedCohort } from '../../../workers/system/src/sample-cohorts.ts'
import { guest, notice, offer } from '../../../workers/system/src/sample-exchange.ts'
import type { Tale } from './tale.ts'

/** Places offered to another bureau; places offered here: proposed, sent, confirmed, given up, and the pass to check in with. */
export async function countExchange(
  { county, city, measure, prepare, as }: Tale,
  { project, school }: { project: string; school: string },
): Promise<void> {
  const office = { as: await as('office') }
  await measure(ROUTES.listBureaus, office)
  const unit = { id: school, kind: 'school' as const, name: '金水一小' }
  const rules = { ...DEFAULT_COHORT_RULES, guests: true }
  const cohort = concludedCohort(project, unit, { no: 91, state: 'nominating', rules })
  await insertRows(county.tenant, 'cohorts', [cohort])
  const one = { ...office, params: { id: cohort.id } }
  const receivers = [{ slug: city.ref.slug, name: city.ref.name, places: 5 }]
  const { body: made } = await measure(ROUTES.offerCohort, { ...one, body: { receivers } })
  await measure(ROUTES.listCohortOffers, one)
  const given = { ...office, params: { id: made.items[0]?.id ?? '' } }
  await measure(ROUTES.withdrawCohortOffer, { ...given, body: { note: '场地有限' } })

  const { body: roster } = await prepare(ROUTES.listTeachers, office)
  const places = offer(city.ref.slug)
  await insertRows(county.tenant, 'offers', [places])
  await measure(ROUTES.listOffers, office)
  await measure(ROUTES.listOffers, { ...office, query: { state: 'open' } }, 'state')
  const here = { ...office, params: { id: places.id } }
  await measure(ROUTES.readOffer, here)
  const teacherIds = roster.items.slice(0, 4).map(({ id }) => id)
  await measure(ROUTES.proposeGuests, { ...here, body: { teacherIds, dryRun: true } }, 'check')
  const { body: proposed } = await measure(ROUTES.proposeGuests, { ...here, body: { teacherIds } })
  await measure(ROUTES.sendGuests, { ...here, body: { teacherIds: teacherIds.slice(0, 3) } })
  await measure(ROUTES.listGuests, { ...office, query: { offer: places.id } })
  await measure(ROUTES.listGuests, { as: await as('teacher', teacherIds[0] ?? '') }, 'a teacher')
  const last = { ...office, params: { id: proposed.guests[3]?.id ?? '' } }
  await measure(ROUTES.refuseGuest, { ...last, body: { note: '名额有限' } })
  // the organiser knows nothing of the list that was sent: others stand for those it knows
  const known = offer(city.ref.slug, { taken: 3 })
  const states = ['nominated', 'offered', 'enrolled']
  const going = states.map((state, n) =>
    guest(known.id, { id: teacherIds[n] ?? '', name: '教师' }, { id: school, name: unit.name }, { state }),
  )
  await insertRows(county.tenant, 'offers', [known])
  await insertRows(county.tenant, 'guests', going)
  const [nominated, offered, enrolled] = going.map(({ id }) => ({ ...office, params: { id } }))
  await measure(ROUTES.withdrawGuest, { ...nominated, ...office, body: { note: '家中有事' } })
  await measure(ROUTES.acceptGuest, { ...offered, ...office, body: {} })
  const told = notice(cohort.id, 'office')
  await insertRows(county.tenant, 'tasks', [told])
  await measure(ROUTES.dismissTask, { ...office, params: { id: told.id } })
  await measure(ROUTES.readGuestPass, { ...enrolled, as: await as('teacher', teacherIds[2] ?? '') })
}
