import { ROUTES } from '@shixun/contract/routes'
import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import { insertRows } from '../../../workers/system/src/own-house.ts'
import { concludedCohort } from '../../../workers/system/src/sample-cohorts.ts'
import { fixedId } from '../house.ts'
import type { Tale } from './tale.ts'

/** A cohort takes nominations, gives its places, has a waiting list, and finds who would repeat a training. */
export async function countNominations(
  { county, measure, prepare, as }: Tale,
  { project, school }: { project: string; school: string },
): Promise<void> {
  const unit = { id: school, kind: 'school' as const, name: '金水一小' }
  const rules = { ...DEFAULT_COHORT_RULES, quotaPerSchool: 20 }
  const open = { state: 'nominating', version: 1, places: 3, waiting_places: 5, rules }
  const cohort = concludedCohort(project, unit, { ...open, no: 80 })
  const twin = concludedCohort(project, unit, { ...open, no: 81 })
  await insertRows(county.tenant, 'cohorts', [cohort, twin])
  await insertRows(
    county.tenant,
    'sessions',
    [cohort, twin].map(({ id }, n) => ({
      ...{ id: fixedId('ses', 800 + n), cohort_id: id, stage_id: 's1', topic: '讲座', module: '', trainers: [] },
      ...{ channel: 'concentrated', place: '', minutes: 120, state: 'planned', version: 1 },
      ...{ starts_at: '2026-05-01T01:00:00.000Z', ends_at: '2026-05-01T03:00:00.000Z' },
      ...{ created_at: '2026-03-02T01:00:00.000Z', updated_at: '2026-03-02T01:00:00.000Z' },
    })),
  )
  const office = { as: await as('office') }
  const own = { as: await as('school_admin', school) }
  const { body: roster } = await prepare(ROUTES.listTeachers, own)
  const ids = roster.items.slice(0, 6).map(({ id }) => id)
  const here = { params: { id: cohort.id } }
  await measure(ROUTES.listCandidates, { ...own, ...here })
  await measure(ROUTES.listCandidates, { ...office, ...here, query: { school } }, 'a school, for the office')
  await measure(ROUTES.nominateTeachers, { ...own, ...here, body: { teacherIds: ids, dryRun: true } }, 'check')
  await measure(ROUTES.nominateTeachers, { ...own, ...here, body: { teacherIds: ids } })
  const ofCohort = { cohort: cohort.id }
  const { body: list } = await measure(ROUTES.listEnrolments, { ...office, query: ofCohort }, 'of a cohort')
  await measure(
    ROUTES.listEnrolments,
    { ...office, query: { ...ofCohort, state: 'nominated' } },
    'of a cohort by state',
  )
  await measure(ROUTES.listEnrolments, { ...own, query: ofCohort }, 'of a cohort, its runner')
  await measure(ROUTES.listEnrolments, { ...office, query: { school } }, 'of a school')
  await measure(ROUTES.listEnrolments, { ...office, query: { teacher: ids[0] ?? '' } }, 'of a teacher')
  await measure(ROUTES.listEnrolments, office)
  const [a, b, c, d, e] = [...list.items].sort((x, y) => (x.id < y.id ? -1 : 1))
  const of = (one: typeof a) => ({ params: { id: one?.id ?? '' } })
  await measure(ROUTES.readEnrolment, { ...office, ...of(a) })
  await measure(ROUTES.readEnrolmentHistory, { ...office, ...of(a) })
  const chosen = [a, b].map((one) => ({ enrolmentId: one?.id ?? '', version: 1 }))
  await measure(ROUTES.admitEnrolments, { ...own, ...here, body: { mode: 'selected', items: chosen } }, 'chosen')
  await measure(ROUTES.queueEnrolment, { ...own, ...of(c), body: {} })
  await measure(ROUTES.offerEnrolment, { ...own, ...of(c), body: {} })
  await measure(ROUTES.recallEnrolment, { ...own, ...of(c), body: { note: '调整' } })
  await prepare(ROUTES.offerEnrolment, { ...own, ...of(c), body: {} })
  await measure(ROUTES.acceptEnrolment, { ...own, ...of(c), body: {} })
  await prepare(ROUTES.queueEnrolment, { ...own, ...of(d), body: {} })
  await measure(ROUTES.withdrawEnrolment, { ...own, ...of(a), body: { note: '病假' } })
  await measure(ROUTES.refuseEnrolment, { ...own, ...of(e), body: { note: '不符' } })
  await measure(ROUTES.admitEnrolments, { ...own, ...here, body: { mode: 'fill' } }, 'fill')
  const clashing = { teacherIds: ids.slice(1, 3), plea: '两班可以错开' }
  const { body: twice } = await prepare(ROUTES.nominateTeachers, { ...own, params: { id: twin.id }, body: clashing })
  const [first] = twice.items
  const blocked = { ...own, params: { id: first?.enrolmentId ?? '' } }
  await measure(ROUTES.waiveEnrolment, { ...blocked, body: { reason: '已协调' } })
  await measure(ROUTES.admitEnrolment, { ...blocked, body: {} })
  const term = { term: '2026-spring' }
  await measure(ROUTES.listTrainingRepeats, { ...office, query: term })
  await measure(ROUTES.listTrainingRepeats, { ...office, query: { ...term, outcome: 'waived' } }, 'outcome')
  await measure(ROUTES.listTrainingRepeats, { ...own, query: term }, 'own')
  await measure(ROUTES.readRepeatSummary, { ...office, query: term })
}
