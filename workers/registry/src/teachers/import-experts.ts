import { assertion, insertMany } from '@shixun/db/statement'
import { expertsByNames } from '@shixun/db/tenant/experts'
import { schoolsByCodes } from '@shixun/db/tenant/roster'
import { experts } from '@shixun/db/tenant/schema/roster'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import type { CellProblem } from './cell-reader.ts'
import { checkExpertRows, type ExpertCells, type ExpertRow } from './expert-rows.ts'
import { importRows } from './import-rows.ts'

type Person = { name: string; schoolId: string | null }
const keyOf = ({ name, schoolId }: Person) => JSON.stringify([name, schoolId])

/** No index keeps namesakes apart, so the batch itself looks whether another import brought one of these meanwhile. */
function stillUnknown(rows: readonly Person[]) {
  const given = JSON.stringify(rows.map(({ name, schoolId }) => ({ name, schoolId })))
  return assertion(
    'experts-unknown',
    `NOT EXISTS (SELECT 1 FROM json_each(?) AS given CROSS JOIN experts
      ON experts.name = given.value ->> 'name' AND experts.school_id IS given.value ->> 'schoolId')`,
    given,
  )
}

function expertOf(
  scene: RegistryScene,
  { row: _, schoolCode, pastSchools, ...expert }: ExpertRow,
  ids: Map<string, string>,
) {
  return {
    ...expert,
    id: scene.newId('exp'),
    schoolId: schoolCode === null ? null : (ids.get(schoolCode) ?? null),
    pastSchools: pastSchools.map(({ code, until }) => ({ schoolId: ids.get(code) ?? '', until })),
    ties: [],
    pauses: [],
    leftOn: null,
    version: 1,
    createdAt: scene.now,
  }
}

/** 批量导入专家：an expert is told by name and school. The people to stay clear of are third persons' names and come in by no table. */
export function importExperts(scene: RegistryScene, { body }: { body: { rows: ExpertCells[] } }): Promise<Verdict> {
  const { tenant } = scene.store
  const { sound, problems } = checkExpertRows(body.rows)
  const named = sound.flatMap(({ schoolCode, pastSchools }) => [
    ...(schoolCode === null ? [] : [schoolCode]),
    ...pastSchools.map(({ code }) => code),
  ])
  return importRows(scene, 'experts', async () => {
    const [schools, known] = await tenant.read(
      schoolsByCodes({ codes: JSON.stringify([...new Set(named)]) }),
      expertsByNames({ names: JSON.stringify([...new Set(sound.map(({ name }) => name))]) }),
    )
    const ids = new Map(schools.map(({ code, id }) => [code, id]))
    const taken = new Set(known.map(keyOf))
    const told: CellProblem[] = []
    const rows = sound.flatMap((each) => {
      const { row, schoolCode, pastSchools } = each
      const wrong: CellProblem[] = []
      if (schoolCode !== null && !ids.has(schoolCode))
        wrong.push({ row, column: 'schoolCode', problem: 'not_in_district' })
      if (pastSchools.some(({ code }) => !ids.has(code)))
        wrong.push({ row, column: 'pastSchools', problem: 'not_in_district' })
      const expert = expertOf(scene, each, ids)
      if (wrong.length === 0 && taken.has(keyOf(expert)))
        wrong.push({ row, column: 'name', problem: 'already_registered' })
      told.push(...wrong)
      return wrong.length === 0 ? [expert] : []
    })
    return {
      accepted: rows.length,
      rejected: [...problems, ...told],
      statements: rows.length ? [stillUnknown(rows), insertMany(experts, rows)] : [],
    }
  })
}
