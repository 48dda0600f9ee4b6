import { commit } from '@shixun/db/commit'
import { assertion, insert, statement } from '@shixun/db/statement'
import { noticeById } from '@shixun/db/tenant/calls'
import { objections } from '@shixun/db/tenant/schema/calls'
import { NOTICE, OBJECTION } from '@shixun/domain/calls/notice'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'

type Body = { named: boolean; name?: string | undefined; contact?: string | undefined; text: string }

/** 提出异议：anybody may, named or anonymous, while the notice stands. From then on nothing is final until it is answered. */
export async function raiseObjection(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const missing = body.named ? (['name', 'contact'] as const).filter((key) => body[key] === undefined) : []
  if (missing.length)
    return refuse({
      code: 'invalid-input',
      fields: missing.map((key) => ({ pointer: `/${key}`, problem: 'required' })),
    })
  const [[notice]] = await scene.store.tenant.read(noticeById({ id: params.id }))
  if (!notice) return refuse({ code: 'not-found' })
  if (notice.state !== 'standing' || chinaDate(scene.now) > notice.endsOn)
    return refuse({
      code: 'state-refuses',
      facts: { state: notice.state === 'standing' ? '公示期已满' : NOTICE.states[notice.state] },
    })
  const id = scene.newId('obj')
  const row = {
    id,
    noticeId: notice.id,
    named: body.named,
    name: body.named ? (body.name ?? null) : null,
    contact: body.named ? (body.contact ?? null) : null,
    text: body.text,
    state: 'open' as const,
    answer: null,
    version: 1,
    createdAt: scene.now,
  }
  const answer = { id, receivedAt: scene.now }
  const statements = [
    assertion('standing', "SELECT state = 'standing' FROM notices WHERE id = ?", notice.id),
    insert(objections, row),
    statement('UPDATE notices SET open_objections = open_objections + 1 WHERE id = ?', notice.id),
    ...arrive(scene, OBJECTION, { id, title: `对“${notice.title}”的异议` }, null, OBJECTION.initial, {}),
  ]
  const event = {
    entity: id,
    version: 1,
    verb: 'create',
    after: { state: row.state, notice: notice.id, named: body.named },
  }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer))
  const late = { standing: { code: 'state-refuses', facts: { state: NOTICE.states.concluded } } } as const
  return refusal ? refuse(refusedWrite(refusal, late)) : ok({ body: answer })
}
