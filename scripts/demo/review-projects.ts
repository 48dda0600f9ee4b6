import { expertLeaves, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { releaseComments } from './release-comments.ts'
import type { Named, Stage } from './stage.ts'

type Sheet = Named & { applicationId: string; expertId: string }
type Panel = { id: string; version: number; createdAt: string; sheets: Sheet[] }

/** Points of a leaf between 70 and 100 % of its maximum, in half points, from plain arithmetic on the seed. */
function scoresOf(rubric: Rubric, seed: number): Record<string, number> {
  return Object.fromEntries(
    expertLeaves(rubric).map((leaf, n) => {
      const share = 78 + ((seed * 17 + n * 7) % 20)
      return [leaf.key, Math.floor((leaf.max * share) / 100 / 50) * 50]
    }),
  )
}

const WORDS = [
  '需求有问卷数据支撑，样本可以再扩大。',
  '对象明确，建议说明与往年项目的衔接。',
  '目标可检验，预期成果写得具体。',
]

/** Words about one criterion or another. */
function wordsOn(rubric: Rubric, seed: number): Record<string, string> {
  const leaves = expertLeaves(rubric)
  const leaf = leaves[seed % leaves.length]
  return leaf ? { [leaf.key]: WORDS[seed % WORDS.length] ?? '' } : {}
}

/** In the midst of scoring: one sheet was opened again, one is scored by half, the others wait. */
async function halfWay(stage: Stage, panel: Panel): Promise<void> {
  const [first, second] = stage.experts
  const mine = (id: string | undefined) =>
    panel.sheets.filter(({ expertId, state }) => expertId === id && state === 'assigned')
  const office = await stage.as('office')
  const [sealed] = mine(first)
  const [begun] = mine(second)
  if (!sealed || !begun) return
  const dueOn = addDays(chinaDate(panel.createdAt), 5)
  const due = { dueOn, note: '材料较多，定于五天后截止' }
  await office.send('PATCH', `${stage.base}/panels/${panel.id}`, due, { 'if-match': `"${panel.version}"` })
  await office.must(`${stage.base}/scoresheets/${sealed.id}/actions/reopen`, { note: '请核对“经费预算”一项的得分。' })
  const expert = await stage.as('expert2')
  const at = `${stage.base}/scoresheets/${begun.id}`
  const opened = await expert.must<{ version: number; rubric: Rubric }>(`${at}/actions/declare`)
  const scores = Object.fromEntries(Object.entries(scoresOf(opened.rubric, 7 + stage.index)).slice(0, 5))
  const body = { scores, comments: wordsOn(opened.rubric, 1) }
  await expert.send('PATCH', at, body, { 'if-match': `"${opened.version}"` })
}

/** The office forms the panel; experts declare and score blind. With `partial` only the first expert is through. */
export async function review(stage: Stage, callId: string, partial = false): Promise<string> {
  const office = await stage.as('office')
  const panel = await office.must<Panel>(`${stage.base}/panels`, { callId, expertIds: stage.experts })
  const experts = partial ? stage.experts.slice(0, 1) : stage.experts
  for (const [index, expertId] of experts.entries()) {
    const expert = await stage.as(`expert${index + 1}`)
    const own = panel.sheets
      .filter((sheet) => sheet.expertId === expertId && sheet.state === 'assigned')
      .sort((a, b) => (a.title < b.title ? -1 : 1))
    for (const [n, sheet] of own.entries()) {
      const at = `${stage.base}/scoresheets/${sheet.id}`
      const opened = await expert.must<{ version: number; rubric: Rubric }>(`${at}/actions/declare`)
      const scores = scoresOf(opened.rubric, index * 31 + n * 5 + stage.index)
      await expert.send(
        'PATCH',
        at,
        { scores, comments: wordsOn(opened.rubric, index + n), comment: '方案完整，建议细化跟踪环节。' },
        { 'if-match': `"${opened.version}"` },
      )
      await expert.must(`${at}/actions/submit`)
    }
  }
  if (partial) await halfWay(stage, panel)
  return panel.id
}

/** Scores are aggregated and ranked; the best stand in a notice. Answers the ids in the notice. */
export async function rankAndPublish(
  stage: Stage,
  panelId: string,
  callId: string,
  title: string,
  count: number,
): Promise<string[]> {
  const office = await stage.as('office')
  const panel = await office.must<{ result: { items: { applicationId: string }[] } }>(
    `${stage.base}/panels/${panelId}/actions/conclude`,
  )
  await releaseComments(stage, panelId)
  const applicationIds = panel.result.items.slice(0, count).map((item) => item.applicationId)
  await office.must(`${stage.base}/notices`, {
    callId,
    title,
    body: '根据申报、初审和专家评审结果，现将拟立项名单予以公示。',
    applicationIds,
  })
  return applicationIds
}

export async function approveAll(stage: Stage, ids: readonly string[]): Promise<void> {
  const office = await stage.as('office')
  for (const id of ids) await office.must(`${stage.base}/applications/${id}/actions/approve`)
}
