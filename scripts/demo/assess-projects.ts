import { type Project, projectsOf } from './run-projects.ts'
import type { Stage } from './stage.ts'

const LIVE = ['preparing', 'running', 'concluding', 'completed']

/** The bureau assesses its projects by the rubric of completion, with the alarms that the product suggests. */
export async function beginAssessment(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const { body } = await office.get<{ sample: object }>(`${stage.base}/settings/assessment`)
  const value = { ...body.sample, rubricId: stage.completionRubric }
  const { status } = await office.send('PUT', `${stage.base}/settings/assessment`, { value })
  if (status !== 200) throw new Error(`the setting of the assessment answered ${status}`)
  await compute(stage, await projectsOf(stage))
}

/** Every live project at once, as a person may ask: the round of each minute would do it too. */
async function compute(stage: Stage, projects: readonly Project[]): Promise<void> {
  const office = await stage.as('office')
  for (const { id, state } of projects)
    if (LIVE.includes(state)) await office.must(`${stage.base}/projects/${id}/assessment/recompute`)
}

/** What the one project that runs until autumn reports, month by month: well begun, worse attended in the end. */
const MONTHS = [
  { lessons: 8, present: 97, spent: 15 },
  { lessons: 16, present: 96, spent: 30 },
  { lessons: 20, present: 94, spent: 42 },
  { lessons: 24, present: 92, spent: 50 },
  { lessons: 32, present: 84, spent: 71 },
  { lessons: 36, present: 76, spent: 83 },
] as const

async function report(stage: Stage, project: Project, month: (typeof MONTHS)[number]): Promise<void> {
  const place = stage.schools.findIndex((school) => school.id === project.unitId)
  const owner = await stage.as(`school${place + 1}`)
  const at = `${stage.base}/projects/${project.id}`
  const seen = await owner.get<Project>(at)
  const enrolled = (seen.body.figures.planned ?? 50) - 2
  const due = enrolled * month.lessons
  const figures = {
    enrolled,
    attendanceDue: due,
    attendanceActual: Math.floor((due * month.present) / 100),
    hoursDelivered: month.lessons,
    spent: Math.floor(((seen.body.figures.budget ?? 0) * month.spent) / 100),
  }
  await owner.send('PATCH', at, { figures }, { 'if-match': seen.headers.get('etag') ?? '' })
}

/** A month is over: the project that still runs has reported, and every live one is closed for it. */
export async function closeMonth(stage: Stage, no: number): Promise<void> {
  const projects = await projectsOf(stage)
  const last = projects.findLast(({ state }) => state === 'running')
  const month = MONTHS[no]
  if (last && month) await report(stage, last, month)
  await compute(stage, projects)
}
