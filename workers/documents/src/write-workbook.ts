import { byteStream } from '@shixun/http/byte-stream'
import type { WrittenCell, WrittenSheet } from '@shixun/http/documents'
import { writeCsvStream } from 'hucre/csv'
import { readRows } from './read-rows.ts'
import { instructionsXml, rowXml, sheetFoot, sheetHead } from './sheet-xml.ts'
import { sheetName, workbookParts } from './workbook-parts.ts'
import { type ZipPart, zipChunks } from './zip-stream.ts'

const encoder = new TextEncoder()
const CHUNK = 65_536

type Rows = AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>

async function* sheetChunks(sheet: Pick<WrittenSheet, 'columns'>, rows: Rows): AsyncGenerator<Uint8Array> {
  let text = sheetHead(sheet)
  let number = 1
  for await (const cells of rows) {
    number += 1
    text += rowXml(sheet.columns, cells, number)
    if (text.length < CHUNK) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text + sheetFoot(sheet, number))
}

async function* partsOf(
  sheet: WrittenSheet,
  rows: AsyncIterable<WrittenCell[]>,
  mtime: number,
): AsyncGenerator<ZipPart> {
  const part = (name: string, chunks: ZipPart['chunks']): ZipPart => ({ name, mtime, stored: false, chunks })
  const more = sheet.more ?? []
  const names = [sheet.name, ...more.map(({ name }) => name)].map(sheetName)
  if (sheet.instructions) names.push('填写说明')
  for (const [name, xml] of Object.entries(workbookParts(names))) yield part(name, [encoder.encode(xml)])
  for (const [at, one] of more.entries()) yield part(`xl/worksheets/sheet${at + 2}.xml`, sheetChunks(one, one.rows))
  if (sheet.instructions)
    yield part(`xl/worksheets/sheet${names.length}.xml`, [encoder.encode(instructionsXml(sheet.instructions))])
  yield part('xl/worksheets/sheet1.xml', sheetChunks(sheet, rows))
}

async function* csvRows(sheet: WrittenSheet, rows: AsyncIterable<WrittenCell[]>): AsyncGenerator<WrittenCell[]> {
  yield sheet.columns.map(({ title }) => title)
  yield* rows
}

async function* csvChunks(sheet: WrittenSheet, rows: AsyncIterable<WrittenCell[]>) {
  // the mark at the start is what Excel and WPS tell UTF-8 by; a leading apostrophe keeps a text from being a formula
  const csv = writeCsvStream(csvRows(sheet, rows), { bom: true, escapeFormulae: true, lineSeparator: '\r\n' })
  for await (const chunk of csv) yield chunk.slice()
}

/**
 * Rows as a workbook or CSV, written while they come: memory holds one chunk, whatever the number of rows. `at` is the
 * instant in milliseconds that the parts of a workbook are dated.
 */
export function writeWorkbook(
  sheet: WrittenSheet,
  rows: ReadableStream<Uint8Array>,
  at: number,
): ReadableStream<Uint8Array> {
  const cells = readRows(rows)
  return byteStream(sheet.format === 'csv' ? csvChunks(sheet, cells) : zipChunks(partsOf(sheet, cells, at)))
}
