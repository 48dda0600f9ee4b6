import type { JournalEvent } from '@shixun/db/commit'
import type { Statement } from '@shixun/db/statement'
import { standingsStale } from '@shixun/db/tenant/ledger-writes'
import { count } from '@shixun/db/tenant/moves'
import { settleRows } from '@shixun/db/tenant/roster-imports'
import type { rosterImportRows } from '@shixun/db/tenant/schema/roster-imports'
import { removeTeachers, setTeachers, standingsOfSchools } from '@shixun/db/tenant/teacher-writes'
import { APPLIED_AT_ONCE } from '@shixun/domain/teachers/roster-import'
import type { RegistryScene } from '../store.ts'
import type { RosterImport } from './load-roster-import.ts'
import type { Step } from './step-roster-import.ts'
import type { TeacherRecord } from './teacher-numbers.ts'

type Staged = typeof rosterImportRows.$inferSelect
type Found = { rows: Staged[]; teachers: TeacherRecord[]; hanging: { id: string; hanging: string | null }[] }

/** Why a row stays as the import left it, or null. */
function obstacle(staged: Staged, record: TeacherRecord, hanging: string | null): string | null {
  if (record.version !== staged.teacherVersion) return 'edited_since'
  return staged.outcome === 'new' ? hanging : null
}

/**
 * Takes back the rows written last: a new teacher goes unless something hangs on them, a changed one gets the columns
 * of before. Whoever was edited since stays, and is told.
 */
export function revertRows(scene: RegistryScene, { id }: RosterImport, found: Found): Step {
  const known = new Map(found.teachers.map((record) => [record.id, record]))
  const hanging = new Map(found.hanging.map((one) => [one.id, one.hanging]))
  const [removed, restored]: [TeacherRecord[], { before: TeacherRecord; after: TeacherRecord }[]] = [[], []]
  const settled: Parameters<typeof settleRows>[1][number][] = []
  const add = { reverted: 0, kept: 0 }
  for (const staged of found.rows) {
    const { no, outcome, teacherId, teacherVersion } = staged
    const record = teacherId === null ? undefined : known.get(teacherId)
    const stays = record ? obstacle(staged, record, hanging.get(record.id) ?? null) : null
    const problems = stays === null ? [] : [{ column: 'name', problem: stays }]
    add[stays === null ? 'reverted' : 'kept']++
    if (record && stays === null) {
      if (outcome === 'new') removed.push(record)
      else if (staged.beforeImage)
        restored.push({
          before: record,
          after: { ...record, ...staged.beforeImage, updatedAt: scene.now, version: record.version + 1 },
        })
    }
    settled.push({
      ...{ no, outcome, teacherId, teacherVersion, problems },
      stage: stays === null ? 'reverted' : 'kept',
      beforeImage: null,
    })
  }
  return {
    add,
    last: found.rows.length < APPLIED_AT_ONCE,
    events: [
      ...removed.map(
        ({ id: entity, version, state, schoolId }): JournalEvent => ({
          ...{ entity, version: version + 1, verb: 'undo' },
          before: { state, schoolId },
          after: { removed: true, import: id },
        }),
      ),
      ...restored.map(
        ({ before, after }): JournalEvent => ({
          ...{ entity: after.id, version: after.version, verb: 'undo' },
          before: { state: before.state },
          after: { state: after.state, import: id },
        }),
      ),
    ],
    statements: [
      ...(removed.length ? removeTeachers(removed.map((one) => one.id)) : []),
      ...(restored.length ? [setTeachers(restored.map(({ after }) => after))] : []),
      ...counted(removed, restored),
      ...(restored.length
        ? [
            standingsStale(
              restored.map(({ after }) => after.id),
              scene.now,
            ),
            ...standingsOfSchools(restored.map(({ after }) => after.id)),
          ]
        : []),
      ...(settled.length ? [settleRows(id, settled)] : []),
    ],
  }
}

function counted(removed: TeacherRecord[], restored: { before: TeacherRecord; after: TeacherRecord }[]): Statement[] {
  const away = restored.filter(({ before, after }) => before.state !== after.state)
  return [
    ...(removed.length + away.length ? [count('teacher.active', -removed.length - away.length)] : []),
    ...away.map(({ after }) => count(`teacher.${after.state}`, 1)),
  ]
}
