import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { commentsByIds, statesOfSheetsOfComments } from '@shixun/db/tenant/comments'
import { commentReleases } from '@shixun/db/tenant/schema/comments'
import { COMMENT_RELEASE } from '@shixun/domain/quality/comments/comment-release'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { readersOf, releaseOf, sheetsStillCount } from './move-comments.ts'

type Asked = { id: string; version: number }

/** 一并反馈：all of them go out by one batch, or none. */
export async function releaseManyComments(
  scene: ReviewScene,
  { body }: { body: { items: Asked[] } },
): Promise<Verdict> {
  const ids = JSON.stringify(body.items.map(({ id }) => id))
  const [rows, states] = await scene.store.tenant.read(commentsByIds({ ids }), statesOfSheetsOfComments({ ids }))
  const counting = new Set(states.filter(({ state }) => state === 'submitted').map(({ id }) => id))
  const events = []
  const statements: Statement[] = []
  for (const [index, { id, version }] of body.items.entries()) {
    const row = rows.find((one) => one.id === id)
    if (!row) return refuse({ code: 'not-found' })
    if (body.items.findIndex((one) => one.id === id) !== index)
      return refuse({ code: 'invalid-input', fields: [{ pointer: `/items/${index}`, problem: 'duplicate' }] })
    const { set, sheets } = releaseOf(scene, row, (sheet) => counting.has(sheet))
    const decided = decide(
      { ...scene, seen: version },
      {
        machine: COMMENT_RELEASE,
        row,
        action: 'release',
        facts: { somethingToRelease: set.released.length > 0 },
        owners: readersOf(row),
      },
    )
    if (!decided.ok) return decided
    const { to, event, follow } = decided.value
    events.push({ ...event, after: { state: to, released: set.released } })
    statements.push(sheetsStillCount(sheets), updateSeen(commentReleases, row, { ...set, state: to }), ...follow)
  }
  const [first, ...others] = events
  if (!first) return refuse({ code: 'not-found' })
  const answer = { done: events.length }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    statements,
    storedAnswer(200, answer),
  )
  return refusal ? refuse(refusedWrite(refusal, { sheets: { code: 'version-stale' } })) : ok({ body: answer })
}
