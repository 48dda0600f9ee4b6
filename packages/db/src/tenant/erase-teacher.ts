import { type Statement, statement } from '../statement.ts'

/** Copies of a teacher's name beside their records, in the order in which one leads to the next. */
const COPIES = [
  'UPDATE training_repeats SET name = ? WHERE enrolment_id IN (SELECT id FROM enrolments WHERE teacher_id = ?)',
  'UPDATE enrolments SET name = ? WHERE teacher_id = ?',
  'UPDATE transfers SET teacher_name = ? WHERE teacher_id = ?',
  'UPDATE guests SET name = ? WHERE teacher_id = ?',
  'UPDATE follow_ups SET name = ? WHERE teacher_id = ?',
  'UPDATE hours_claims SET teacher_name = ? WHERE teacher_id = ?',
  'UPDATE ethics_records SET name = ? WHERE subject_id = ?',
] as const

/** Takes a teacher's name out of every copy and the rows of imports with their document: `name` stands there from now on. */
export function copiesErased({ id, documentMac }: { id: string; documentMac: string }, name: string): Statement[] {
  return [
    ...COPIES.map((sql) => statement(sql, name, id)),
    statement('DELETE FROM roster_import_rows WHERE mac = ?', documentMac),
  ]
}
