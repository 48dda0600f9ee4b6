import { expertLeaves, type Rubric } from '@shixun/domain/quality/rubric'
import type { Named, Stage } from './stage.ts'

type Sheet = Named & { applicationId: string; expertId: string }
type Panel = { id: string; sheets: Sheet[] }

/** Points of a leaf between 70 and 100 % of its maximum, in half points, from plain arithmetic on the seed. */
function scoresOf(rubric: Rubric, seed: number): Record<string, number> {
  return Object.fromEntries(
    expertLeaves(rubric).map((leaf, n) => {
      const share = 78 + ((seed * 17 + n * 7) % 20)
      return [leaf.key, Math.floor((leaf.max * share) / 100 / 50) * 50]
    }),
  )
}

/** The office forms the panel; experts declare and score blind. With `partial` only the first expert is through. */
export async function review(stage: Stage, callId: string, seed: string, partial = false): Promise<string> {
  const office = await stage.as('office')
  const panel = await office.must<Panel>(`${stage.base}/panels`, { callId, expertIds: stage.experts, seed })
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
        { scores, comment: '方案完整，建议细化跟踪环节。' },
        { 'if-match': `"${opened.version}"` },
      )
      await expert.must(`${at}/actions/submit`)
    }
  }
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
