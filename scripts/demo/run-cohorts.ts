import { projectsOf } from './run-projects.ts'
import type { Stage } from './stage.ts'

type Cohort = { id: string; title: string; state: string }
type Draft = {
  cohort: Record<string, unknown> & { title: string; stages: { id: string }[] }
  courses: { topic: string; module: string }[]
}
type Items<T> = { items: T[] }

/** Lessons of the morning and the afternoon, in China, as UTC hours. */
const HALVES = [
  ['01:00', '04:00'],
  ['06:00', '09:00'],
] as const
const TRAINERS = [
  { name: '周敏', unit: '河南师范大学', title: '教授' },
  { name: '孙立新', unit: '市教育科学研究院', title: '正高级教师' },
  { name: '何静', unit: '区教师发展中心', title: '高级教师' },
]
const TOPICS = ['专题讲座', '案例研讨', '课堂观摩', '主题工作坊', '经验分享', '总结与展示']

type Plan = { days: readonly string[]; places: number; waiting: number; nominateUntil: string | null; suffix: string }

/** A cohort of a project with two lessons a day, by the verbs of real use. */
async function makeCohort(stage: Stage, project: string, plan: Plan): Promise<Cohort> {
  const office = await stage.as('office')
  const { body: draft } = await office.get<Draft>(`${stage.base}/projects/${project}/cohort-draft`)
  const { body: providers } = await office.get<Items<{ id: string }>>(`${stage.base}/providers?limit=5`)
  const [first = '', last = first] = [plan.days[0], plan.days.at(-1)]
  const cohort = await office.must<Cohort>(`${stage.base}/cohorts`, {
    ...draft.cohort,
    channel: 'concentrated',
    title: `${String(draft.cohort['line']).slice(0, 80)}${plan.suffix}`,
    providerId: providers.items.at(-1)?.id ?? null,
    places: plan.places,
    waitingPlaces: plan.waiting,
    nominateUntil: plan.nominateUntil,
    stages: [{ id: 's1', title: '集中研修', from: first, to: last }],
    rules: { ...(draft.cohort['rules'] as object), phases: [], quotaPerSchool: 3 },
  })
  const sessions = plan.days.flatMap((day, d) =>
    HALVES.map(([from, to], half) => {
      const n = d * 2 + half
      const course = draft.courses[n]
      return {
        stageId: 's1',
        topic: (course?.topic ?? TOPICS[n % TOPICS.length] ?? '').slice(0, 100),
        module: course?.module ?? String(draft.cohort['module']),
        trainers: [TRAINERS[(n + stage.index) % TRAINERS.length]],
        place: half === 0 ? '区教师发展中心报告厅' : '研修教室 201',
        startsAt: `${day}T${from}:00.000Z`,
        endsAt: `${day}T${to}:00.000Z`,
        minutes: 180,
      }
    }),
  )
  await office.must(`${stage.base}/cohorts/${cohort.id}/sessions`, { sessions })
  await office.must(`${stage.base}/cohorts/${cohort.id}/actions/open`)
  return cohort
}

async function runningProjects(stage: Stage): Promise<string[]> {
  return (await projectsOf(stage)).filter(({ state }) => state === 'running').map(({ id }) => id)
}

/** May: the first project teaches a cohort on three days. */
export async function springCohort(stage: Stage): Promise<void> {
  const [project = ''] = await runningProjects(stage)
  const days = ['2026-05-16', '2026-05-17', '2026-05-23']
  await makeCohort(stage, project, { days, places: 24, waiting: 6, nominateUntil: null, suffix: '（春季班）' })
}

/** November: one cohort that is being taught and one that takes nominations, of the projects that go on. */
export async function autumnCohorts(stage: Stage): Promise<void> {
  const projects = await runningProjects(stage)
  const [first = projects[0] ?? '', second = first] = projects.slice(-2)
  const now = ['2026-11-14', '2026-11-20', '2026-11-21', '2026-11-28']
  const next = ['2026-12-05', '2026-12-06', '2026-12-12']
  const plan = { places: 20, waiting: 6 }
  await makeCohort(stage, first, { ...plan, days: now, nominateUntil: null, suffix: '（秋季一班）' })
  const nominateUntil = '2026-11-30T09:30:00.000Z'
  await makeCohort(stage, second, { ...plan, days: next, nominateUntil, suffix: '（秋季二班）' })
}

/** Cohorts that take nominations, all but the last `leave`, begin; whoever takes part gets word of it. */
export async function beginCohorts(stage: Stage, leave = 0): Promise<void> {
  const office = await stage.as('office')
  const { body } = await office.get<Items<Cohort>>(`${stage.base}/cohorts?state=nominating&limit=50`)
  const cohorts = body.items.reverse()
  for (const { id } of cohorts.slice(0, cohorts.length - leave)) {
    const at = `${stage.base}/cohorts/${id}`
    await office.must(`${at}/actions/close`)
    await office.must(`${at}/posts`, {
      kind: 'announcement',
      title: '报到须知',
      body: '请于开班当天 8:30 前到区教师发展中心一楼大厅报到，携带身份证。自带水杯和笔记本，中午统一安排用餐。',
    })
    await office.must(`${at}/actions/begin`)
    await office.must(`${at}/posts`, {
      kind: 'bulletin',
      title: '开班简报',
      body: '本期培训顺利开班。学员按小组建立研修共同体，第一天围绕课堂中的真实问题开展了案例研讨。',
    })
  }
}
