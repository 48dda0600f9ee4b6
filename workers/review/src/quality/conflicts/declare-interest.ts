import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { applicationBehind } from '@shixun/db/tenant/conflicts'
import { recusals } from '@shixun/db/tenant/schema/conflicts'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { decider } from './my-interests.ts'
import { recusalCard } from './recusal-card.ts'

/**
 * 我与此项有利益关系：whoever decides steps aside from an item by their own word. `item` is an application, or a project, listing,
 * nomination or evaluation of one. From then on everything about it is hidden from them, this answer included.
 */
export async function declareInterest(
  scene: ReviewScene,
  { body }: { body: { item: string; note: string } },
): Promise<Verdict> {
  const person = decider(scene)
  if (!person) return refuse({ code: 'forbidden' })
  const [[found]] = await scene.store.tenant.read(applicationBehind({ id: body.item }))
  if (!found) return refuse({ code: 'not-found' })
  const row = {
    id: scene.newId('rcu'),
    personKind: 'account' as const,
    person: person.account,
    personName: person.name,
    role: person.role,
    applicationId: found.id,
    panelId: null,
    rule: 'declared',
    detail: body.note,
    how: 'declared' as const,
    liftedAt: null,
    liftNote: null,
    version: 1,
    at: scene.now,
  }
  const answer = { ...recusalCard(scene, { ...row, seq: 0, title: '（须回避）', unitName: '（须回避）' }) }
  const event = {
    entity: row.id,
    version: 1,
    verb: 'step-aside',
    after: { application: found.id, rule: 'declared' },
    note: body.note,
  }
  const written = [insert(recusals, row)]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], written, storedAnswer(201, answer, 1))
  if (!refusal) return ok({ body: answer, version: 1 })
  const known = { duplicate: { code: 'already-exists', facts: { what: '您对这一项的回避' } } as const }
  return refuse(refusedWrite(refusal, known))
}
