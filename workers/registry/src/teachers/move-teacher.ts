import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { copiesErased } from '@shixun/db/tenant/erase-teacher'
import { standingsStale } from '@shixun/db/tenant/ledger-writes'
import { teachers } from '@shixun/db/tenant/schema/roster'
import { teacherRecordById } from '@shixun/db/tenant/teacher-records'
import { openTransferOf } from '@shixun/db/tenant/transfers'
import type { Permission } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { ERASED_NAME } from '@shixun/domain/teachers/retention'
import { TEACHER, type TeacherAction } from '@shixun/domain/teachers/teacher'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { cardOfRecord } from './teacher-card.ts'
import { NO_NUMBERS, type TeacherRecord } from './teacher-numbers.ts'
import { reachesTeacher } from './teacher-reach.ts'

type Given = { params: { id: string }; body: { note: string } }

/** What is left of a row whose personal data are gone: nothing that leads to the person. */
function erasedColumns({ id }: TeacherRecord): Partial<TeacherRecord> {
  return {
    ...NO_NUMBERS,
    name: ERASED_NAME,
    documentType: '',
    documentCipher: '',
    documentMac: `erased:${id}`,
    documentTail: '',
    title: null,
    education: null,
    entryDate: null,
    posts: [],
  }
}

/** 教师状态变动：leave, come back, depart to another district, lock, unlock, erase. */
export async function moveTeacher(
  scene: RegistryScene,
  { params, body }: Given,
  action: TeacherAction,
): Promise<Verdict> {
  const permission: Permission = `teacher.${action}`
  const [[row], open] = await scene.store.tenant.read(teacherRecordById(params), openTransferOf(params))
  if (!row || !reachesTeacher(scene, permission, row)) return refuse({ code: 'not-found' })
  const decided = decide(scene, {
    machine: TEACHER,
    row: { ...row, title: row.name },
    action,
    facts: { no_open_transfer: open.length === 0 },
    note: body.note,
  })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const set = { state: to, updatedAt: scene.now, ...(to === 'erased' ? erasedColumns(row) : {}) }
  const answer = cardOfRecord(scene, { ...row, ...set, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [
      updateSeen(teachers, row, set),
      ...follow,
      standingsStale([row.id], scene.now),
      ...(to === 'erased' ? copiesErased(row, ERASED_NAME) : []),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
