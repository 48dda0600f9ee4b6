/** FNV-1a over UTF-16 code units, 32 bits. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Mulberry32: whole numbers below `bound` from a seed text; the same seed gives the same numbers on every machine. */
export function seededDraw(seed: string): (bound: number) => number {
  let state = hash32(seed)
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

/** The ids without repeats in an order drawn from the seed (Fisher-Yates); the order they come in plays no part. */
export function seededOrder(ids: Iterable<string>, seed: string): string[] {
  const order = [...new Set(ids)].sort()
  const draw = seededDraw(seed)
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw(i + 1)
    const [a, b] = [order[i], order[j]]
    if (a !== undefined && b !== undefined) {
      order[i] = b
      order[j] = a
    }
  }
  return order
}
