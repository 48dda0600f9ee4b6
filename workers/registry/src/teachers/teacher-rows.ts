import { readSchoolCode } from '@shixun/domain/identity/school-code'
import type { IdentityDocumentKind, IdentityDocumentRefusal } from '@shixun/domain/teachers/identity-document'
import { readIdentityDocument } from '@shixun/domain/teachers/identity-document'
import { readMobilePhone } from '@shixun/domain/teachers/mobile-phone'
import { readTeacherCertificate } from '@shixun/domain/teachers/teacher-certificate'
import { readLeaves, readPosts, type TeacherFacts } from '@shixun/domain/teachers/teacher-facts'
import { type Cell, type CellProblem, cellReader, PHASE_WORDS } from './cell-reader.ts'

export type TeacherCells = Partial<
  Record<
    | 'name'
    | 'document'
    | 'documentType'
    | 'certificate'
    | 'schoolCode'
    | 'phase'
    | 'subject'
    | 'title'
    | 'posts'
    | 'education'
    | 'entryDate'
    | 'phone'
    | 'frontLine'
    | 'leaves',
    Cell
  >
>

type Optional = Pick<TeacherFacts, 'title' | 'posts' | 'heldPosts' | 'education' | 'entryDate' | 'frontLine' | 'leaves'>

/** A sound row. `given` holds the optional cells that were filled; a blank one changes nothing. */
export type TeacherRow = {
  row: number
  name: string
  documentType: IdentityDocumentKind
  number: string
  schoolCode: string
  phase: (typeof PHASE_WORDS)[string]
  subject: string
  given: Partial<Optional>
  numbers: { certificate?: string | null; phone?: string | null }
}

const DOCUMENT_WORDS: Readonly<Record<string, IdentityDocumentKind>> = {
  'resident-identity-card': 'resident-identity-card',
  'hk-macao-taiwan-residence-permit': 'hk-macao-taiwan-residence-permit',
  'hk-macao-travel-permit': 'hk-macao-travel-permit',
  'taiwan-travel-permit': 'taiwan-travel-permit',
  'foreign-permanent-residence-card': 'foreign-permanent-residence-card',
  passport: 'passport',
  居民身份证: 'resident-identity-card',
  身份证: 'resident-identity-card',
  港澳台居民居住证: 'hk-macao-taiwan-residence-permit',
  港澳居民来往内地通行证: 'hk-macao-travel-permit',
  台湾居民来往大陆通行证: 'taiwan-travel-permit',
  外国人永久居留身份证: 'foreign-permanent-residence-card',
  护照: 'passport',
}

export const DOCUMENT_PROBLEMS: Record<IdentityDocumentRefusal['code'], string> = {
  'identity-number-malformed': 'wrong_format',
  'identity-region-unknown': 'unknown_region',
  'identity-birth-impossible': 'wrong_birth_date',
  'identity-check-digit-wrong': 'wrong_check_digit',
}

/** Empties an optional cell of a teacher who is in the roster already. */
const CLEARING = new Set(['无', '-', '—', '/'])
const FRONT_LINE: Readonly<Record<string, 'yes' | 'no'>> = {
  是: 'yes',
  否: 'no',
  yes: 'yes',
  no: 'no',
  TRUE: 'yes',
  FALSE: 'no',
}

type Reader = ReturnType<typeof cellReader<TeacherCells>>
type Column = keyof TeacherCells

/** A blank kind is the usual one, whose check digit proves it. */
function readDocument(read: Reader, cell: Cell): { documentType: IdentityDocumentKind; number: string } | null {
  const kind = read.blank('documentType') ? 'resident-identity-card' : read.choice('documentType', DOCUMENT_WORDS)
  if (typeof cell === 'number') read.wrong('document', 'numeric_cell')
  const written = typeof cell === 'number' ? '' : read.text('document', 40)
  if (written === '' || kind === '') return null
  const document = readIdentityDocument(kind, written)
  if (document.ok) return { documentType: kind, number: document.value.number }
  read.wrong('document', DOCUMENT_PROBLEMS[document.refusal.code])
  return null
}

