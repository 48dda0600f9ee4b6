import type { RowProblem } from '@shixun/db/tenant/schema/roster-imports'
import type { RowOutcome } from '@shixun/domain/teachers/roster-import'
import { type FactChange, factChanges } from '@shixun/domain/teachers/teacher-facts'
import type { RegistryScene } from '../store.ts'
import { maskedDocument } from './document-tail.ts'
import { factsOfRecord, factsOfRow } from './teacher-facts-of.ts'
import { openNumber, type TeacherRecord } from './teacher-numbers.ts'
import type { TeacherRow } from './teacher-rows.ts'

/** What a row would do to the roster as it stands. */
export type Compared = {
  outcome: RowOutcome
  changes: FactChange[]
  problems: RowProblem[]
}

const wrong = (column: string, problem: string): Compared => ({
  outcome: 'wrong',
  changes: [],
  problems: [{ column, problem }],
})
const shown = (number: string | null) => (number === null ? '' : maskedDocument(number.slice(-4)))

async function numberChanges(scene: RegistryScene, row: TeacherRow, record: TeacherRecord): Promise<FactChange[]> {
  const changes: FactChange[] = []
  for (const field of ['certificate', 'phone'] as const) {
    const after = row.numbers[field]
    if (after === undefined) continue
    const before = await openNumber(scene, record, field)
    if (before !== after) changes.push({ field, before: shown(before), after: shown(after) })
  }
  return changes
}

/**
 * Compares a sound row with the teacher of its document, if the roster knows one. `own` is the school that imports;
 * the bureau's own import may move a teacher to another school, a school's may not reach for another's.
 */
export async function compareRow(
  scene: RegistryScene,
  row: TeacherRow,
  school: { id: string; name: string } | undefined,
  record: TeacherRecord | undefined,
  own: string | null,
): Promise<Compared> {
  if (!school) return wrong('schoolCode', own === null ? 'not_in_district' : 'not_own_school')
  if (!record) return { outcome: 'new', changes: [], problems: [] }
  if (own !== null && record.schoolId !== own) return wrong('document', 'registered_elsewhere')
  if (record.state === 'locked') return wrong('document', 'teacher_locked')
  const before = factsOfRecord(record)
  const back = record.state === 'active' ? [] : [{ field: 'state', before: record.state, after: 'active' }]
  const changes = [
    ...factChanges(before, factsOfRow(row, school, before)),
    ...(await numberChanges(scene, row, record)),
    ...back,
  ]
  return { outcome: changes.length === 0 ? 'same' : 'changed', changes, problems: [] }
}
