import type { teacherById } from '@shixun/db/tenant/roster'
import { scopeOf } from '@shixun/domain/identity/permission'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import { actionsOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { maskedDocument } from './document-tail.ts'
import type { TeacherRecord } from './teacher-numbers.ts'

export type TeacherCard = ReturnType<ReturnType<typeof teacherById>['decode']>

/** What can be done besides the moves of the life cycle. */
function furtherActions({ visitor }: Pick<RegistryScene, 'visitor'>, state: TeacherCard['state']): string[] {
  const may = (permission: 'teacher.write' | 'personal_data.read' | 'transfer.write' | 'archive.write') =>
    scopeOf(visitor, permission) !== null
  return [
    ...(may('teacher.write') && (state === 'active' || state === 'left') ? ['edit'] : []),
    ...(may('personal_data.read') && state !== 'erased' ? ['reveal', 'export'] : []),
    ...(may('transfer.write') && state === 'active' ? ['transfer'] : []),
    ...(may('archive.write') && state === 'moved' ? ['archive'] : []),
  ]
}

/** A teacher as the API shows them: of each number its last characters. */
export function teacherCard(scene: Pick<RegistryScene, 'visitor'>, row: TeacherCard) {
  const { documentTail, phoneTail, certificateTail, createdAt: _, ...shown } = row
  const moves = actionsOf(scene, TEACHER, row.state, { no_open_transfer: true })
  return {
    ...shown,
    documentMasked: row.state === 'erased' ? '' : maskedDocument(documentTail),
    phoneMasked: phoneTail === null ? null : maskedDocument(phoneTail),
    certificateMasked: certificateTail === null ? null : maskedDocument(certificateTail),
    actions: [...furtherActions(scene, row.state), ...moves],
  }
}

/** The card of a row that was read with its sealed numbers, which stay behind. */
export function cardOfRecord(scene: Pick<RegistryScene, 'visitor'>, record: TeacherRecord) {
  const { documentCipher: _, documentMac: __, phoneCipher: ___, certificateCipher: ____, ...row } = record
  return teacherCard(scene, row)
}
