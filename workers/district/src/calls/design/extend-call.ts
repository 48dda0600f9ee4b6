import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { callById } from '@shixun/db/tenant/calls'
import { providerById, schoolById } from '@shixun/db/tenant/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'

type Body = { unitId: string; until: string; reason: string }

/** 准许一个单位延期提交：a recorded extension, with its reason; a later one replaces an earlier one and the journal keeps both. */
export async function extendCall(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const [[call], [school], [provider]] = await scene.store.tenant.read(
    callById({ id: params.id }),
    schoolById({ id: body.unitId }),
    providerById({ id: body.unitId }),
  )
  if (!call) return refuse({ code: 'not-found' })
  if (!school && !provider)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/unitId', problem: 'not_in_district' }] })
  if (body.until <= scene.now)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/until', problem: 'in_the_past' }] })
  if (body.until <= call.closesAt)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/until', problem: 'not_longer' }] })
  const answer = { callId: call.id, ...body }
  const event = { entity: call.id, version: call.version + 1, verb: 'extend', after: body, note: body.reason }
  const statements = [
    statement('UPDATE calls SET version = version + 1 WHERE id = ? AND version = ?', call.id, call.version),
    statement(
      `INSERT INTO extensions (call_id, unit_id, until, reason, created_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (call_id, unit_id) DO UPDATE SET until = excluded.until, reason = excluded.reason, created_at = excluded.created_at`,
      call.id,
      body.unitId,
      body.until,
      body.reason,
      scene.now,
    ),
  ]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer })
}
