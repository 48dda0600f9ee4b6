import type { Stage } from './stage.ts'

type Cohort = { id: string; title: string; state: string }
type Candidate = { teacherId: string; eligible: boolean; standing: string | null }
type Enrolment = { id: string; teacherId: string | null; blocked: boolean; actions: string[] }
type Items<T> = { items: T[] }

const PLEA = '两班课程安排可以错开，冲突的半天由学校安排代课。'

/** Who acts for a school: the first three have accounts of their own, for the others the office does. */
async function senderOf(stage: Stage, place: number) {
  return stage.as(place < 3 ? `school${place + 1}` : 'office')
}

/**
 * Every school puts forward two or three of its teachers who meet the conditions: others for each cohort, but the first
 * three schools and the teacher of the demonstration send somebody again, for the check of repeats to find.
 */
async function nominate(stage: Stage, cohort: Cohort, turn: number, again: string | undefined): Promise<void> {
  const path = `${stage.base}/cohorts/${cohort.id}`
  const office = await stage.as('office')
  for (const [place, school] of stage.schools.entries()) {
    const { body } = await office.get<Items<Candidate>>(`${path}/candidates?school=${school.id}&limit=100`)
    const fit = body.items.filter(({ eligible, standing }) => eligible && standing === null)
    const ids = fit.map(({ teacherId }) => teacherId)
    const from = turn * 3
    const fresh = [...ids.slice(from), ...ids.slice(0, from)]
    const known = again !== undefined && ids.includes(again) ? [again] : place < 3 ? ids.slice(0, 1) : []
    const teacherIds = [...new Set([...known, ...fresh])].slice(0, 2 + (place % 2))
    if (teacherIds.length === 0) continue
    const sender = await senderOf(stage, place)
    await sender.must(`${path}/nominations`, { teacherIds, plea: PLEA })
  }
}

/** The first county lets nobody take part in one line of projects twice without a reason. */
async function sharpenRules(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const path = `${stage.base}/settings/training-repeats`
  const { body } = await office.get<{ version: number; sample: { modes: Record<string, string> } }>(path)
  if (body.version > 0) return
  const value = { ...body.sample, modes: { ...body.sample.modes, same_line: 'block' } }
  await office.send('PUT', path, { value, note: '同一系列原则上不重复参加' }, { 'if-match': `"${body.version}"` })
}

async function enrolmentsOf(stage: Stage, cohort: Cohort): Promise<Enrolment[]> {
  const office = await stage.as('office')
  const path = `${stage.base}/enrolments?cohort=${cohort.id}&limit=200`
  return (await office.get<Items<Enrolment>>(path)).body.items.reverse()
}

/** One repeat is let pass with its reason. */
async function letPass(stage: Stage, cohort: Cohort): Promise<void> {
  const office = await stage.as('office')
  const [repeat] = (await enrolmentsOf(stage, cohort)).filter(({ blocked }) => blocked)
  const reason = '承担校本研修主讲任务，需要完整参加本系列培训，已与学校协调代课。'
  if (repeat) await office.must(`${stage.base}/enrolments/${repeat.id}/waiver`, { reason })
}

/** The places are filled, and somebody falls ill, though not the teacher whom visitors are shown. */
async function admit(stage: Stage, cohort: Cohort, shown: string | undefined): Promise<void> {
  const office = await stage.as('office')
  await office.must(`${stage.base}/cohorts/${cohort.id}/admissions`, { mode: 'fill' })
  const enrolled = (await enrolmentsOf(stage, cohort)).filter(({ actions }) => actions.includes('withdraw'))
  const ill = enrolled.filter(({ actions, teacherId }) => !actions.includes('admit') && teacherId !== shown).pop()
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
  if (stage.index === 0 && leave > 0) await sharpenRules(stage)
  for (const [n, cohort] of cohorts.entries()) {
    await nominate(stage, cohort, n + leave, roster.items[0]?.id)
    await letPass(stage, cohort)
    if (n < cohorts.length - leave) await admit(stage, cohort, roster.items[0]?.id)
  }
}
