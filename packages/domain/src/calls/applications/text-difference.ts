/** A stretch of text and what became of it: `same` on both sides, `removed` from the first, `added` by the second. */
export type Segment = { mark: 'same' | 'removed' | 'added'; text: string }

/** A table of this many cells takes a few milliseconds; beyond it a text is compared by sentences first. */
const MOST_CELLS = 1_000_000

/** Chinese is read by characters, Latin words and figures whole. */
const TOKENS = /[A-Za-z0-9_.%]+|[\s\S]/gu
const SENTENCES = /[^。！？；\n]*[。！？；\n]?/gu

/** Positions that both lists share, as a longest common subsequence; null when the table would be too large. */
export function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] | null {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let tail = 0
  while (tail < a.length - start && tail < b.length - start && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const rows = a.length - start - tail
  const columns = b.length - start - tail
  if (rows * columns > MOST_CELLS) return null
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row * width + column] =
        a[start + row] === b[start + column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs: [number, number][] = Array.from({ length: start }, (_, index) => [index, index])
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[start + row] === b[start + column]) {
      pairs.push([start + row, start + column])
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  for (let index = tail; index > 0; index--) pairs.push([a.length - index, b.length - index])
  return pairs
}

type Gap = { removed: string; added: string; same: string }

/** What stands between the shared parts, each with the shared part that follows it. */
function gapsOf(a: readonly string[], b: readonly string[], pairs: readonly [number, number][]): Gap[] {
  const gaps: Gap[] = []
  let [left, right] = [0, 0]
  for (const [row, column] of [...pairs, [a.length, b.length] as const]) {
    const removed = a.slice(left, row).join('')
    const added = b.slice(right, column).join('')
    const last = gaps.at(-1)
    if (last && removed === '' && added === '') last.same += a[row] ?? ''
    else gaps.push({ removed, added, same: a[row] ?? '' })
    left = row + 1
    right = column + 1
  }
  return gaps
}

/** A single shared character between two changes is chance, not meaning: it joins the changes. */
function joined(gaps: readonly Gap[]): Gap[] {
  const result: Gap[] = []
  for (const gap of gaps) {
    const last = result.at(-1)
    const chance = last && last.same.length === 1 && (last.removed || last.added) && (gap.removed || gap.added)
    if (last && chance) {
      last.removed += last.same + gap.removed
      last.added += last.same + gap.added
      last.same = gap.same
    } else result.push({ ...gap })
  }
  return result
}

function segmentsOf(gaps: readonly Gap[]): Segment[] {
  const segments: Segment[] = []
  const push = (mark: Segment['mark'], text: string) => {
    const last = segments.at(-1)
    if (text === '') return
    if (last?.mark === mark) last.text += text
    else segments.push({ mark, text })
  }
  for (const { removed, added, same } of gaps) {
    push('removed', removed)
    push('added', added)
    push('same', same)
  }
  return segments
}

function byTokens(before: string, after: string): Segment[] {
  const a = before.match(TOKENS) ?? []
  const b = after.match(TOKENS) ?? []
  const pairs = commonPairs(a, b)
  return segmentsOf(pairs ? joined(gapsOf(a, b, pairs)) : [{ removed: before, added: after, same: '' }])
}

/**
 * How one text became another, in reading order: the `same` and `removed` segments joined are the first text, the
 * `same` and `added` ones the second. Texts too long for characters are compared by sentences, then inside those that
 * changed, so that the work stays bounded.
 */
export function textDifference(before: string, after: string): Segment[] {
  const tokens = (before.length + 1) * (after.length + 1)
  if (tokens <= MOST_CELLS) return byTokens(before, after)
  const a = before.match(SENTENCES) ?? []
  const b = after.match(SENTENCES) ?? []
  const gaps = gapsOf(a, b, commonPairs(a, b) ?? [])
  return gaps.flatMap(({ removed, added, same }) => [
    ...byTokens(removed, added),
    ...(same === '' ? [] : [{ mark: 'same' as const, text: same }]),
  ])
}
