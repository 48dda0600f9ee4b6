import { RubricDocument } from '@shixun/contract/rubrics'
import type { ReadWorkbook } from '@shixun/contract/workbook'
import { checkRubric } from '@shixun/domain/quality/rubrics/check-rubric'
import { type ReadRubric, readRubricSheet, type SheetProblem } from '@shixun/domain/quality/rubrics/read-rubric-sheet'
import { placeOf } from '@shixun/domain/quality/rubrics/rubric-place'
import { textOf } from '@shixun/domain/quality/rubrics/rubric-rows'
import { CRITERIA_COLUMNS, RUBRIC_SCHEMA, SETTINGS_COLUMNS } from '@shixun/domain/quality/rubrics/rubric-sheet'
import { FOUR_DIMENSIONS_SAMPLE } from '@shixun/domain/quality/rubrics/samples/four-dimensions'
import { tidyRubric } from '@shixun/domain/quality/rubrics/tidy-rubric'
import type { RubricFile } from '@shixun/domain/quality/rubrics/write-rubric-sheet'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import type { WrittenCell } from '@shixun/http/documents'
import { fieldWords } from '@shixun/http/problem-response'
import { fieldsOf } from '@shixun/http/read-input'
import { rowBytes, rubricTables, rubricWorkbook } from '@shixun/http/rubric-workbook'
import { readUpload } from './read-upload.ts'
import { FILE_LIMIT, readWorkbook } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const JSON_FILE = 'JSON 文件'
const KNOWN = new Set(['schema', 'purpose', 'body'])

/** A rubric out of a file; of a workbook also the rows that it was read from. */
type Checked = {
  file: RubricFile | null
  problems: SheetProblem[]
  incomplete: SheetProblem[]
  notes: string[]
  read: ReadRubric | null
}

function ofJson(problem: string, column: string, limit?: string): SheetProblem {
  return { sheet: JSON_FILE, row: 1, column, problem, ...(limit === undefined ? {} : { limit }) }
}

function refusedJson(...problems: SheetProblem[]): Checked {
  return { file: null, problems, incomplete: [], notes: [], read: null }
}

