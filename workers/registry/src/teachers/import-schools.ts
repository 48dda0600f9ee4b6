import { insertMany } from '@shixun/db/statement'
import { schoolsByCodes } from '@shixun/db/tenant/roster'
import { schools } from '@shixun/db/tenant/schema/roster'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { importRows } from './import-rows.ts'
import { checkSchoolRows, type SchoolCells } from './school-rows.ts'

/** 批量导入学校：every whole row comes in, every other is told with its row and column. */
export function importSchools(scene: RegistryScene, { body }: { body: { rows: SchoolCells[] } }): Promise<Verdict> {
  const { tenant } = scene.store
  const { sound, problems } = checkSchoolRows(body.rows, tenant.district.division)
  return importRows(scene, 'schools', async () => {
    const [known] = await tenant.read(schoolsByCodes({ codes: JSON.stringify(sound.map(({ code }) => code)) }))
    const codes = new Set(known.map(({ code }) => code))
    const accepted = sound.filter(({ code }) => !codes.has(code))
    const told = sound
      .filter(({ code }) => codes.has(code))
      .map(({ row }) => ({ row, column: 'code', problem: 'already_registered' }))
    const rows = accepted.map(({ row: _, ...school }) => ({
      ...school,
      id: scene.newId('sch'),
      version: 1,
      createdAt: scene.now,
    }))
    return {
      accepted: rows.length,
      rejected: [...problems, ...told],
      statements: rows.length ? [insertMany(schools, rows)] : [],
    }
  })
}
