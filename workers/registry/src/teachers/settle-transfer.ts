import type { JournalEvent } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { standingsStale } from '@shixun/db/tenant/ledger-writes'
import { teachers } from '@shixun/db/tenant/schema/roster'
import { standingsOfSchools } from '@shixun/db/tenant/teacher-writes'
import type { TeacherCard } from './teacher-card.ts'

type School = { id: string; name: string }

/** What an accepted transfer does to the teacher: the school changes, everything that was earned stays with the person. */
export function teacherMoved(
  teacher: TeacherCard,
  school: School,
  transferId: string,
  now: string,
): { event: JournalEvent; statements: Statement[] } {
  const set = { schoolId: school.id, schoolName: school.name, updatedAt: now }
  return {
    event: {
      ...{ entity: teacher.id, version: teacher.version + 1, verb: 'transfer' },
      before: { schoolId: teacher.schoolId },
      after: { schoolId: school.id, transfer: transferId },
    },
    statements: [
      updateSeen(teachers, teacher, set),
      ...standingsOfSchools([teacher.id]),
      standingsStale([teacher.id], now),
    ],
  }
}
