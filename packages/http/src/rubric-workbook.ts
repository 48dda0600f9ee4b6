import {
  CRITERIA_COLUMNS,
  CRITERIA_SHEET,
  SETTINGS_COLUMNS,
  SETTINGS_SHEET,
  SHEET_INSTRUCTIONS,
  type SheetColumn,
} from '@shixun/domain/quality/rubrics/rubric-sheet'
import { type RubricFile, writeRubricSheet } from '@shixun/domain/quality/rubrics/write-rubric-sheet'
import { byteStream } from './byte-stream.ts'
import type { WrittenCell, WrittenColumn, WrittenSheet } from './documents.ts'

type Rows = readonly (readonly WrittenCell[])[]
export type RubricTables = { criteria: Rows; settings: Rows }

const encoder = new TextEncoder()

function writtenColumn({ title, width, decimal, required, choices }: SheetColumn): WrittenColumn {
  return {
    title,
    width,
    ...(decimal ? { as: 'decimal' } : {}),
    ...(required ? { required } : {}),
    ...(choices ? { choices } : {}),
  }
}

/** Rows as the writer of workbooks takes them. */
export function rowBytes(rows: Rows): ReadableStream<Uint8Array> {
  async function* lines(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (const row of rows) yield encoder.encode(`${JSON.stringify(row)}\n`)
  }
  return byteStream(lines())
}

/** Criteria, settings and how to fill them in; `marked` adds the column 错误原因 to both tables. */
export function rubricTables(
  { criteria, settings }: RubricTables,
  marked = false,
): { sheet: WrittenSheet; rows: Rows } {
  const reason: WrittenColumn[] = marked ? [{ title: '错误原因', width: 60 }] : []
  return {
    sheet: {
      format: 'xlsx',
      name: CRITERIA_SHEET,
      columns: [...CRITERIA_COLUMNS.map(writtenColumn), ...reason],
      more: [{ name: SETTINGS_SHEET, columns: [...SETTINGS_COLUMNS.map(writtenColumn), ...reason], rows: settings }],
      instructions: SHEET_INSTRUCTIONS,
    },
    rows: criteria,
  }
}

/** A rubric as the workbook that can be brought in again. */
export function rubricWorkbook(file: RubricFile): { sheet: WrittenSheet; rows: Rows } {
  return rubricTables(writeRubricSheet(file))
}
