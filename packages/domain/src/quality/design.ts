import type { Hundredths } from './rational.ts'

export type PanelSheet = { item: string; rater: string; score: Hundredths }

/**
 * Who scored what, as columns: row i is a sheet, `item[i]` and `rater[i]` index `items` and `raters`, which are sorted by
 * code unit so that the order in which sheets arrive changes no byte of a result. `itemSize` counts sheets per item.
 */
export type Design = {
  items: string[]
  raters: string[]
  item: Int32Array
  rater: Int32Array
  score: Float64Array
  itemSize: Int32Array
}

function indexed(names: Iterable<string>): { names: string[]; at: Map<string, number> } {
  const sorted = [...new Set(names)].sort()
  return { names: sorted, at: new Map(sorted.map((name, index) => [name, index])) }
}

export function designOf(sheets: readonly PanelSheet[]): Design {
  const { names: items, at: itemAt } = indexed(sheets.map((sheet) => sheet.item))
  const { names: raters, at: raterAt } = indexed(sheets.map((sheet) => sheet.rater))
  const rows = sheets.map((sheet) => ({
    item: itemAt.get(sheet.item) ?? 0,
    rater: raterAt.get(sheet.rater) ?? 0,
    score: sheet.score,
  }))
  rows.sort((a, b) => a.item - b.item || a.rater - b.rater || a.score - b.score)
  const itemSize = new Int32Array(items.length)
  for (const row of rows) itemSize[row.item] = (itemSize[row.item] ?? 0) + 1
  return {
    items,
    raters,
    item: Int32Array.from(rows, (row) => row.item),
    rater: Int32Array.from(rows, (row) => row.rater),
    score: Float64Array.from(rows, (row) => row.score),
    itemSize,
  }
}

/** Whether items and raters hang together through the sheets: only then are severities comparable across the panel. */
export function isConnected(design: Design): boolean {
  const { items, raters, item, rater } = design
  const parent = Int32Array.from({ length: items.length + raters.length }, (_, node) => node)
  const root = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      const above = parent[at] ?? at
      parent[at] = parent[above] ?? above
      at = above
    }
    return at
  }
  let parts = parent.length
  for (let row = 0; row < item.length; row++) {
    const a = root(item[row] ?? 0)
    const b = root(items.length + (rater[row] ?? 0))
    if (a !== b) {
      parent[a] = b
      parts--
    }
  }
  return parts === 1
}
