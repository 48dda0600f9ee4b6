import type { Stage } from './stage.ts'

type Comments = { id: string; version: number; actions: string[] }

/** What the experts of a concluded panel wrote goes home, save the last one, which the office still works on. */
export async function releaseComments(stage: Stage, panelId: string): Promise<void> {
  const office = await stage.as('office')
  await office.must(`${stage.base}/panels/${panelId}/review-comments`, {})
  const { body } = await office.get<{ items: Comments[] }>(`${stage.base}/review-comments?panel=${panelId}&limit=100`)
  const items = body.items
    .filter(({ actions }) => actions.includes('release'))
    .slice(1)
    .map(({ id, version }) => ({ id, version }))
  if (items.length > 0) await office.must(`${stage.base}/review-comments/batch`, { items })
}
