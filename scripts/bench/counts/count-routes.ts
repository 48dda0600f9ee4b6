import { ROUTES } from '@shixun/contract/routes'
import { DISTRICT_240 } from '@shixun/domain/credits/samples/district-hours'
import type { House } from '../house.ts'
import type { Cost } from '../metered.ts'
import { countCallDesign } from './count-call-design.ts'
import { countCalls } from './count-calls.ts'
import { countCertificates } from './count-certificates.ts'
import { countDocuments } from './count-documents.ts'
import { countExchange } from './count-exchange.ts'
import { countFlagship } from './count-flagship.ts'
import { countHours } from './count-hours.ts'
import { countIdentity, countToken } from './count-identity.ts'
import { countNominations } from './count-nominations.ts'
import { countPolicies } from './count-policies.ts'
import { countProjects } from './count-projects.ts'
import { countProvince } from './count-province.ts'
import { countReview } from './count-review.ts'
import { countRobots } from './count-robots.ts'
import { countRosters } from './count-rosters.ts'
import { countSettings } from './count-settings.ts'
import { countSurveys } from './count-surveys.ts'
import { countTeachers } from './count-teachers.ts'
import { beginTale } from './tale.ts'

/**
 * Routes that the tale does not tell, and why: they cost what their neighbour in the same file costs.
 */
export const UNTOLD: Record<string, string> = {
  acceptHoursClaim: 'as batchHoursClaims of one',
  recuseExpert: 'as declareNoConflict',
  upholdObjection: 'as dismissObjection',
  checkInGuest: 'as checkIn',
  readProjectSnapshot: 'one row by its key, and a month has to pass before there is one',
  testRobot: 'as editRobot, and it calls out of the house',
}

/**
 * Lives a small year in one district and one city and answers what every request of it cost. The house must be fresh:
 * the same rows come out every time, so the counts are the same on every machine.
 */
export async function countRoutes(house: House): Promise<Record<string, Cost>> {
  const county = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const city = await house.found({ slug: 'zhengzhou', name: '郑州市教育局', kind: 'city', division: '410100' })
  const tale = beginTale(house, county, city)
  // the first request of a worker to a tenant verifies whose database it is: one trip more, once
  const cityOffice = await house.session({ role: 'office', bureau: city })
  for (const route of [ROUTES.readDashboard, ROUTES.listTeachers, ROUTES.listCohorts, ROUTES.listRubrics]) {
    await tale.prepare(route, { as: await tale.as('office') })
    await tale.prepare(route, { as: cityOffice, params: { district: city.ref.slug } })
  }
  for (const route of [
    ROUTES.checkHealth,
    ROUTES.readOpenapi,
    ROUTES.showApiDocs,
    ROUTES.readDemo,
    ROUTES.readDemoClock,
  ])
    await tale.measure(route, { as: null })
  const token = await countToken(tale)
  await countIdentity(tale)
  const rosters = await countRosters(tale)
  await countTeachers(tale, rosters.schools)
  const calls = await countCalls(tale, rosters)
  await countCallDesign(tale, rosters, calls)
  await countReview(tale, rosters, calls)
  await countSettings(tale)
  await countPolicies(tale)
  await countDocuments(tale)
  await countRobots(tale)
  const [school = ''] = rosters.schools
  const project = await countProjects(tale, school, calls.completionRubric)
  await countCertificates(tale, { project, school })
  await countNominations(tale, { project, school })
  await countHours(tale, { project, school })
  await countExchange(tale, { project, school })
  await countSurveys(tale, { project, school })
  await countFlagship(tale, { project, school, call: calls.call })
  await countProvince(tale, token)
  await tale.measure(ROUTES.tryPanel, {
    as: null,
    body: { sheets: ['a', 'b'].map((rater) => ({ item: '一', rater, score: 90 })), method: 'mean' },
  })
  await tale.measure(ROUTES.readCreditSamples, { as: null })
  await tale.measure(ROUTES.tryCredits, {
    as: null,
    body: {
      policy: DISTRICT_240.policy,
      teacher: { entryDate: '2015-09-01', phase: 'primary' },
      entries: [{ id: 'e1', date: '2026-03-02', hours: 8, channel: 'online', accredited: true }],
      asOf: '2026-12-31',
    },
  })
  await tale.measure(ROUTES.moveDemoClock, { as: null, body: { advanceDays: 1 } })
  return tale.costs
}
