import { expect } from 'vitest'
import type { Stage } from '../../../scripts/demo/stage.ts'
import type { ApiClient } from '../../../scripts/local/api-client.ts'

/** What every item of the API carries. */
export type Row = { id: string; version: number; state: string; title: string; actions: string[] }

/** Reads what must be there. */
export async function read<B = Row>(client: ApiClient, path: string): Promise<B> {
  const answer = await client.get<B>(path)
  expect(answer.status, path).toBe(200)
  return answer.body
}

/** Reviews a call whose applications are screened: three experts declare and score, the result is ranked. */
export async function reviewed(
  stage: Stage,
  call: string,
): Promise<{
  id: string
  result: { items: { applicationId: string; official: number; rank: number }[] }
  sheets: (Row & { expertId: string; conflicts: { rule: string }[] })[]
}> {
  const office = await stage.as('office')
  const panel = await office.must<Awaited<ReturnType<typeof reviewed>>>(`${stage.base}/panels`, {
    callId: call,
    expertIds: stage.experts,
  })
  for (const [n, expertId] of stage.experts.entries()) {
    const expert = await stage.as(`expert${n + 1}`)
    for (const sheet of panel.sheets.filter((one) => one.expertId === expertId && one.state === 'assigned')) {
      const at = `${stage.base}/scoresheets/${sheet.id}`
      const closed = await read<{ rubric: unknown; values: object }>(expert, at)
      expect([closed.rubric, closed.values]).toEqual([null, {}])
      const opened = await expert.must<{
        version: number
        rubric: { criteria: { children: { key: string; max: number }[] }[] }
      }>(`${at}/actions/declare`)
      const scores = Object.fromEntries(
        opened.rubric.criteria.flatMap((group) =>
          group.children.map((leaf) => [leaf.key, leaf.max - 50 * ((n % 2) + 1)]),
        ),
      )
      const saved = await expert.send(
        'PATCH',
        at,
        { scores, comment: '设计扎实。' },
        { 'if-match': `"${opened.version}"` },
      )
      expect(saved.status).toBe(200)
      await expert.must(`${at}/actions/submit`)
    }
  }
  return {
    ...(await office.must<Awaited<ReturnType<typeof reviewed>>>(`${stage.base}/panels/${panel.id}/actions/conclude`)),
    sheets: panel.sheets,
  }
}
