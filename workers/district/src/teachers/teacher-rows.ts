import {
  type IdentityDocumentKind,
  type IdentityDocumentRefusal,
  readIdentityDocument,
} from '@shixun/domain/teachers/identity-document'
import { type Cell, type CellProblem, cellReader, PHASE_WORDS } from './cell-reader.ts'

export type TeacherCells = Partial<
  Record<'name' | 'document' | 'documentType' | 'schoolCode' | 'phase' | 'subject' | 'title' | 'posts', Cell>
>
export type TeacherRow = {
  row: number
  name: string
  documentType: IdentityDocumentKind
  number: string
  schoolCode: string
  phase: (typeof PHASE_WORDS)[string]
  subject: string
  title: string | null
  posts: string[]
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

const DOCUMENT_PROBLEMS: Record<IdentityDocumentRefusal['code'], string> = {
  'identity-number-malformed': 'wrong_format',
  'identity-region-unknown': 'unknown_region',
  'identity-birth-impossible': 'wrong_birth_date',
  'identity-check-digit-wrong': 'wrong_check_digit',
}

type Reader = ReturnType<typeof cellReader<TeacherCells>>

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

/** Checks rows by themselves and against one another; of two rows with one document the first stands. */
export function checkTeacherRows(rows: readonly TeacherCells[]): { sound: TeacherRow[]; problems: CellProblem[] } {
  const sound = new Map<string, TeacherRow>()
  const problems: CellProblem[] = []
  rows.forEach((cells, index) => {
    const row = index + 1
    const read = cellReader(cells, row)
    const name = read.text('name', 40)
    const document = readDocument(read, cells.document)
    const schoolCode = read.code('schoolCode')
    const phase = read.choice('phase', PHASE_WORDS)
    const subject = read.text('subject', 20)
    const title = read.blank('title') ? null : read.text('title', 40)
    const posts = read.blank('posts') ? [] : read.several('posts', 10, 20)
    const key = document ? documentKey(document) : ''
    if (sound.has(key)) read.wrong('document', 'duplicate')
    problems.push(...read.problems)
    if (read.problems.length === 0 && document && phase)
      sound.set(key, { row, name, ...document, schoolCode, phase, subject, title, posts })
  })
  return { sound: [...sound.values()], problems }
}

/** What tells two documents apart: numbers of different kinds may coincide. */
export function documentKey(document: { documentType: string; number: string }): string {
  return `${document.documentType}/${document.number}`
}
