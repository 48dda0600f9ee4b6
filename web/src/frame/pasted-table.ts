export interface ImportColumn {
  key: string
  title: string
  required: boolean
  /** What may stand in the cell, for people. */
  help: string
  example: string
  /** Other titles it goes by: those of the template, whatever the language of the screen. */
  names?: readonly string[] | undefined
}

export type PastedRow = Readonly<Record<string, string>>
/** A row of an import by column key; from a workbook a cell may be a number. */
export type ImportRow = Readonly<Record<string, string | number>>

/** Cells of a text copied from a spreadsheet (tabs) or of a CSV; a quoted cell may hold separators and line breaks. */
export function cellsOf(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
  }
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < clean.length; at++) {
    const sign = clean.charAt(at)
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (clean.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else cell += sign
  }
  endRow()
  return rows
}

/** Rows by column key. A first row that holds the titles names the columns; without one they come in the order of the template. */
export function readPasted(text: string, columns: readonly ImportColumn[]): PastedRow[] {
  const rows = cellsOf(text)
  const head = rows[0] ?? []
  const placeOf = ({ title, names = [] }: ImportColumn) => head.findIndex((cell) => [title, ...names].includes(cell))
  const headed = columns.filter((column) => placeOf(column) >= 0).length >= 2
  return (headed ? rows.slice(1) : rows).map((cells) =>
    Object.fromEntries(
      columns.flatMap((column, index) => {
        const at = headed ? placeOf(column) : index
        const cell = at < 0 ? '' : (cells[at] ?? '')
        return cell === '' ? [] : [[column.key, cell]]
      }),
    ),
  )
}

function quoted(cell: string): string {
  // a spreadsheet would read a cell that starts like this as a formula
  const safe = /^[=+\-@]/.test(cell) ? `'${cell}` : cell
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** CSV with the byte order mark that Excel and WPS need to read Chinese. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}
