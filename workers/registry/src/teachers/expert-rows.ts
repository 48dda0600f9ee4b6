import type { ExpertUnit } from '@shixun/domain/quality/panels/expert'
import { readDay } from '@shixun/domain/teachers/periods'
import { type Cell, type CellProblem, cellReader, PHASE_WORDS } from './cell-reader.ts'

export type ExpertCells = {
  name?: Cell
  schoolCode?: Cell
  subjects?: Cell
  phases?: Cell
  pastSchools?: Cell
  title?: Cell
  units?: Cell
}
export type ExpertRow = {
  row: number
  name: string
  /** Null for an expert who serves at no school of the bureau. */
  schoolCode: string | null
  subjects: string[]
  phases: (typeof PHASE_WORDS)[string][]
  pastSchools: { code: string; until: string }[]
  /** 职称、职务. */
  title: string
  units: ExpertUnit[]
}

const MOST_SCHOOLS = 20

type Reader = ReturnType<typeof cellReader<ExpertCells>>

/** Schools left behind, each as its code and the day of leaving: `2141000002（2024-08-31）、2141000003 2023/7/31`. */
function readPastSchools(read: Reader, cell: Cell): ExpertRow['pastSchools'] {
  if (read.blank('pastSchools')) return []
  // a code alone, which a workbook holds as a number, lacks its day like the same code as text
  const written = typeof cell === 'number' ? String(cell) : read.text('pastSchools', 1000)
  if (written === '') return []
  const parts = written.split(/[、,，;；]+/).filter((part) => part.trim() !== '')
  const schools = parts.map((part) => /^(\d{10})[\s（(:：至]+([^（()）]+?)\s*[)）]?$/.exec(part.trim()))
  const days = schools.map((school) => readDay(school?.[2] ?? ''))
  if (parts.length === 0 || schools.includes(null)) read.wrong('pastSchools', 'not_past_school')
  else if (days.includes(null)) read.wrong('pastSchools', 'not_a_date')
  if (parts.length > MOST_SCHOOLS) read.wrong('pastSchools', 'too_many', MOST_SCHOOLS)
  return schools.map((school, at) => ({ code: school?.[1] ?? '', until: days[at] ?? '' }))
}

const NOW = /^(?:今|至今|现在)$/u

/** Units beside the schools of the bureau: `市教研室（2020-09-01 至今）、师范学院（2015-03-01 至 2020-08-31）`, or a name alone. */
function readUnits(read: Reader): ExpertUnit[] {
  if (read.blank('units')) return []
  const written = read.text('units', 2000)
  const parts = written.split(/[、,，;；]+/u).filter((part) => part.trim() !== '')
  if (parts.length > MOST_SCHOOLS) read.wrong('units', 'too_many', MOST_SCHOOLS)
  return parts.flatMap((part): ExpertUnit[] => {
    const found =
      /^([^（()）]{1,60}?)\s*(?:[（(]\s*([^（()）]+?)\s*(?:至|—|~|～|-{2})\s*([^（()）]*?)\s*[)）])?$/u.exec(
        part.trim(),
      )
    if (!found) {
      read.wrong('units', 'wrong_unit')
      return []
    }
    const [, name = '', from, to = ''] = found
    const since = from === undefined ? null : readDay(from)
    const until = from === undefined || to === '' || NOW.test(to) ? null : readDay(to)
    const missing = from !== undefined && (since === null || (to !== '' && !NOW.test(to) && until === null))
    if (missing) read.wrong('units', 'not_a_date')
    else if (since !== null && until !== null && until < since) read.wrong('units', 'ends_before_start')
    return [{ unitId: null, name: name.trim(), title: '', since, until }]
  })
}

/** Checks rows by themselves and against one another: two rows with one name and one school are one expert. */
export function checkExpertRows(rows: readonly ExpertCells[]): { sound: ExpertRow[]; problems: CellProblem[] } {
  const sound = new Map<string, ExpertRow>()
  const problems: CellProblem[] = []
  rows.forEach((cells, index) => {
    const row = index + 1
    const read = cellReader(cells, row)
    const name = read.text('name', 40)
    const schoolCode = read.blank('schoolCode') ? null : read.code('schoolCode')
    const subjects = read.blank('subjects') ? [] : read.several('subjects', 20, 20)
    const phases = read.blank('phases') ? [] : read.choices('phases', PHASE_WORDS)
    const pastSchools = readPastSchools(read, cells.pastSchools)
    const title = read.blank('title') ? '' : read.text('title', 40)
    const units = readUnits(read)
    const key = JSON.stringify([name, schoolCode])
    if (sound.has(key)) read.wrong('name', 'duplicate')
    problems.push(...read.problems)
    if (read.problems.length === 0)
      sound.set(key, { row, name, schoolCode, subjects, phases, pastSchools, title, units })
  })
  return { sound: [...sound.values()], problems }
}
