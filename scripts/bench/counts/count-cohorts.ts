import { ROUTES } from '@shixun/contract/routes'
import { insertRows } from '../../../workers/system/src/own-house.ts'
import { doneEnrolment } from '../../../workers/system/src/sample-cohorts.ts'
import type { Tale } from './tale.ts'

const session = (day: number, hour: number) => ({
  stageId: 's1',
  topic: '班会设计',
  module: '师德修养',
  trainers: [{ name: '张三', unit: '师范学院', title: '教授' }],
  place: '报告厅',
  startsAt: `2027-04-0${day}T0${hour}:00:00.000Z`,
  endsAt: `2027-04-0${day}T0${hour + 2}:00:00.000Z`,
  minutes: 120,
})
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])

/** A cohort is made of a running project, gets a timetable and quotas, is published, announced, begun; another is cancelled. */
export async function countCohorts(tale: Tale, school: string, project: string): Promise<void> {
  const { measure, prepare, as, county } = tale
  const office = { as: await as('office') }
  const own = { as: await as('school_admin', school) }
  const draft = await measure(ROUTES.draftCohort, { ...own, params: { id: project } })
  const made = await measure(ROUTES.createCohort, { ...own, body: draft.body.cohort })
  const here = { params: { id: made.body.id } }
  await measure(ROUTES.editCohort, { ...own, ...here, ifMatch: 1, body: { places: 60 } })
  const sessions = [session(1, 1), session(2, 1), session(3, 1)]
  const written = await measure(ROUTES.addSessions, { ...own, ...here, body: { sessions } })
  const [first, second, third] = written.body.sessions
  const of = (one: typeof first) => ({ params: { ...here.params, session: one?.id ?? '' } })
  await measure(ROUTES.addSessions, { ...own, ...here, body: { sessions: [session(1, 2)], dryRun: true } }, 'check')
  const rows = [{ day: '2027-04-04', from: '9:00', to: '11:00', topic: '研讨', trainers: '张三' }]
  await measure(ROUTES.importSessions, { ...own, ...here, body: { rows } })
  await measure(ROUTES.editSession, { ...own, ...of(first), ifMatch: 1, body: { topic: '班会课设计' } })
  await measure(ROUTES.removeSession, { ...own, ...of(third) })
  await measure(ROUTES.checkTimetable, { ...own, ...here })
  await measure(ROUTES.putQuotas, { ...own, ...here, body: { rows: [{ school: '金水一小', places: 3 }] } })
  await measure(ROUTES.listQuotas, { ...own, ...here })
  await measure(ROUTES.openCohort, { ...own, ...here, body: {} })
  await measure(ROUTES.cancelSession, { ...own, ...of(second), body: { note: '授课人请假' } })
  await measure(ROUTES.readCohort, { ...office, ...here })
  await measure(ROUTES.listSessions, { ...office, ...here })
  await measure(ROUTES.readCohortHistory, { ...office, ...here })
  await measure(ROUTES.readCohortFigures, { ...own, params: { id: project } })
  await measure(ROUTES.listCohorts, office)
  await measure(ROUTES.listCohorts, { ...office, query: { state: 'nominating' } }, 'state')
  await measure(ROUTES.listCohorts, { ...office, query: { term: '2027-spring' } }, 'term')
  await measure(ROUTES.listCohorts, { ...office, query: { project } }, 'project')
  await measure(ROUTES.listCohorts, { ...own, query: { of: 'own' } }, 'own')
  const roster = await prepare(ROUTES.listTeachers, own)
  const [teacher] = roster.body.items
  const unit = { id: school, name: '金水一小' }
  const enrolment = doneEnrolment(made.body.id, { id: teacher?.id ?? '', name: teacher?.name ?? '' }, unit, 'enrolled')
  await insertRows(county.tenant, 'enrolments', [enrolment])
  const self = { as: await as('teacher', teacher?.id ?? '') }
  const announcement = { kind: 'announcement' as const, title: '报到须知', body: '请于 8:30 报到。' }
  const post = await measure(ROUTES.createCohortPost, { ...own, ...here, body: announcement })
  const ofPost = { params: { ...here.params, post: post.body.id } }
  await measure(ROUTES.readMyTraining, self)
  await measure(ROUTES.markPostSeen, { ...self, ...ofPost })
  const form = new FormData()
  form.set('file', new File([PNG], '合影.png'))
  const photo = await measure(ROUTES.addCohortFile, { ...own, ...here, query: { title: '合影' }, body: form })
  await measure(ROUTES.listCohortPosts, { ...self, ...here })
  await measure(ROUTES.readCohortFile, { ...self, params: { ...here.params, post: photo.body.id } })
  await measure(ROUTES.removeCohortPost, { ...own, params: { ...here.params, post: photo.body.id } })
  const calendar = await measure(ROUTES.openMyCalendar, self)
  await measure(ROUTES.sendCalendar, { as: null, params: { token: calendar.body.path.split('/').at(-1) ?? '' } })
  await measure(ROUTES.renewMyCalendar, self)
  await measure(ROUTES.openCohortCalendar, { ...own, ...here })
  await measure(ROUTES.renewCohortCalendar, { ...own, ...here })
  await measure(ROUTES.closeCohort, { ...own, ...here, body: {} })
  await measure(ROUTES.reopenCohort, { ...own, ...here, body: {} })
  await prepare(ROUTES.closeCohort, { ...own, ...here, body: {} })
  await measure(ROUTES.beginCohort, { ...own, ...here, body: {} })
  const other = await prepare(ROUTES.createCohort, { ...own, body: draft.body.cohort })
  await measure(ROUTES.cancelCohort, { ...own, params: { id: other.body.id }, body: { note: '人数不足' } })
  await prepare(ROUTES.cancelCohort, { ...own, ...here, body: { note: '项目调整' } })
}
