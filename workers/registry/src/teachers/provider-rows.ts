import { type Cell, type CellProblem, cellReader } from './cell-reader.ts'

export type ProviderCells = Partial<Record<'name' | 'levels' | 'number' | 'accreditedFrom' | 'accreditedTo', Cell>>
export type ProviderRow = {
  row: number
  name: string
  levels: (typeof LEVEL_WORDS)[string][]
  number: string
  accreditedFrom: string
  accreditedTo: string
}

const LEVEL_WORDS: Readonly<Record<string, 'national' | 'province' | 'city' | 'district' | 'school' | 'studio'>> = {
  national: 'national',
  province: 'province',
  city: 'city',
  district: 'district',
  school: 'school',
  studio: 'studio',
  国家级: 'national',
  省级: 'province',
  市级: 'city',
  区县级: 'district',
  区级: 'district',
  县级: 'district',
  校级: 'school',
  名师工作室: 'studio',
  工作室: 'studio',
}

/** Checks rows by themselves and against one another; of two rows with one name the first stands. */
export function checkProviderRows(rows: readonly ProviderCells[]): { sound: ProviderRow[]; problems: CellProblem[] } {
  const sound = new Map<string, ProviderRow>()
  const problems: CellProblem[] = []
  rows.forEach((cells, index) => {
    const row = index + 1
    const read = cellReader(cells, row)
    const name = read.text('name', 60)
    const levels = read.choices('levels', LEVEL_WORDS)
    const number = read.blank('number') ? '' : read.text('number', 60)
    const accreditedFrom = read.day('accreditedFrom')
    const accreditedTo = read.day('accreditedTo')
    if (accreditedFrom !== '' && accreditedTo !== '' && accreditedTo < accreditedFrom)
      read.wrong('accreditedTo', 'ends_before_start')
    if (sound.has(name)) read.wrong('name', 'duplicate')
    problems.push(...read.problems)
    if (read.problems.length === 0) sound.set(name, { row, name, levels, number, accreditedFrom, accreditedTo })
  })
  return { sound: [...sound.values()], problems }
}
