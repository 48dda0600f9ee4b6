import type { Hundredths } from '../rational.ts'

export type PanelSheet = { item: string; rater: string; score: Hundredths }

/** Sheets as columns: row i is a sheet, `item[i]` and `rater[i]` are places in `items` and `raters`. */
export type PanelColumns = {
  items: readonly string[]
  raters: readonly string[]
  item: Int32Array
  rater: Int32Array
  score: Float64Array
}

/**
 * Columns in one fixed order: `items` and `raters` are sorted by code unit and each is scored or scores, rows follow item,
 * rater and score, so that the order in which sheets arrive changes no byte of a result. `itemSize` counts sheets per item.
 */
export type Design = PanelColumns & { itemSize: Int32Array }

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
function rowsInOrder({ item, rater, score }: PanelColumns, itemSize: Int32Array): Int32Array {
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

function inOrder({ item, rater, score }: PanelColumns): boolean {
  for (let row = 1; row < item.length; row++) {
    const by = (item[row] ?? 0) - (item[row - 1] ?? 0) || (rater[row] ?? 0) - (rater[row - 1] ?? 0)
    if (by < 0 || (by === 0 && (score[row] ?? 0) < (score[row - 1] ?? 0))) return false
  }
  return true
}

function sortedNames(names: readonly string[]): boolean {
  return names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name)
}

/** Every name is that of some row. */
function allUsed(names: readonly string[], at: Int32Array): boolean {
  const used = new Uint8Array(names.length)
  for (let row = 0; row < at.length; row++) used[at[row] ?? 0] = 1
  return !used.includes(0)
}

/** Puts columns in their order; those that are so already are taken as they are. A score that is no whole number throws RangeError. */
export function designOfColumns(given: PanelColumns): Design {
  for (let row = 0; row < given.score.length; row++)
    if (!Number.isSafeInteger(given.score[row])) throw new RangeError('a score is no whole number of hundredths')
  const named =
    sortedNames(given.items) &&
    sortedNames(given.raters) &&
    allUsed(given.items, given.item) &&
    allUsed(given.raters, given.rater)
      ? given
      : renamed(given)
  const itemSize = new Int32Array(named.items.length)
  for (let row = 0; row < named.item.length; row++) {
    const at = named.item[row] ?? 0
    itemSize[at] = (itemSize[at] ?? 0) + 1
  }
  if (inOrder(named)) return { ...named, itemSize }
  const order = rowsInOrder(named, itemSize)
  const ordered = {
    item: new Int32Array(order.length),
    rater: new Int32Array(order.length),
    score: new Float64Array(order.length),
  }
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0
    ordered.item[place] = named.item[row] ?? 0
    ordered.rater[place] = named.rater[row] ?? 0
    ordered.score[place] = named.score[row] ?? 0
  }
  return { items: named.items, raters: named.raters, ...ordered, itemSize }
}

function renamed({ items, raters, item, rater, score }: PanelColumns): PanelColumns {
  const byItem = indexed(Array.from(item, (at) => items[at] ?? ''))
  const byRater = indexed(Array.from(rater, (at) => raters[at] ?? ''))
  return { items: byItem.sorted, raters: byRater.sorted, item: byItem.at, rater: byRater.at, score }
}

export function designOf(sheets: readonly PanelSheet[]): Design {
  const { sorted: items, at: item } = indexed(sheets.map((sheet) => sheet.item))
  const { sorted: raters, at: rater } = indexed(sheets.map((sheet) => sheet.rater))
  return designOfColumns({ items, raters, item, rater, score: Float64Array.from(sheets, ({ score }) => score) })
}

/** Whether any rater scored an item twice: such an item has no figure. */
export function scoredTwice({ item, rater }: Design): Uint8Array | null {
  let twice: Uint8Array | null = null
  for (let row = 1; row < item.length; row++)
    if (item[row] === item[row - 1] && rater[row] === rater[row - 1]) {
      twice ??= new Uint8Array((item.at(-1) ?? 0) + 1)
      twice[item[row] ?? 0] = 1
    }
  return twice
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
