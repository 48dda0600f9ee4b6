import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { parseCsv } from 'hucre/csv'
import { ROWS, type ShownSheet } from './shown-sheet.ts'

function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // what Excel and WPS in China save as CSV
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A CSV of any of the encodings in use, as text cells: nothing is guessed to be a number. */
export function readCsv(bytes: Uint8Array): Result<ShownSheet, string> {
  const text = decoded(bytes)
  if (text === null) return refuse('这不是 Excel 工作簿或 CSV 文件。')
  if (/^\s*(?:<\?xml|<!doctype|<html|<table)/i.test(text))
    return refuse('这是网页格式的表格，请在 Excel 或 WPS 中另存为 .xlsx。')
  if (text.startsWith('%PDF-') || text.startsWith('{\\rtf')) return refuse('这不是 Excel 工作簿或 CSV 文件。')
  const rows = parseCsv(text, { maxRows: ROWS + 2, unescapeFormulae: true })
  return ok({
    name: 'CSV',
    rows: rows.map((row) => row.map((cell) => (cell === null || cell === '' ? null : String(cell)))),
    notes: [],
  })
}
