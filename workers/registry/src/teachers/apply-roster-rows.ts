import type { JournalEvent } from '@shixun/db/commit'
import { insertMany, type Statement } from '@shixun/db/statement'
import { standingsStale } from '@shixun/db/tenant/ledger-writes'
import { count } from '@shixun/db/tenant/moves'
import { settleRows } from '@shixun/db/tenant/roster-imports'
import { teachers } from '@shixun/db/tenant/schema/roster'
import type { rosterImportRows, TeacherImage } from '@shixun/db/tenant/schema/roster-imports'
import { setTeachers, standingsOfSchools } from '@shixun/db/tenant/teacher-writes'
import { APPLIED_AT_ONCE } from '@shixun/domain/teachers/roster-import'
import { journalChanges } from '@shixun/domain/teachers/teacher-facts'
import { openPersonal } from '@shixun/http/personal-data'
import type { RegistryScene } from '../store.ts'
import { freshTeacher } from './fresh-teacher.ts'
import type { RosterImport } from './load-roster-import.ts'
import { placeOfRow } from './stage-roster-rows.ts'
import type { Step } from './step-roster-import.ts'
import { factsOfRecord, factsOfRow } from './teacher-facts-of.ts'
import { sealedNumbers, type TeacherRecord } from './teacher-numbers.ts'
import { readTeacherRow, type TeacherCells, type TeacherRow } from './teacher-rows.ts'

type Staged = typeof rosterImportRows.$inferSelect
type Found = { rows: Staged[]; teachers: TeacherRecord[]; schools: { id: string; name: string }[] }
type School = Found['schools'][number]

/** The row as it was given, opened again; null when its key is gone. */
async function openRow(scene: RegistryScene, { importId, no, sealed }: Staged): Promise<TeacherRow | null> {
  const text = await openPersonal(scene.store.secrets.PERSONAL_KEYS, placeOfRow(scene, importId, no), sealed)
  return text === null ? null : readTeacherRow(JSON.parse(text) as TeacherCells, no).row
}

async function changedTeacher(scene: RegistryScene, row: TeacherRow, school: School, record: TeacherRecord) {
  const facts = factsOfRow(row, school, factsOfRecord(record))
  const numbers = await sealedNumbers(scene, record.id, row.numbers)
  const after: TeacherRecord = {
    ...record,
    ...facts,
    ...numbers,
    state: 'active',
    updatedAt: scene.now,
    version: record.version + 1,
  }
  return after
}

/** The columns that an undo puts back. */
function imageOf({ id: _, version: __, createdAt: ___, ...image }: TeacherRecord): TeacherImage {
  return image
}

/** Writes the next rows exactly as they were shown: a row whose teacher has changed since then goes home as wrong. */
export async function applyRows(scene: RegistryScene, { id }: RosterImport, found: Found): Promise<Step> {
  const schools = new Map(found.schools.map((school) => [school.id, school]))
  const known = new Map(found.teachers.map((record) => [record.documentMac, record]))
  const [fresh, changed]: [TeacherRecord[], { before: TeacherRecord; after: TeacherRecord; staged: Staged }[]] = [
    [],
    [],
  ]
  const settled: Parameters<typeof settleRows>[1][number][] = []
  const add = { applied: 0, wrong: 0, fresh: 0, changed: 0 }
  for (const staged of found.rows) {
    const row = await openRow(scene, staged)
    const school = staged.schoolId === null ? undefined : schools.get(staged.schoolId)
    const record = staged.mac === null ? undefined : known.get(staged.mac)
    const asShown = staged.outcome === 'new' ? !record : record?.version === staged.teacherVersion
    const { no, outcome } = staged
    if (!row || !school || !asShown) {
      add.wrong++
      add[outcome === 'new' ? 'fresh' : 'changed']--
      const problems = [{ column: 'document', problem: 'changed_since_check' }]
      settled.push({
        no,
        stage: 'idle',
        outcome: 'wrong',
        teacherId: null,
        teacherVersion: null,
        beforeImage: null,
        problems,
      })
      continue
    }
    add.applied++
    if (record) changed.push({ before: record, after: await changedTeacher(scene, row, school, record), staged })
    else fresh.push(await freshTeacher(scene, row, school))
    const after = record ? changed.at(-1)?.after : fresh.at(-1)
    settled.push({
      no,
      stage: 'applied',
      outcome,
      teacherId: after?.id ?? null,
      teacherVersion: after?.version ?? null,
      beforeImage: record ? imageOf(record) : null,
      problems: [],
    })
  }
  return {
    add,
    last: found.rows.length < APPLIED_AT_ONCE,
    events: [...fresh.map((row) => createdBy(id, row)), ...changed.map((one) => changedBy(id, one))],
    statements: [
      ...(fresh.length ? [insertMany(teachers, fresh)] : []),
      ...(changed.length ? [setTeachers(changed.map(({ after }) => after))] : []),
      ...follow(scene, fresh, changed),
      ...(settled.length ? [settleRows(id, settled)] : []),
    ],
  }
}

function createdBy(importId: string, { id, schoolId }: TeacherRecord): JournalEvent {
  return { entity: id, version: 1, verb: 'create', after: { state: 'active', schoolId, import: importId } }
}

function changedBy(
  importId: string,
  { before, after, staged }: { before: TeacherRecord; after: TeacherRecord; staged: Staged },
): JournalEvent {
  return {
    entity: after.id,
    version: after.version,
    verb: 'import',
    before: { state: before.state },
    after: { state: after.state, changes: journalChanges(staged.changes), import: importId },
  }
}

/** Counters by state, and standings whose inputs may have changed. */
function follow(
  scene: RegistryScene,
  fresh: TeacherRecord[],
  changed: { before: TeacherRecord; after: TeacherRecord }[],
): Statement[] {
  const returned = changed.filter(({ before }) => before.state !== 'active')
  const arrived = fresh.length + returned.length
  const touched = [...fresh, ...changed.map(({ after }) => after)].map(({ id }) => id)
  const moved = changed.filter(({ before, after }) => before.schoolId !== after.schoolId).map(({ after }) => after.id)
  return [
    ...(arrived ? [count('teacher.active', arrived)] : []),
    ...returned.map(({ before }) => count(`teacher.${before.state}`, -1)),
    ...(touched.length ? [standingsStale(touched, scene.now)] : []),
    ...(moved.length ? standingsOfSchools(moved) : []),
  ]
}
