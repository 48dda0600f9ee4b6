import { readSchoolCode } from '@shixun/domain/identity/school-code'
import { type Cell, type CellProblem, cellReader, PHASE_WORDS } from './cell-reader.ts'

export type SchoolCells = Partial<Record<'code' | 'name' | 'area' | 'phase', Cell>>
export type SchoolRow = {
  row: number
  code: string
  name: string
  area: 'urban' | 'town' | 'rural'
  phase: (typeof PHASE_WORDS)[string]
}

const AREA_WORDS: Readonly<Record<string, SchoolRow['area']>> = {
  urban: 'urban',
  town: 'town',
  rural: 'rural',
  城区: 'urban',
  城市: 'urban',
  镇区: 'town',
  乡镇: 'town',
  乡村: 'rural',
  农村: 'rural',
}

/** What is wrong with a school code in a bureau of this GB/T 2260 division, or null. */
export function schoolCodeProblem(code: string, division: string): 'wrong_institution_code' | 'wrong_province' | null {
  const read = readSchoolCode(code)
  if (!read.ok) return 'wrong_institution_code'
  return read.value.province === division.slice(0, 2) ? null : 'wrong_province'
}

/** Checks rows by themselves and against one another; of two rows with one code the first stands. */
export function checkSchoolRows(
  rows: readonly SchoolCells[],
  division: string,
): { sound: SchoolRow[]; problems: CellProblem[] } {
  const sound = new Map<string, SchoolRow>()
  const problems: CellProblem[] = []
  rows.forEach((cells, index) => {
    const row = index + 1
    const read = cellReader(cells, row)
    const code = read.code('code')
    const bad = code === '' ? null : schoolCodeProblem(code, division)
    if (bad) read.wrong('code', bad)
    const name = read.text('name', 60)
    const area = read.choice('area', AREA_WORDS)
    const phase = read.choice('phase', PHASE_WORDS)
    if (sound.has(code)) read.wrong('code', 'duplicate')
    problems.push(...read.problems)
    if (read.problems.length === 0 && area && phase) sound.set(code, { row, code, name, area, phase })
  })
  return { sound: [...sound.values()], problems }
}
