import type { ApiClient } from '../local/api-client.ts'
import { drawnScene } from './drawn-scene.ts'
import { projectsOf } from './run-projects.ts'
import type { Stage } from './stage.ts'

type Item = { key: string; kind: 'points' | 'veto' | 'yes_no' }
type Visit = { id: string; checklist: Item[]; sheets: { id: string }[] }

/** What the visitor answers: nothing is taken off, no veto, the plain checks hold. */
function answers(list: readonly Item[], at: string) {
  return list.map(({ key, kind }) => ({
    key,
    score: kind === 'points' ? 0 : null,
    answer: kind === 'points' ? null : kind === 'veto' ? 'no' : 'yes',
    note: kind === 'points' ? '抽查台账和票据，未发现问题。' : '',
    at,
    seen: null,
  }))
}

async function photograph(expert: ApiClient, stage: Stage, sheet: string, at: string): Promise<void> {
  const query = new URLSearchParams({ item: 'check.1', caption: '三楼录播室', takenAt: at })
  const path = `${stage.base}/inspection-sheets/${sheet}/photos?${query}`
  const { status, body } = await expert.upload(path, '现场.png', drawnScene())
  if (status !== 201) throw new Error(`the photograph answered ${status}: ${JSON.stringify(body)}`)
}

/** 现场考察: one visit is sealed and told to its school with a photograph, one waits for the expert's phone. */
export async function inspectProjects(stage: Stage, day: string): Promise<void> {
  const office = await stage.as('office')
  const [expertId] = stage.experts
  const projects = (await projectsOf(stage)).filter(({ state }) => state === 'running' || state === 'preparing')
  const [first, second = first] = projects
  if (!first || !second || !expertId) return
  const plan = { rubricId: stage.completionRubric, expertIds: [expertId], visitOn: day }
  const done = await office.must<Visit>(`${stage.base}/inspections`, {
    ...plan,
    projectId: first.id,
    purpose: '查看研修现场和过程性材料。',
  })
  await office.must(`${stage.base}/inspections`, {
    ...plan,
    projectId: second.id,
    purpose: '结项前现场核实，请带齐考勤和经费台账。',
  })
  const expert = await stage.as('expert1')
  const { body } = await expert.get<Visit>(`${stage.base}/inspections/${done.id}`)
  const sheet = body.sheets[0]?.id ?? ''
  const at = `${day}T02:30:00.000Z`
  const own = `${stage.base}/inspection-sheets/${sheet}`
  await expert.must(`${own}/entries`, {
    entries: answers(body.checklist, at),
    summary: '研修按计划进行，过程材料齐全，学员参与度高。',
  })
  await photograph(expert, stage, sheet, at)
  await expert.must(`${own}/actions/seal`, { receivedBy: '王主任', photos: 1 })
  await office.must(`${stage.base}/inspections/${done.id}/actions/release`)
}
