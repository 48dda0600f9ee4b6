import type { ReadWorkbook } from '@shixun/contract/workbook'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type Result, refuse } from '@shixun/domain/shared/result'
import { readXlsx } from 'hucre/xlsx'
import { inspectWorkbook } from './inspect-workbook.ts'
import { readCsv } from './read-csv.ts'
import { COLUMNS, checkedSheets, ROWS, shownSheet } from './shown-sheet.ts'

/** The largest file that is read. */
export const FILE_LIMIT = 5_242_880
const SHEETS = 30
const OLD = [0xd0, 0xcf, 0x11, 0xe0]

function refusedWorkbook(reason: string): { ok: false; refusal: Refusal } {
  return refuse<Refusal>({ code: 'workbook-refused', facts: { reason } })
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}

/** UTF-16 text inside an old container: an encrypted workbook names its stream so. */
function namesStream(bytes: Uint8Array, name: string): boolean {
  const sought = new Uint8Array([...name].flatMap((sign) => [sign.charCodeAt(0), 0]))
  for (let at = bytes.indexOf(sought[0] ?? 0); at >= 0; at = bytes.indexOf(sought[0] ?? 0, at + 1))
    if (sought.every((sign, n) => bytes[at + n] === sign)) return true
  return false
}

async function readSheets(bytes: Uint8Array): Promise<Result<ReadWorkbook, Refusal>> {
  const sound = inspectWorkbook(bytes)
  if (!sound.ok) return refusedWorkbook(sound.refusal)
  try {
    // one row and one column beyond the limits: their presence is the refusal
    const range = `A1:${COLUMNS.beyond}${ROWS + 2}`
    const workbook = await readXlsx(bytes, { range, sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden })
    if (workbook.sheets.length > SHEETS) return refusedWorkbook(`工作表超过 ${SHEETS} 张。`)
    return checkedSheets(workbook.sheets.map(shownSheet))
  } catch {
    // the file's fault, whatever the reader calls it: nothing of the house is touched while reading
    return refusedWorkbook('文件已损坏，或不是 Excel 工作簿。')
  }
}

/** Reads a workbook or CSV: the bytes decide what it is, not its name. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<ReadWorkbook, Refusal>> {
  if (bytes.byteLength > FILE_LIMIT) return refuse({ code: 'body-too-large', facts: { limit: '5 MB' } })
  if (bytes.byteLength === 0) return refusedWorkbook('文件是空的。')
  if (startsWith(bytes, [0x50, 0x4b])) return readSheets(bytes)
  if (startsWith(bytes, OLD))
    return refusedWorkbook(
      namesStream(bytes, 'EncryptedPackage')
        ? '文件加了密码，请先取消密码。'
        : '这是旧的 .xls 格式，请在 Excel 或 WPS 中另存为 .xlsx。',
    )
  const sheet = readCsv(bytes)
  return sheet.ok ? checkedSheets([sheet.value]) : refusedWorkbook(sheet.refusal)
}
