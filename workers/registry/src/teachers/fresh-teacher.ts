import { TEACHER } from '@shixun/domain/teachers/teacher'
import type { RegistryScene } from '../store.ts'
import { factsOfRow } from './teacher-facts-of.ts'
import { NO_NUMBERS, sealedDocument, sealedNumbers } from './teacher-numbers.ts'
import type { TeacherRow } from './teacher-rows.ts'

/** The row that a line of a table becomes in the roster when its teacher is new here. */
export async function freshTeacher(scene: RegistryScene, row: TeacherRow, school: { id: string; name: string }) {
  const id = scene.newId('tea')
  return {
    ...factsOfRow(row, school, null),
    ...(await sealedDocument(scene, id, row)),
    ...NO_NUMBERS,
    ...(await sealedNumbers(scene, id, row.numbers)),
    id,
    state: TEACHER.initial,
    updatedAt: null,
    version: 1,
    createdAt: scene.now,
  }
}
