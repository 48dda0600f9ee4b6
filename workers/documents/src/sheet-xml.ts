import type { WrittenCell, WrittenColumn, WrittenSheet } from '@shixun/http/documents'
import { SHEET_OPEN, STYLE } from './workbook-parts.ts'
import { cellText, xmlText } from './xml-text.ts'

/** Rows below the head that offer a column's choices: as many as an import takes. */
const LISTED_ROWS = 20_001
const LIST_LENGTH = 255

/** A, B … Z, AA …: the letters of a column that counts from 0. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

function textCell(ref: string, style: number, text: string): string {
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
}

function cellXml(value: WrittenCell | undefined, ref: string, style: number): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number' && Number.isFinite(value))
    return `<c r="${ref}" s="${style === STYLE.text ? STYLE.number : style}"><v>${value}</v></c>`
  return textCell(ref, STYLE.text, String(value))
}

function styleOf({ as = 'text' }: WrittenColumn): number {
  return STYLE[as]
}

/** One row; `number` counts from 1. Text is always text, whatever sign it begins with. */
export function rowXml(columns: readonly WrittenColumn[], cells: readonly WrittenCell[], number: number): string {
  const inner = columns
    .map((column, at) => cellXml(cells[at], `${columnLetters(at)}${number}`, styleOf(column)))
    .join('')
  return `<row r="${number}">${inner}</row>`
}

/** A custom rule: a decimal one would let quarters pass, and a spreadsheet tells only one rule a cell. */
function limitsOf({ title, between }: WrittenColumn, at: number): string {
  if (!between) return ''
  const [low, high] = between
  const letters = columnLetters(at)
  const cell = `${letters}2`
  const rule = `AND(ISNUMBER(${cell}),${cell}>=${low},${cell}<=${high},MOD(${cell}*2,1)=0)`
  return `<dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="分数超出范围" error="应在 ${low} 至 ${high} 之间，可到半分" promptTitle="${xmlText([...title].slice(0, 30).join(''))}" prompt="${low} 至 ${high}，可到半分" sqref="${letters}2:${letters}${LISTED_ROWS}"><formula1>${xmlText(rule)}</formula1></dataValidation>`
}

function listOf({ choices, title }: WrittenColumn, at: number): string {
  if (!choices) return ''
  const list = choices.join(',')
  if (list.length > LIST_LENGTH || choices.some((choice) => choice.includes(',')))
    throw new Error(`the choices of ${title} fit into no list`)
  const letters = columnLetters(at)
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${xmlText(title)}" error="请从下拉列表中选择" sqref="${letters}2:${letters}${LISTED_ROWS}"><formula1>"${xmlText(list)}"</formula1></dataValidation>`
}

/** What stands before the rows: a frozen head, widths, and the format that empty cells have. */
export function sheetHead({ columns }: Pick<WrittenSheet, 'columns'>): string {
  const widths = columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${column.width ?? 16}" style="${styleOf(column)}" customWidth="1"/>`,
  )
  const titles = columns.map(({ title, required }, at) =>
    textCell(`${columnLetters(at)}1`, required ? STYLE.headRequired : STYLE.head, title),
  )
  return `${SHEET_OPEN}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData><row r="1" ht="24" customHeight="1">${titles.join('')}</row>`
}

/** What stands after the last row. */
export function sheetFoot({ columns }: Pick<WrittenSheet, 'columns'>, rows: number): string {
  const last = columnLetters(columns.length - 1)
  const lists = columns
    .flatMap((column, at) => [listOf(column, at), limitsOf(column, at)])
    .filter((list) => list !== '')
  const validations = lists.length ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
  return `</sheetData><autoFilter ref="A1:${last}${Math.max(rows, 1)}"/>${validations}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/></worksheet>`
}

/** The sheet 填写说明: one line below the other. */
export function instructionsXml(lines: readonly string[]): string {
  const rows = lines.map((line, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, STYLE.note, line)}</row>`).join('')
  return `${SHEET_OPEN}<cols><col min="1" max="1" width="100" customWidth="1"/></cols><sheetData>${rows}</sheetData></worksheet>`
}
