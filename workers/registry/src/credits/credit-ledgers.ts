import type { confirmedRowsOfTeachers, creditTeachersByIds } from '@shixun/db/tenant/standings'
import type { CreditEntry, CreditTeacher } from '@shixun/domain/credits/entry'
import { creditEntryOf, creditTeacherOf } from '@shixun/domain/credits/ledger-row'

type TeacherRow = ReturnType<ReturnType<typeof creditTeachersByIds>['decode']>
type EntryRow = ReturnType<ReturnType<typeof confirmedRowsOfTeachers>['decode']>

/** A teacher in service with what is confirmed in their ledger. */
export type CreditLedger = {
  teacherId: string
  schoolId: string
  schoolName: string
  phase: string
  entryDate: string | null
  teacher: CreditTeacher
  entries: CreditEntry[]
}

/** Puts the entries of a slice to their teachers; who is no longer in service is told apart. */
export function creditLedgers(
  teachers: readonly TeacherRow[],
  rows: readonly EntryRow[],
): { ledgers: CreditLedger[]; gone: TeacherRow[] } {
  const byTeacher = new Map<string, CreditEntry[]>()
  for (const row of rows) {
    const entries = byTeacher.get(row.teacherId)
    if (entries) entries.push(creditEntryOf(row))
    else byTeacher.set(row.teacherId, [creditEntryOf(row)])
  }
  const ledgers = teachers
    .filter(({ rosterState }) => rosterState === 'active')
    .map((row) => ({
      teacherId: row.id,
      schoolId: row.schoolId,
      schoolName: row.schoolName,
      phase: row.phase,
      entryDate: row.entryDate,
      teacher: creditTeacherOf(row),
      entries: byTeacher.get(row.id) ?? [],
    }))
  return { ledgers, gone: teachers.filter(({ rosterState }) => rosterState !== 'active') }
}
