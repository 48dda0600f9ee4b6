import { commit } from '@shixun/db/commit'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type NumberField, openNumber } from './teacher-numbers.ts'
import { loadTeacher } from './teacher-reach.ts'

type Given = { params: { id: string }; body: { field: NumberField; purpose: string } }

/** 显示完整号码：the journal has who, whose, which and what for before the number goes out; it is stored with no answer. */
export async function revealNumber(scene: RegistryScene, { params, body }: Given): Promise<Verdict> {
  const row = await loadTeacher(scene, 'personal_data.read', params.id)
  if (!row) return refuse({ code: 'not-found' })
  const value = await openNumber(scene, row, body.field)
  const after = { teacher: row.id, field: body.field }
  const event = { entity: scene.newId('xpt'), version: 1, verb: 'reveal', after, note: body.purpose }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [], null)
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: { value } })
}