/** The members that a rubric of ours does not have, in words: what a file of another system is known by. */
function foreignWords(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '文件里不是一套指标体系'
  const given = value as Record<string, unknown>
  const others = Object.keys(given).filter((key) => !KNOWN.has(key))
  const parts = [
    ...(given['schema'] === RUBRIC_SCHEMA
      ? []
      : [
          given['schema'] === undefined
            ? `没有 "schema": "${RUBRIC_SCHEMA}"`
            : `schema 是“${String(given['schema']).slice(0, 40)}”`,
        ]),
    ...(others.length > 0 ? [`有本系统没有的栏目 ${others.slice(0, 5).join('、').slice(0, 120)}`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : null
}

function readJson(text: string): Checked {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refusedJson(ofJson('not_json', '全文'))
  }
  const foreign = foreignWords(value)
  if (foreign !== null) return refusedJson(ofJson('foreign_file', 'schema', foreign))
  const parsed = RubricDocument.safeParse(value, { reportInput: true })
  if (!parsed.success)
    return refusedJson(
      ...fieldsOf(parsed.error.issues).map(({ pointer, problem, limit }) =>
        ofJson(problem, pointer, limit === undefined ? undefined : String(limit)),
      ),
    )
  const { purpose } = parsed.data
  const body = tidyRubric(parsed.data.body)
  const incomplete = checkRubric(body, purpose).map(({ pointer, problem, limit }) =>
    ofJson(problem, placeOf(body, pointer), limit === undefined ? undefined : String(limit)),
  )
  return { file: { purpose, body }, problems: [], incomplete, notes: [], read: null }
}

function readSheets({ sheets }: ReadWorkbook): Checked {
  const read = readRubricSheet(sheets)
  const used = [read.criteria?.name, read.settings?.name]
  const notes = sheets.filter(({ name }) => used.includes(name)).flatMap((sheet) => sheet.notes)
  if (read.file && !read.settings)
    notes.push('文件里没有“设置”表：名称、等次和汇总规则用默认值，请导入后在编辑页补充。')
  const { file, problems, incomplete } = read
  return { file, problems, incomplete, notes, read }
}

async function checked(raw: Request): Promise<Result<Checked, Refusal>> {
  const bytes = await readUpload(raw, FILE_LIMIT)
  if (bytes === 'too-large') return refuse({ code: 'body-too-large', facts: { limit: '5 MB' } })
  if (bytes === null) return refuse({ code: 'invalid-input', fields: [{ pointer: '/file', problem: 'required' }] })
  // the bytes decide what it is: a brace begins neither a workbook nor a table of ours
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return ok(readJson(new TextDecoder().decode(bytes)))
  const workbook = await readWorkbook(bytes)
  return workbook.ok ? ok(readSheets(workbook.value)) : workbook
}

const worded = (problems: readonly SheetProblem[]) =>
  problems
    .map((one) => ({ ...one, detail: fieldWords({ pointer: '', ...one }) }))
    .toSorted((a, b) => (a.sheet === b.sheet ? a.row - b.row : 0))

/** What a file holds as a rubric, and every problem with its sheet, row and column. */
export async function checkRubricFile(raw: Request) {
  const read = await checked(raw)
  if (!read.ok) return read
  const { file, problems, incomplete, notes } = read.value
  const document = file === null ? null : { schema: RUBRIC_SCHEMA, ...file }
  return ok({ body: { document, problems: worded(problems), incomplete: worded(incomplete), notes } })
}

function marked<Key extends string>(
  found: { name: string; rows: { line: number; cells: Partial<Record<Key, unknown>> }[] } | null,
  columns: readonly { key: Key }[],
  problems: readonly SheetProblem[],
): WrittenCell[][] {
  return (found?.rows ?? []).map(({ line, cells }) => {
    const here = problems.filter(({ sheet, row }) => sheet === found?.name && row === line)
    const reason = here.map((one) => `${one.column}：${fieldWords({ pointer: '', ...one })}`).join('；')
    const written = columns.map(({ key }): WrittenCell => {
      const cell = cells[key] as Parameters<typeof textOf>[0]
      return typeof cell === 'number' ? cell : textOf(cell) || null
    })
    return [...written, reason || null]
  })
}

function workbookAnswer(name: string, written: ReturnType<typeof rubricWorkbook>, now: string): Response {
  return new Response(writeWorkbook(written.sheet, rowBytes(written.rows), Date.parse(now)), {
    headers: {
      'content-type': XLSX,
      'content-disposition': attachmentDisposition(name),
      'cache-control': 'no-store',
    },
  })
}

/** The same tables with what is wrong beside each row; problems of no row stand in a row of their own at the end. */
export async function markRubricFile(raw: Request, now: string) {
  const read = await checked(raw)
  if (!read.ok) return read
  const { problems, incomplete, read: sheets } = read.value
  const all = [...problems, ...incomplete]
  const criteria = marked(sheets?.criteria ?? null, CRITERIA_COLUMNS, all)
  const settings = marked(sheets?.settings ?? null, SETTINGS_COLUMNS, all)
  const rest = all.filter(
    ({ sheet, row }) =>
      !sheets?.criteria?.rows.some((one) => sheet === sheets.criteria?.name && one.line === row) &&
      !sheets?.settings?.rows.some((one) => sheet === sheets.settings?.name && one.line === row),
  )
  const blank = CRITERIA_COLUMNS.map(() => null)
  const whole = rest.map((one): WrittenCell[] => [...blank, `${one.column}：${fieldWords({ pointer: '', ...one })}`])
  return ok(
    workbookAnswer('指标体系-错误原因.xlsx', rubricTables({ criteria: [...criteria, ...whole], settings }, true), now),
  )
}

/** An example to write over: the four dimensions, with the lists of words and how to fill them in. */
export function rubricTemplate(now: string): Response {
  const { rubric } = FOUR_DIMENSIONS_SAMPLE
  return workbookAnswer('指标体系模板.xlsx', rubricWorkbook({ purpose: 'review', body: rubric }), now)
}
