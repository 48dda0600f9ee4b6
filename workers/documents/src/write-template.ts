import type { ImportTemplate } from '@shixun/contract/import-templates'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import { byteStream } from '@shixun/http/byte-stream'
import type { WrittenColumn } from '@shixun/http/documents'
import { writeWorkbook } from './write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function instructionsOf({ title, columns, notes }: ImportTemplate): string[] {
  return [
    `${title}导入模板：填写说明`,
    '1. 从第一张工作表的第 2 行起填写，每行一条。请不要改动、合并或删除第 1 行的表头。',
    '2. 红色表头为必填。带下拉箭头的单元格请从列表中选择。',
    '3. 一个文件最多 20,000 行、5 MB。保存为 .xlsx 后，在导入页面选择本文件，核对无误再确认导入。',
    ...notes.map((note, at) => `${at + 4}. ${note}`),
    '',
    '各列说明：',
    ...columns.map(
      (column) => `${column.title}（${column.required ? '必填' : '选填'}）：${column.help}。例：${column.example}`,
    ),
  ]
}

function writtenColumn({ title, required, choices, width = 18 }: ImportTemplate['columns'][number]): WrittenColumn {
  return { title, required, width, ...(choices ? { choices } : {}) }
}

/** A row that an import refused, by the keys of its columns, and why. */
export type RefusedRow = { cells: Readonly<Record<string, string | number>>; reason: string }

const encoder = new TextEncoder()

async function* linesOf(
  { columns }: ImportTemplate,
  rows: readonly RefusedRow[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const { cells, reason } of rows) {
    // a number is written as text: the next time it is typed in whole
    const line = [...columns.map(({ key }) => (cells[key] === undefined ? null : String(cells[key]))), reason]
    yield encoder.encode(`${JSON.stringify(line)}\n`)
  }
}

function answered(template: ImportTemplate, rows: readonly RefusedRow[] | null, now: string): Response {
  const columns = template.columns.map(writtenColumn)
  const sheet = {
    format: 'xlsx',
    name: template.title,
    columns: rows === null ? columns : [...columns, { title: '错误原因', width: 50 }],
    instructions: instructionsOf(template),
  } as const
  return new Response(writeWorkbook(sheet, byteStream(linesOf(template, rows ?? [])), Date.parse(now)), {
    headers: {
      'content-type': XLSX,
      'content-disposition': attachmentDisposition(
        `${template.title}${rows === null ? '导入模板' : '未导入的行'}.xlsx`,
      ),
      'cache-control': 'no-store',
    },
  })
}

/** An empty table to fill in: text columns hold every digit, choices drop down, the second sheet says how. */
export function writeTemplate(template: ImportTemplate, now: string): Response {
  return answered(template, null, now)
}

/** The rows that were refused, in the same table, to be mended and brought in again. */
export function writeRefused(template: ImportTemplate, rows: readonly RefusedRow[], now: string): Response {
  return answered(template, rows, now)
}
