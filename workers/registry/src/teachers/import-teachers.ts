import { insertMany } from '@shixun/db/statement'
import { count } from '@shixun/db/tenant/moves'
import { schoolsByCodes, teachersByMacs } from '@shixun/db/tenant/roster'
import { teachers } from '@shixun/db/tenant/schema/roster'
import { unitLimit } from '@shixun/domain/identity/permission'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import type { CellProblem } from './cell-reader.ts'
import { freshTeacher } from './fresh-teacher.ts'
import { importRows } from './import-rows.ts'
import { documentMac } from './teacher-numbers.ts'
import { checkTeacherRows, type TeacherCells } from './teacher-rows.ts'

/** 批量导入教师：a school brings in its own people only, and learns nothing of which other schools exist. */
export async function importTeachers(
  scene: RegistryScene,
  { body }: { body: { rows: TeacherCells[] } },
): Promise<Verdict> {
  const { tenant } = scene.store
  const own = unitLimit(scene.visitor, 'teacher.write')
  const { sound, problems } = checkTeacherRows(body.rows)
  const marked = await Promise.all(
    sound.map(async (row) => ({
      ...row,
      documentMac: await documentMac(scene, row),
    })),
  )
  return importRows(scene, 'teachers', async () => {
    const [schools, known] = await tenant.read(
      schoolsByCodes({ codes: JSON.stringify([...new Set(marked.map(({ schoolCode }) => schoolCode))]) }),
      teachersByMacs({ macs: JSON.stringify(marked.map(({ documentMac }) => documentMac)) }),
    )
    const reachable = new Map(schools.filter(({ id }) => own === null || id === own).map((each) => [each.code, each]))
    const macs = new Set(known.map(({ documentMac }) => documentMac))
    const told: CellProblem[] = []
    const accepted = marked.flatMap((row) => {
      const school = reachable.get(row.schoolCode)
      const unknown = own === null ? 'not_in_district' : 'not_own_school'
      if (!school) told.push({ row: row.row, column: 'schoolCode', problem: unknown })
      else if (macs.has(row.documentMac)) told.push({ row: row.row, column: 'document', problem: 'already_registered' })
      else return [{ row, school }]
      return []
    })
    const rows = await Promise.all(accepted.map(({ row, school }) => freshTeacher(scene, row, school)))
    return {
      accepted: rows.length,
      rejected: [...problems, ...told],
      statements: rows.length ? [insertMany(teachers, rows), count(`teacher.${TEACHER.initial}`, rows.length)] : [],
    }
  })
}
