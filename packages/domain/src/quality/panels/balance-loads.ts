/** Items by experts: `tiers` is null where a conflict bars the expert, else how badly they match (0 best). */
export type Bench = {
  tiers: (number | null)[][]
  seats: Set<number>[]
  load: number[]
  seat: (item: number, expert: number) => void
}

type Step = { from: number; item: number }

/** The item that `from` could hand to `to` at the least loss of match, or null. */
function handOver(bench: Bench, itemsOf: readonly number[], from: number, to: number): number | null {
  let best: number | null = null
  let bestLoss = Infinity
  for (const item of itemsOf) {
    const row = bench.tiers[item]
    const tier = row?.[to] ?? null
    if (tier === null || bench.seats[item]?.has(to)) continue
    const loss = tier - (row?.[from] ?? 0)
    if (loss < bestLoss) {
      best = item
      bestLoss = loss
    }
  }
  return best
}

function itemsByExpert(bench: Bench): number[][] {
  const result: number[][] = bench.load.map(() => [])
  bench.seats.forEach((seated, item) => {
    for (const expert of seated) result[expert]?.push(item)
  })
  return result
}

/** Shortest chain of hand-overs from `start` to an expert who carries at least two items less. */
function findChain(
  bench: Bench,
  itemsOf: readonly number[][],
  start: number,
): { end: number; came: Map<number, Step> } | null {
  const came = new Map<number, Step>()
  const queue = [start]
  for (let head = 0; head < queue.length; head++) {
    const from = queue[head] ?? start
    for (let to = 0; to < bench.load.length; to++) {
      if (to === start || came.has(to)) continue
      const item = handOver(bench, itemsOf[from] ?? [], from, to)
      if (item === null) continue
      came.set(to, { from, item })
      if ((bench.load[to] ?? 0) <= (bench.load[start] ?? 0) - 2) return { end: to, came }
      queue.push(to)
    }
  }
  return null
}

/**
 * Evens the loads by chains of hand-overs until none is left from an expert to one with two items less. Then the loads are as
 * even as the conflicts allow: Harvey, Ladner, Lovász & Tamir 2006, "Semi-matchings for bipartite graphs and load balancing".
 */
export function balanceLoads(bench: Bench): void {
  const stuck = new Set<number>()
  let itemsOf = itemsByExpert(bench)
  for (;;) {
    const candidates = bench.load.map((_, expert) => expert).filter((expert) => !stuck.has(expert))
    const start = candidates.sort((a, b) => (bench.load[b] ?? 0) - (bench.load[a] ?? 0) || a - b)[0]
    if (start === undefined || (bench.load[start] ?? 0) - Math.min(...bench.load) < 2) return
    const chain = findChain(bench, itemsOf, start)
    if (!chain) {
      stuck.add(start)
      continue
    }
    for (let to = chain.end; to !== start; ) {
      const step = chain.came.get(to)
      if (!step) break
      bench.seats[step.item]?.delete(step.from)
      bench.seats[step.item]?.add(to)
      to = step.from
    }
    bench.load[start] = (bench.load[start] ?? 0) - 1
    bench.load[chain.end] = (bench.load[chain.end] ?? 0) + 1
    itemsOf = itemsByExpert(bench)
    stuck.clear()
  }
}