function readOptional(read: Reader, cells: TeacherCells) {
  const cleared = (column: Column) => {
    const cell = cells[column]
    return typeof cell === 'string' && CLEARING.has(cell.trim())
  }
  /** Nothing for a blank cell, `empty` for a clearing one, and what `take` makes of the text otherwise. */
  function filled<T>(column: Column, empty: T, longest: number, take: (text: string) => T | null): { value: T } | null {
    if (read.blank(column)) return null
    if (cleared(column)) return { value: empty }
    const cell = cells[column]
    const written = typeof cell === 'number' ? String(cell) : read.text(column, longest)
    if (written === '') return null
    const value = take(written)
    return value === null ? null : { value }
  }
  const text = (column: Column, longest: number) => {
    if (typeof cells[column] === 'number') {
      read.wrong(column, 'not_text')
      return null
    }
    return filled<string | null>(column, null, longest, (written) => written)
  }
  const told = <T extends object>(column: Column, found: T | { problem: string; limit?: number }): T | null => {
    if (!('problem' in found)) return found
    read.wrong(column, String(found.problem), found.limit)
    return null
  }
  const number = (column: 'certificate' | 'phone', sound: (text: string) => string | null, problem: string) => {
    // 17 digits are more than a numeric cell holds; the 11 of a telephone fit
    if (column === 'certificate' && typeof cells[column] === 'number') {
      read.wrong(column, 'numeric_cell')
      return null
    }
    return filled<string | null>(column, null, 40, (written) => sound(written) ?? (read.wrong(column, problem) || null))
  }
  const entryDate = (() => {
    if (read.blank('entryDate')) return null
    if (cleared('entryDate')) return { value: null }
    const day = read.day('entryDate')
    return day === '' ? null : { value: day }
  })()
  const frontLine = read.blank('frontLine')
    ? null
    : cells.frontLine === true || cells.frontLine === false
      ? { value: cells.frontLine }
      : { value: read.choice('frontLine', FRONT_LINE) !== 'no' }
  const posts = filled('posts', { posts: [], heldPosts: [] }, 600, (written) => told('posts', readPosts(written)))
  const leaves = filled('leaves', { leaves: [] }, 600, (written) => told('leaves', readLeaves(written)))
  const title = text('title', 40)
  const education = text('education', 40)
  const certificate = number('certificate', soundCertificate, 'wrong_certificate')
  const phone = number('phone', readMobilePhone, 'wrong_phone')
  return {
    given: {
      ...(title ? { title: title.value } : {}),
      ...posts?.value,
      ...(education ? { education: education.value } : {}),
      ...(entryDate ? { entryDate: entryDate.value } : {}),
      ...(frontLine ? { frontLine: frontLine.value } : {}),
      ...leaves?.value,
    },
    numbers: {
      ...(certificate ? { certificate: certificate.value } : {}),
      ...(phone ? { phone: phone.value } : {}),
    },
  }
}

function soundCertificate(written: string): string | null {
  const read = readTeacherCertificate(written.trim())
  return read.ok ? read.value.number : null
}

/** Reads one row by itself and tells every wrong cell of it. */
export function readTeacherRow(
  cells: TeacherCells,
  row: number,
): { row: TeacherRow | null; name: string; problems: CellProblem[] } {
  const read = cellReader(cells, row)
  const name = read.text('name', 40)
  const document = readDocument(read, cells.document)
  const schoolCode = read.code('schoolCode')
  if (schoolCode !== '' && !readSchoolCode(schoolCode).ok) read.wrong('schoolCode', 'wrong_institution_code')
  const phase = read.choice('phase', PHASE_WORDS)
  const subject = read.text('subject', 20)
  const optional = readOptional(read, cells)
  const whole = read.problems.length === 0 && document !== null && phase !== ''
  return {
    row: whole ? { row, name, ...document, schoolCode, phase, subject, ...optional } : null,
    name,
    problems: read.problems,
  }
}

/** Checks rows by themselves and against one another; of two rows with one document the first stands. */
export function checkTeacherRows(rows: readonly TeacherCells[]): { sound: TeacherRow[]; problems: CellProblem[] } {
  const sound = new Map<string, TeacherRow>()
  const problems: CellProblem[] = []
  rows.forEach((cells, index) => {
    const read = readTeacherRow(cells, index + 1)
    problems.push(...read.problems)
    if (read.row === null) return
    const key = documentKey(read.row)
    if (sound.has(key)) problems.push({ row: index + 1, column: 'document', problem: 'duplicate' })
    else sound.set(key, read.row)
  })
  return { sound: [...sound.values()], problems }
}

/** What tells two documents apart: numbers of different kinds may coincide. */
export function documentKey(document: { documentType: string; number: string }): string {
  return `${document.documentType}/${document.number}`
}
