import { ROUTES } from '@shixun/contract/routes'
import { leaves, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { countAgreements } from './count-agreements.ts'
import { countAssessments } from './count-assessments.ts'
import { countCohorts } from './count-cohorts.ts'
import { countInspections } from './count-inspections.ts'
import type { Tale } from './tale.ts'

const FIGURES = {
  enrolled: 50,
  completed: 49,
  attendanceDue: 100,
  attendanceActual: 98,
  hoursDelivered: 40,
  satisfaction: 9500,
  surveysSent: 50,
  surveysAnswered: 45,
  spent: 4_900_000,
  milestonesOnTime: 1,
}

/** Points of the leaves that nobody measures: full, with no fault found and no veto raised. */
function judged(): Record<string, number> {
  const rubric: Rubric | undefined = SAMPLE_RUBRICS.find(({ use }) => use === 'completion')?.rubric
  const open = rubric ? leaves(rubric).filter(({ source }) => source !== 'metric' && source !== 'survey') : []
  return Object.fromEntries(open.map(({ key, max, nature }) => [key, nature === 'score' ? max : 0]))
}

/** One project runs, is evaluated and archived; another is suspended, resumed and terminated. Answers the first. */
export async function countProjects(tale: Tale, school: string, completionRubric: string): Promise<string> {
  const { measure, prepare, as } = tale
  const office = { as: await as('office') }
  const owner = { as: await as('school_admin', school) }
  const listed = await measure(ROUTES.listProjects, office)
  await measure(ROUTES.listProjects, { ...office, query: { state: 'approved' } }, 'state')
  await measure(ROUTES.listProjects, owner, 'own')
  const [first, second] = listed.body.items
  if (!first || !second) throw new Error('two projects were to be approved')
  const own = { ...owner, params: { id: first.id } }
  const one = { ...office, params: { id: first.id } }
  await measure(ROUTES.prepareProject, { ...own, body: {} })
  await measure(ROUTES.startProject, { ...own, body: {} })
  const seen = await measure(ROUTES.readProject, own)
  await measure(ROUTES.reportFigures, { ...own, ifMatch: seen.body.version, body: { figures: FIGURES } })
  await measure(ROUTES.concludeProject, { ...own, body: {} })
  await measure(ROUTES.completeProject, { ...one, body: {} })
  await measure(ROUTES.evaluateProject, { ...one, body: { rubricId: completionRubric, scores: judged() } })
  await measure(ROUTES.listEvaluations, owner, 'own')
  await measure(ROUTES.archiveProject, { ...one, body: {} })
  await measure(ROUTES.readProjectHistory, one)
  const late = { params: { id: second.id } }
  await prepare(ROUTES.prepareProject, { ...owner, ...late, body: {} })
  await prepare(ROUTES.startProject, { ...owner, ...late, body: {} })
  await countAgreements(tale, school, second.id)
  await countCohorts(tale, school, second.id)
  await countAssessments(tale, school, second.id, completionRubric)
  await countInspections(tale, school, second.id)
  await measure(ROUTES.suspendProject, { ...office, ...late, body: { note: '场地维修' } })
  await measure(ROUTES.resumeProject, { ...office, ...late, body: { note: '恢复' } })
  await measure(ROUTES.terminateProject, { ...office, ...late, body: { note: '终止' } })
  await measure(ROUTES.readDashboard, office)
  await measure(ROUTES.readDashboard, owner, 'school')
  await measure(ROUTES.readJournal, { as: await as('auditor') })
  return first.id
}
