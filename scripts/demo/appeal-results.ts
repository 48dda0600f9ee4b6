import type { Stage } from './stage.ts'

type Evaluation = { id: string; subjectKind: string; subjectTitle: string; total: number | null }
type Appeal = { id: string; version: number }

const SCHOOLS = ['school1', 'school2', 'school3'] as const

/** The first result of this kind that one of the schools may appeal against, and who that is. */
async function contestable(stage: Stage, kind: 'application' | 'project') {
  for (const name of SCHOOLS) {
    const school = await stage.as(name)
    const { body } = await school.get<{ items: Evaluation[] }>(`${stage.base}/evaluations?limit=50`)
    for (const one of body.items) {
      if (one.subjectKind !== kind || one.total === null) continue
      const { body: read } = await school.get<{ actions: string[] }>(`${stage.base}/evaluations/${one.id}`)
      if (read.actions.includes('appeal')) return { school, evaluation: one }
    }
  }
  return null
}

/** 申诉成立: attendance was counted wrong, so a corrected result stands beside the old one; a second one is dismissed. */
export async function settleAppeal(stage: Stage): Promise<void> {
  const found = await contestable(stage, 'project')
  if (!found) return
  const { school, evaluation } = found
  const office = await stage.as('office')
  const points = [{ key: 'learning.attendance', text: '第二次集中研修的补签没有计入，出勤率应为 98%。' }]
  const body = { text: '出勤率与签到记录不符，请按补签后的记录更正。', points }
  const { id } = await school.must<Appeal>(`${stage.base}/evaluations/${evaluation.id}/appeals`, body)
  const at = `${stage.base}/appeals/${id}`
  await office.must(`${at}/actions/accept`, { note: '已受理，核对签到记录。', way: 'figures' })
  const figures = { 'learning.attendance': 9800 }
  await office.must(`${at}/actions/settle`, { note: '补签有效，出勤率更正为 98%。', figures })
  await school.must(`${at}/acknowledgement`, {})
}

/** 申诉待答复: a school contests its place while the notice stands. */
export async function fileAppeal(stage: Stage): Promise<void> {
  const found = await contestable(stage, 'application')
  if (!found) return
  const { school, evaluation } = found
  const text = '“经费预算”一项扣分较多，申报书附有逐项测算依据，请复核。'
  await school.must(`${stage.base}/evaluations/${evaluation.id}/appeals`, { text, points: [] })
}
