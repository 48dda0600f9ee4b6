/** A cell of CSV: quoted, and text that a spreadsheet would take for a formula kept as text; signed figures stay figures. */
function cell(value: string): string {
  const formula = /^[=+\-@\t\r]/.test(value) && !/^[+-]?[\d,]+(\.\d+)?%?$/.test(value)
  return `"${(formula ? `'${value}` : value).replace(/"/g, '""')}"`
}

/** CSV in UTF-8 with a byte order mark, as Excel and WPS open it with a double click. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
