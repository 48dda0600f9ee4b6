import { commit } from '@shixun/db/commit'
import { insertMany, updateSeen } from '@shixun/db/statement'
import { schoolsByCodes } from '@shixun/db/tenant/roster'
import { rosterImportById, stagedByMacs } from '@shixun/db/tenant/roster-imports'
import { rosterImportRows, rosterImports } from '@shixun/db/tenant/schema/roster-imports'
import { teacherRecordsByMacs } from '@shixun/db/tenant/teacher-records'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { ROSTER_IMPORT } from '@shixun/domain/teachers/roster-import'
import { sealPersonal } from '@shixun/http/personal-data'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { compareRow } from './compare-row.ts'
import { importCard, type RosterImport, reaches } from './load-roster-import.ts'
import { documentMac } from './teacher-numbers.ts'
import { readTeacherRow, type TeacherCells } from './teacher-rows.ts'

type Given = { line: number; cells: TeacherCells }
type Body = { from: number; rows: Given[] }
type StagedRow = typeof rosterImportRows.$inferInsert

/** Rows of one statement: their sealed text stays far under the 2 MB that a value may have. */
const AT_ONCE = 250

/** Where the sealed text of a staged row belongs. */
export function placeOfRow({ store }: Pick<RegistryScene, 'store'>, importId: string, no: number) {
  return { tenant: store.tenant.district.id, row: `${importId}/${no}` }
}

async function readRows(scene: RegistryScene, { from, rows }: Body) {
  return Promise.all(
    rows.map(async ({ line, cells }, at) => {
      const read = readTeacherRow(cells, from + at)
      return { ...read, no: from + at, line, cells, mac: read.row ? await documentMac(scene, read.row) : null }
    }),
  )
}

type Read = Awaited<ReturnType<typeof readRows>>

/** The import, and what the roster and the table so far hold of these rows, in one trip. */
async function load(scene: RegistryScene, id: string, read: Read) {
  const macs = JSON.stringify(read.flatMap(({ mac }) => (mac === null ? [] : [mac])))
  const codes = JSON.stringify([...new Set(read.flatMap(({ row }) => (row ? [row.schoolCode] : [])))])
  const [[row], schools, records, before] = await scene.store.tenant.read(
    rosterImportById({ id }),
    schoolsByCodes({ codes }),
    teacherRecordsByMacs({ macs }),
    stagedByMacs({ macs, id }),
  )
  return { row, schools, records, before }
}

type Found = Omit<Awaited<ReturnType<typeof load>>, 'row'>

/** Compares a chunk with the roster and with what came before it in the same table. */
async function staged(scene: RegistryScene, row: RosterImport, read: Read, { schools, records, before }: Found) {
  const own = unitLimit(scene.visitor, 'teacher.write')
  const reachable = new Map(schools.filter(({ id }) => own === null || id === own).map((one) => [one.code, one]))
  const known = new Map(records.map((record) => [record.documentMac, record]))
  const lines = new Map(before.map(({ mac, line }) => [mac, line]))
  const rows: StagedRow[] = []
  for (const { no, line, cells, name, mac, row: sound, problems } of read) {
    const twin = mac === null ? undefined : lines.get(mac)
    const school = sound ? reachable.get(sound.schoolCode) : undefined
    const record = mac === null ? undefined : known.get(mac)
    const compared =
      sound === null
        ? { outcome: 'wrong' as const, changes: [], problems: problems.map(({ row: _, ...one }) => one) }
        : twin !== undefined
          ? {
              outcome: 'wrong' as const,
              changes: [],
              problems: [{ column: 'document', problem: 'duplicate_of_row', limit: twin }],
            }
          : await compareRow(scene, sound, school, record, own)
    const stands = compared.outcome !== 'wrong'
    if (stands && mac !== null) lines.set(mac, line)
    const text = JSON.stringify(cells)
    rows.push({
      ...compared,
      importId: row.id,
      no,
      line,
      name: name.slice(0, 40),
      stage: compared.outcome === 'new' || compared.outcome === 'changed' ? 'waiting' : 'idle',
      mac: stands ? mac : null,
      schoolId: school?.id ?? null,
      teacherId: stands ? (record?.id ?? null) : null,
      teacherVersion: stands ? (record?.version ?? null) : null,
      sealed: await sealPersonal(scene.store.secrets.PERSONAL_KEYS, placeOfRow(scene, row.id, no), text),
      beforeImage: null,
    })
  }
  return rows
}

function insertions(rows: readonly StagedRow[]) {
  const statements = []
  for (let at = 0; at < rows.length; at += AT_ONCE)
    statements.push(insertMany(rosterImportRows, rows.slice(at, at + AT_ONCE)))
  return statements
}

/** 读入一段：each row is checked by itself, against the table and against the roster. A chunk that came already changes nothing. */
export async function stageRosterRows(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const read = await readRows(scene, body)
  const { row, ...found } = await load(scene, params.id, read)
  if (!reaches(scene, row)) return refuse({ code: 'not-found' })
  if (body.from + body.rows.length - 1 <= row.staged) return ok({ body: importCard(scene, row), version: row.version })
  if (row.state !== 'staging')
    return refuse({ code: 'state-refuses', facts: { state: ROSTER_IMPORT.states[row.state] } })
  if (body.from !== row.staged + 1) return misplaced('/from', 'rows_out_of_order', row.staged + 1)
  if (row.staged + body.rows.length > row.total) return misplaced('/rows', 'too_many_rows', row.total - row.staged)
  const rows = await staged(scene, row, read, found)
  const of = (outcome: string) => rows.filter((one) => one.outcome === outcome).length
  const tally = { new: of('new'), changed: of('changed'), same: of('same'), wrong: of('wrong') }
  const set = {
    staged: row.staged + rows.length,
    fresh: row.fresh + tally.new,
    changed: row.changed + tally.changed,
    same: row.same + tally.same,
    wrong: row.wrong + tally.wrong,
    updatedAt: scene.now,
  }
  const whole = set.staged === row.total
  const decided = decide(scene, { machine: ROSTER_IMPORT, row: { ...row, title: row.fileName }, action: 'check' })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const state = whole ? to : row.state
  const answer = importCard(scene, { ...row, ...set, state, version })
  const told = whole
    ? { ...event, after: { ...tally, state: to } }
    : { entity: row.id, version, verb: 'stage', after: tally }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [told],
    [...insertions(rows), updateSeen(rosterImports, row, { ...set, state }), ...(whole ? follow : [])],
    storedAnswer(200, answer, version),
  )
  // the same chunk sent twice at once: the other one won, and this one finds it when it is sent again
  return refusal
    ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
    : ok({ body: answer, version })
}

function misplaced(pointer: string, problem: string, limit: number): Verdict {
  return refuse({ code: 'invalid-input', fields: [{ pointer, problem, limit }] })
}
