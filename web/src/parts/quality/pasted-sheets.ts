import { cellsOf } from '../../frame/pasted-table.ts'

interface PastedSheet {
  item: string
  rater: string
  score: number
}

/** What a pasted table holds: sheets, and the lines (from 1) that are none. */
export interface PastedSheets {
  sheets: PastedSheet[]
  wrong: number[]
}

function numberOf(cell: string | undefined): number | null {
  return cell !== undefined && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : null
}

/**
 * Reads a table copied from a spreadsheet in either of its usual shapes: three columns item, rater, score, with a head or
 * without; or a grid with the items down, the raters across and empty cells where nobody scored.
 */
export function readSheets(text: string): PastedSheets {
  const rows = cellsOf(text)
  const [head = [], ...body] = rows
  const grid =
    body.length > 0 &&
    head.length > 1 &&
    head.slice(1).every((cell) => numberOf(cell) === null) &&
    body.every((cells) => cells.slice(1).every((cell) => cell === '' || numberOf(cell) !== null))
  const long = !grid || (head.length === 3 && body.every((cells) => numberOf(cells[1]) === null))
  if (!long) {
    const sheets = body.flatMap((cells) =>
      head.slice(1).flatMap((rater, at) => {
        const score = numberOf(cells[at + 1])
        return score === null ? [] : [{ item: cells[0] ?? '', rater, score }]
      }),
    )
    return { sheets, wrong: [] }
  }
  const headed = numberOf(head[2]) === null
  const sheets: PastedSheet[] = []
  const wrong: number[] = []
  rows.forEach((cells, at) => {
    if (at === 0 && headed) return
    const [item = '', rater = ''] = cells
    const score = numberOf(cells[2])
    if (item === '' || rater === '' || score === null) wrong.push(at + 1)
    else sheets.push({ item, rater, score })
  })
  return { sheets, wrong }
}
