import { insertMany } from '@shixun/db/statement'
import { standingRecordsOf, teachersByNames } from '@shixun/db/tenant/ethics'
import { schoolsByCodes } from '@shixun/db/tenant/roster'
import { ethicsRecords } from '@shixun/db/tenant/schema/ethics'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { ETHICS_RECORD } from '@shixun/domain/teachers/ethics-record'
import { personalMac } from '@shixun/http/personal-data'
import type { Verdict } from '@shixun/http/scene'
import { arriveMany } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import type { CellProblem } from './cell-reader.ts'
import { checkEthicsRows, type EthicsCells, type EthicsRow } from './ethics-rows.ts'
import { importRows } from './import-rows.ts'
import { documentKey } from './teacher-rows.ts'

type Marked = EthicsRow & { documentMac: string | null }
type Named = { id: string; name: string; schoolId: string; documentMac: string }
type Untold = { column: string; problem: string }
type Subject = { subjectKind: 'teacher' | 'school'; subjectId: string; unitId: string; name: string }

/** Whom a row means among the teachers of its school, or the word for why nobody can be told. */
function subjectOf(
  row: Marked,
  school: { id: string; name: string } | undefined,
  named: readonly Named[],
): Result<Subject, Untold> {
  if (!school) return refuse({ column: 'schoolCode', problem: 'not_in_district' })
  const own = { unitId: school.id }
  if (row.name === null) return ok({ ...own, subjectKind: 'school', subjectId: school.id, name: school.name })
  const same = named.filter(
    ({ name, schoolId, documentMac }) =>
      name === row.name && schoolId === school.id && (row.documentMac === null || documentMac === row.documentMac),
  )
  const [teacher] = same
  if (!teacher) return refuse({ column: 'name', problem: 'not_in_district' })
  if (same.length > 1) return refuse({ column: 'document', problem: 'ambiguous_name' })
  return ok({ ...own, subjectKind: 'teacher', subjectId: teacher.id, name: teacher.name })
}

function recordOf(scene: RegistryScene, { year, result, until, reason }: Marked, subject: Subject) {
  const { initial: state } = ETHICS_RECORD
  return {
    ...subject,
    id: scene.newId('eth'),
    year,
    result,
    until,
    reason,
    state,
    version: 1,
    createdAt: scene.now,
  } as const
}

/** 批量登记师德考核结论：a teacher is told by school and name, and by the document where names coincide. */
export async function importEthicsRecords(
  scene: RegistryScene,
  { body }: { body: { rows: EthicsCells[] } },
): Promise<Verdict> {
  const { tenant, secrets } = scene.store
  const { sound, problems } = checkEthicsRows(body.rows)
  const mac = (number: string) =>
    personalMac(
      secrets.PERSONAL_MAC_KEY,
      tenant.district.id,
      documentKey({ documentType: 'resident-identity-card', number }),
    )
  const marked = await Promise.all(
    sound.map(async (row) => ({ ...row, documentMac: row.document === null ? null : await mac(row.document) })),
  )
  const names = JSON.stringify([...new Set(sound.flatMap(({ name }) => (name === null ? [] : [name])))])
  const codes = JSON.stringify([...new Set(sound.map(({ schoolCode }) => schoolCode))])
  return importRows(scene, 'ethics', async () => {
    const [schools, named, standing] = await tenant.read(
      schoolsByCodes({ codes }),
      teachersByNames({ names }),
      standingRecordsOf({ names, codes }),
    )
    const taken = new Set(standing.map(({ subjectId, year }) => `${subjectId} ${year}`))
    const told: CellProblem[] = []
    const rows = marked.flatMap((row) => {
      const school = schools.find(({ code }) => code === row.schoolCode)
      const subject = subjectOf(row, school, named)
      if (!subject.ok) {
        told.push({ row: row.row, ...subject.refusal })
        return []
      }
      const key = `${subject.value.subjectId} ${row.year}`
      if (taken.has(key)) {
        told.push({ row: row.row, column: 'year', problem: 'already_registered' })
        return []
      }
      taken.add(key)
      return [recordOf(scene, row, subject.value)]
    })
    const titled = rows.map(({ id, name }) => ({ id, title: name }))
    return {
      accepted: rows.length,
      rejected: [...problems, ...told],
      statements: rows.length
        ? [
            insertMany(ethicsRecords, rows),
            ...arriveMany(scene, ETHICS_RECORD, titled, null, ETHICS_RECORD.initial, () => ({})),
          ]
        : [],
    }
  })
}
