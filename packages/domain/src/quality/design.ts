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

/** The distinct names in order, and the place of each row's name among them. */
function indexed(names: readonly string[]): { sorted: string[]; at: Int32Array } {
  const seen = new Map<string, number>()
  const at = new Int32Array(names.length)
  names.forEach((name, row) => {
    const known = seen.get(name)
    if (known === undefined) seen.set(name, seen.size)
    at[row] = known ?? seen.size - 1
  })
  const sorted = [...seen.keys()].sort()
  const place = new Int32Array(sorted.length)
  sorted.forEach((name, index) => {
    place[seen.get(name) ?? 0] = index
  })
  for (let row = 0; row < at.length; row++) at[row] = place[at[row] ?? 0] ?? 0
  return { sorted, at }
}

/** Rows in the order of item, rater, score: counted into their items, and inserted in order there, for a panel is a handful. */
function rowsInOrder(item: Int32Array, rater: Int32Array, score: Float64Array, itemSize: Int32Array): Int32Array {
  const ends = new Int32Array(itemSize.length)
  const starts = new Int32Array(itemSize.length)
  for (let i = 1; i < ends.length; i++) starts[i] = (starts[i - 1] ?? 0) + (itemSize[i - 1] ?? 0)
  ends.set(starts)
  const order = new Int32Array(item.length)
  for (let row = 0; row < item.length; row++) {
    const at = item[row] ?? 0
    const start = starts[at] ?? 0
    let place = ends[at] ?? 0
    ends[at] = place + 1
    for (; place > start; place--) {
      const before = order[place - 1] ?? 0
      const by = (rater[before] ?? 0) - (rater[row] ?? 0) || (score[before] ?? 0) - (score[row] ?? 0)
      if (by <= 0) break
      order[place] = before
    }
    order[place] = row
  }
  return order
}

export function designOf(sheets: readonly PanelSheet[]): Design {
  const { sorted: items, at: item } = indexed(sheets.map((sheet) => sheet.item))
  const { sorted: raters, at: rater } = indexed(sheets.map((sheet) => sheet.rater))
  const score = new Float64Array(sheets.length)
  const itemSize = new Int32Array(items.length)
  sheets.forEach((sheet, row) => {
    score[row] = sheet.score
    const at = item[row] ?? 0
    itemSize[at] = (itemSize[at] ?? 0) + 1
  })
  const order = rowsInOrder(item, rater, score, itemSize)
  const ordered = { item: new Int32Array(order.length), rater: new Int32Array(order.length), score: score.slice() }
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0
    ordered.item[place] = item[row] ?? 0
    ordered.rater[place] = rater[row] ?? 0
    ordered.score[place] = score[row] ?? 0
  }
  return { items, raters, ...ordered, itemSize }
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
