import type { Holding } from './district-holdings.ts'
import { type District, insertRows } from './own-house.ts'
import { concludedCohort } from './sample-cohorts.ts'
import { cohortOffer, guest, notice, offer } from './sample-exchange.ts'
import type { Unit } from './sample-rows.ts'

/** Roles whose inboxes hold something to be put away. */
const TOLD = [
  ...(['admin', 'office', 'finance', 'auditor', 'curator'] as const),
  ...(['school_admin', 'registrar', 'provider', 'expert', 'teacher'] as const),
]

type Given = { project: string; runner: Unit; school: Unit; teacher: string; no: number }

/** A cohort with places for another bureau, and a teacher of a school who goes to one. */
export async function exchangeHoldings(
  { tenant }: District,
  { project, runner, school, teacher, no }: Given,
): Promise<Holding[]> {
  const cohort = concludedCohort(project, runner, { no, state: 'nominating' })
  const given = cohortOffer(cohort.id, 'elsewhere')
  const places = offer('elsewhere')
  const going = guest(places.id, { id: teacher, name: '教师' }, school, { state: 'enrolled' })
  await insertRows(tenant, 'cohorts', [cohort])
  await insertRows(tenant, 'cohort_offers', [given])
  await insertRows(tenant, 'offers', [places])
  await insertRows(tenant, 'guests', [going])
  const notices = TOLD.map((role) => notice(cohort.id, role))
  await insertRows(tenant, 'tasks', notices)
  return [
    { collection: 'cohorts', id: cohort.id, owners: [runner.id] },
    { collection: 'cohort-offers', id: given.id, owners: [runner.id] },
    { collection: 'offers', id: places.id, owners: [] },
    ...notices.map(({ id, role }) => ({ collection: 'tasks', id, owners: [role] })),
    { collection: 'guests', id: going.id, owners: [school.id, teacher] },
  ]
}
