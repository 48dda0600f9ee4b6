import { insert, type Statement } from '@shixun/db/statement'
import { callForms, calls } from '@shixun/db/tenant/schema/calls'
import { CALL } from '@shixun/domain/calls/design/call'
import { arrive } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import type { CallBody } from './call-body.ts'

/** A new draft of a call and the statements that bring it into being, with the first number of its form. */
export function newCallRows(scene: DistrictScene, body: CallBody, copiedFrom: string | null) {
  const row = {
    ...body,
    id: scene.newId('cal'),
    state: 'draft' as const,
    formNo: 1,
    copiedFrom,
    version: 1,
    createdAt: scene.now,
  }
  const statements: Statement[] = [
    insert(calls, row),
    insert(callForms, { callId: row.id, no: 1, form: row.form, note: null, createdAt: scene.now }),
    ...arrive(scene, CALL, row, null, row.state, {}),
  ]
  return { row, statements }
}
