import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { schoolByCode, teacherById } from '@shixun/db/tenant/roster'
import { transfers } from '@shixun/db/tenant/schema/roster-imports'
import { scopeOf } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import { TRANSFER } from '@shixun/domain/teachers/transfer'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import type { RegistryScene } from '../store.ts'
import { teacherMoved } from './settle-transfer.ts'
import { reachesTeacher } from './teacher-reach.ts'
import { type TransferRow, transferCard } from './transfer-card.ts'

type Body = { teacherId: string; toSchoolCode: string; reason: string; atOnce?: boolean | undefined }

/** 发起调动：the old school or the bureau proposes; the bureau may settle it at once. One is open per teacher. */
export async function createTransfer(scene: RegistryScene, { body }: { body: Body }): Promise<Verdict> {
  const [[teacher], [school]] = await scene.store.tenant.read(
    teacherById({ id: body.teacherId }),
    schoolByCode({ code: body.toSchoolCode }),
  )
  if (!teacher || !reachesTeacher(scene, 'transfer.write', teacher))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/teacherId', problem: 'not_in_district' }] })
  if (!school)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/toSchoolCode', problem: 'not_in_district' }] })
  if (school.id === teacher.schoolId)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/toSchoolCode', problem: 'same_school' }] })
  if (teacher.state !== 'active')
    return refuse({ code: 'state-refuses', facts: { state: TEACHER.states[teacher.state] } })
  const atOnce = body.atOnce === true
  if (atOnce && scopeOf(scene.visitor, 'transfer.write') !== 'district') return refuse({ code: 'forbidden' })
  const by = personName(scene)
  const row: TransferRow = {
    id: scene.newId('tra'),
    teacherId: teacher.id,
    teacherName: teacher.name,
    fromSchoolId: teacher.schoolId,
    fromSchoolName: teacher.schoolName,
    toSchoolId: school.id,
    toSchoolName: school.name,
    state: atOnce ? 'accepted' : TRANSFER.initial,
    reason: body.reason,
    note: null,
    proposedBy: by,
    settledBy: atOnce ? by : null,
    version: 1,
    createdAt: scene.now,
    settledAt: atOnce ? scene.now : null,
  }
  const moved = atOnce ? teacherMoved(teacher, school, row.id, scene.now) : null
  const answer = transferCard(scene, row)
  const after = { state: row.state, teacher: teacher.id, from: row.fromSchoolId, to: row.toSchoolId }
  const title = `${teacher.name}：${row.fromSchoolName} → ${row.toSchoolName}`
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version: 1, verb: 'create', after, note: body.reason }, ...(moved ? [moved.event] : [])],
    [
      insert(transfers, row),
      ...arrive(scene, TRANSFER, { id: row.id, title }, null, row.state, { school_admin: row.toSchoolId }),
      ...(moved?.statements ?? []),
    ],
    storedAnswer(201, answer, 1),
  )
  const open = { code: 'already-exists', facts: { what: `${teacher.name}未办结的调动` } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: open })) : ok({ body: answer, version: 1 })
}
