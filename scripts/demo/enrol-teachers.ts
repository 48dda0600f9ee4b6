import type { Stage } from './stage.ts'

type Cohort = { id: string; title: string; state: string }
type Candidate = { teacherId: string; eligible: boolean; standing: string | null }
type Enrolment = { id: string; version: number; blocked: boolean; actions: string[]; schoolId: string }
type Items<T> = { items: T[] }

const PLEA = '两班课程安排可以错开，冲突的半天由学校安排代课。'

/** Who acts for a school: the first three have accounts of their own, for the others the office does. */
async function senderOf(stage: Stage, place: number) {
  return stage.as(place < 3 ? `school${place + 1}` : 'office')
}

/** Every school puts forward those of its teachers who meet the conditions, two or three of each. */
async function nominate(stage: Stage, cohort: Cohort, first: string | undefined): Promise<void> {
  const path = `${stage.base}/cohorts/${cohort.id}`
  const office = await stage.as('office')
  for (const [place, school] of stage.schools.entries()) {
    const { body } = await office.get<Items<Candidate>>(`${path}/candidates?school=${school.id}&limit=100`)
    const fit = body.items.filter(({ eligible, standing }) => eligible && standing === null)
    const wanted = fit.sort((a, b) => Number(b.teacherId === first) - Number(a.teacherId === first))
    const teacherIds = wanted.slice(0, 2 + (place % 2)).map(({ teacherId }) => teacherId)
    if (teacherIds.length === 0) continue
    const sender = await senderOf(stage, place)
    await sender.must(`${path}/nominations`, { teacherIds, plea: PLEA })
  }
}

async function enrolmentsOf(stage: Stage, cohort: Cohort): Promise<Enrolment[]> {
  const office = await stage.as('office')
  const path = `${stage.base}/enrolments?cohort=${cohort.id}&limit=200`
  return (await office.get<Items<Enrolment>>(path)).body.items.reverse()
}

/** One clash is let pass with its reason, the places are filled, and somebody falls ill. */
async function admit(stage: Stage, cohort: Cohort): Promise<void> {
  const office = await stage.as('office')
  const [clash] = (await enrolmentsOf(stage, cohort)).filter(({ blocked }) => blocked)
  if (clash)
    await office.must(`${stage.base}/enrolments/${clash.id}/waiver`, {
      reason: '骨干教师须参加两班，已与学校协调代课。',
    })
  await office.must(`${stage.base}/cohorts/${cohort.id}/admissions`, { mode: 'fill' })
  const enrolled = (await enrolmentsOf(stage, cohort)).filter(({ actions }) => actions.includes('withdraw'))
  const ill = enrolled.filter(({ actions }) => !actions.includes('admit')).pop()
  if (ill) await office.must(`${stage.base}/enrolments/${ill.id}/actions/withdraw`, { note: '因病请假，本期不参加。' })
}

/**
 * Teachers for every cohort that takes nominations, the account of the demonstration's teacher among them; the places of
 * all but the last `leave` are given.
 */
export async function enrolTeachers(stage: Stage, leave = 1): Promise<void> {
  const office = await stage.as('office')
  const { body: roster } = await office.get<Items<{ id: string }>>(`${stage.base}/teachers?limit=1`)
  const { body } = await office.get<Items<Cohort>>(`${stage.base}/cohorts?state=nominating&limit=50`)
  const cohorts = body.items.reverse()
  for (const [n, cohort] of cohorts.entries()) {
    await nominate(stage, cohort, roster.items[0]?.id)
    if (n < cohorts.length - leave) await admit(stage, cohort)
  }
}
