import { leaves, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import type { Named, Stage } from './stage.ts'

export type Project = Named & {
  unitId: string
  figures: { planned?: number; hoursPromised?: number; budget?: number; milestonesDue?: number }
  values: Record<string, unknown>
}

export async function projectsOf(stage: Stage): Promise<Project[]> {
  const office = await stage.as('office')
  const { body } = await office.get<{ items: Project[] }>(`${stage.base}/projects?limit=100`)
  return body.items.reverse()
}

async function ownerOf(stage: Stage, project: Project) {
  const place = stage.schools.findIndex((school) => school.id === project.unitId)
  return stage.as(`school${place + 1}`)
}

async function move(stage: Stage, project: Project, actions: readonly string[]): Promise<void> {
  const owner = await ownerOf(stage, project)
  for (const action of actions) await owner.must(`${stage.base}/projects/${project.id}/actions/${action}`)
}

/** Projects begin: the unit confirms the agreement, all but the last two start. */
export async function startProjects(stage: Stage): Promise<void> {
  const projects = await projectsOf(stage)
  for (const [n, project] of projects.entries()) {
    if (n === projects.length - 1) continue
    await move(stage, project, n === projects.length - 2 ? ['prepare'] : ['prepare', 'start'])
  }
}

function figuresOf(project: Project, n: number) {
  const planned = project.figures.planned ?? 50
  const enrolled = planned - (n % 4)
  const promised = project.figures.hoursPromised ?? 40
  const weak = n % 5 === 4
  return {
    enrolled,
    completed: enrolled - (weak ? Math.floor(enrolled / 5) : n % 3),
    attendanceDue: enrolled * promised,
    attendanceActual: Math.floor((enrolled * promised * (weak ? 85 : 97)) / 100),
    hoursDelivered: weak ? promised - 6 : promised,
    satisfaction: weak ? 7800 : 9500 - (n % 3) * 150,
    surveysSent: enrolled,
    surveysAnswered: enrolled - 3,
    spent: Math.floor(((project.figures.budget ?? 0) * (weak ? 80 : 98)) / 100),
    milestonesOnTime: Math.max((project.figures.milestonesDue ?? 1) - (weak ? 1 : 0), 0),
  }
}

/** Points of the leaves that nobody measures: full marks nearly, no fault found, no veto raised. */
function judged(seed: number): Record<string, number> {
  const rubric: Rubric | undefined = SAMPLE_RUBRICS.find(({ use }) => use === 'completion')?.rubric
  const judgedLeaves = rubric ? leaves(rubric).filter(({ source }) => source !== 'metric' && source !== 'survey') : []
  const share = (n: number) => (seed % 5 === 4 ? 70 : 92 + ((seed + n) % 6))
  return Object.fromEntries(
    judgedLeaves.map(({ key, max, nature }, n) => [
      key,
      nature === 'score' ? Math.floor((max * share(n)) / 100 / 50) * 50 : 0,
    ]),
  )
}

/** The first `count` running projects end, are completed and evaluated; one more is suspended, one terminated, one still concluding. */
export async function finishProjects(stage: Stage, count: number): Promise<void> {
  const office = await stage.as('office')
  const running = (await projectsOf(stage)).filter((project) => project.state === 'running')
  for (const [n, project] of running.entries()) {
    const at = `${stage.base}/projects/${project.id}`
    if (n > count + 2) continue
    if (n === count + 1) await office.must(`${at}/actions/suspend`, { note: '承训场地维修，暂停至下学期。' })
    if (n === count + 2) await office.must(`${at}/actions/terminate`, { note: '与市级项目重复，终止实施。' })
    if (n > count) continue
    const owner = await ownerOf(stage, project)
    const seen = await owner.get<Project>(at)
    await owner.send('PATCH', at, { figures: figuresOf(seen.body, n) }, { 'if-match': seen.headers.get('etag') ?? '' })
    await owner.must(`${at}/actions/conclude`)
    if (n === count) continue
    await office.must(`${at}/actions/complete`)
    if (n === count - 1) continue
    await office.must(`${at}/actions/evaluate`, { rubricId: stage.completionRubric, scores: judged(n) })
    if (n === 0) await office.must(`${at}/actions/archive`)
  }
}
