/** A row as found: the line it begins on (from 1), its cells trimmed, in the order no, category, title, due, schedule. */
export type TableRow = { line: number; cells: [string, string, string, string, string] }

type Line = { line: number; cells: string[] }

const COLUMNS = [
  /^(序号|编号|序|no\.?)$/i,
  /^(类别|项目类别|工作类别|分类|类型)$/,
  /^(工作内容|工作任务|工作项目|内容|任务|项目|项目名称|事项)$/,
  /^(完成时间|完成时限|时限|截止时间|完成日期)$/,
  /^(工作进度|进度|进度安排|时间安排|工作安排)$/,
]

/** Rows of a pasted table: tab-separated, comma-separated with quotes (RFC 4180), or the words of a document, one row a line. */
export function readTableRows(text: string): TableRow[] {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (body.includes('\t')) return fromCells(splitCells(body, '\t'))
  const first = body.split('\n').find((line) => line.trim() !== '') ?? ''
  return first.split(',').length >= 4 ? fromCells(splitCells(body, ',')) : fromWords(body)
}

function splitCells(text: string, delimiter: string): Line[] {
  const lines: Line[] = []
  let current: Line = { line: 1, cells: [] }
  let cell = ''
  let quoted = false
  let line = 1
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at]
    if (char === '\n') line += 1
    if (quoted && char !== undefined) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += char
        at += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === delimiter) {
      current.cells.push(cell)
      cell = ''
    } else if (char === '\n' || char === undefined) {
      current.cells.push(cell)
      if (current.cells.some((each) => each.trim() !== '')) lines.push(current)
      current = { line, cells: [] }
      cell = ''
    } else cell += char
  }
  return lines
}

function fromCells(lines: Line[]): TableRow[] {
  const headerAt = lines.findIndex((line) => columnsOf(line.cells).filter((place) => place >= 0).length >= 3)
  const header = lines[headerAt]
  const rows = lines.slice(headerAt + 1)
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const places = header ? columnsOf(header.cells) : width <= 4 ? [0, -1, 1, 2, 3] : [0, 1, 2, 3, 4]
  return rows.map(({ line, cells }) => {
    const cell = (column: number) => (cells[places[column] ?? -1] ?? '').replace(/\s*\n\s*/g, '').trim()
    return { line, cells: [cell(0), cell(1), cell(2), cell(3), cell(4)] }
  })
}

function columnsOf(cells: string[]): number[] {
  return COLUMNS.map((name) => cells.findIndex((cell) => name.test(cell.replace(/\s/g, ''))))
}

const DUE = String.raw`(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|份|上旬|中旬|下旬|初|底|末)?前?|年底前?|全年|长期)`
const WORDS_ROW = new RegExp(String.raw`^(?:(\D*?)\s+)?(\d{1,3})(?:[\s.、]+(.*?)(?:\s+(${DUE})(?:\s+(.*))?)?)?$`)

/** A document's table arrives as lines of words: a merged category is wrapped over the lines before its first row. */
function fromWords(text: string): TableRow[] {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, words: line.trim() }))
  const headerAt = lines.findIndex(
    ({ words }) => /完成时[间限]/.test(words) && /进度|内容/.test(words.replace(/\s/g, '')),
  )
  const rows: TableRow[] = []
  let category = ''
  for (const { line, words } of lines.slice(headerAt + 1)) {
    if (words === '') continue
    const parts = WORDS_ROW.exec(words)
    const last = rows.at(-1)
    if (parts) {
      const [, before = '', no = '', title = '', due = '', schedule = ''] = parts
      rows.push({ line, cells: [no, (category + before).replace(/\s/g, ''), title.trim(), due, schedule.trim()] })
      category = ''
    } else if (last && /[。；;]|\d月/.test(words)) last.cells[4] += words
    else category += words
  }
  return rows
}
