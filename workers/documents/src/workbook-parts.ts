import { xmlText } from './xml-text.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Cell formats, by their place in `cellXfs` below. */
export const STYLE = { head: 1, headRequired: 2, text: 3, number: 4, decimal: 5, note: 6 } as const

const font = (inner: string) => `<font>${inner}<sz val="11"/><name val="宋体"/><family val="3"/></font>`
const xf = (format: number, fontId: number, fill: number, border: number, align: string) =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`
const edge = (side: string) => `<${side} style="thin"><color rgb="FFBFC8D6"/></${side}>`

/** Format 49 is `@`: what is typed into such a cell stays text, digits after the 15th included. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3">${font('')}${font('<b/>')}${font('<b/><color rgb="FFB42318"/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EEFA"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge('left')}${edge('right')}${edge('top')}${edge('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(49, 1, 2, 1, 'horizontal="center" vertical="center" wrapText="1"')}${xf(49, 2, 2, 1, 'horizontal="center" vertical="center" wrapText="1"')}${xf(49, 0, 0, 0, 'vertical="center"')}${xf(0, 0, 0, 0, 'vertical="center"')}${xf(4, 0, 0, 0, 'vertical="center"')}${xf(49, 0, 0, 0, 'vertical="top" wrapText="1"')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const RELS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** A name that a spreadsheet accepts for a sheet. */
export function sheetName(name: string): string {
  const clean = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '')
  return clean.trim().slice(0, 31) || '表格'
}

/** Everything of a workbook but its sheets, by path. */
export function workbookParts(names: readonly string[]): Record<string, string> {
  const each = (one: (name: string, number: number) => string) =>
    names.map((name, index) => one(name, index + 1)).join('')
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': RELS,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${each((name, n) => `<sheet name="${xmlText(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  }
}

export const SHEET_OPEN = `${HEAD}<worksheet xmlns="${MAIN}">`
