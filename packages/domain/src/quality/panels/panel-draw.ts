import { type AssignExpert, type AssignItem, type Assignment, assignPanel } from './assign-panel.ts'

const DRAW_ENGINE = 'draw/1'

/** A seed that was drawn; `reason` why the one before it was not taken, null of the first. */
type DrawnSeed = { seed: string; reason: string | null }

type DrawItem = Required<AssignItem>
type DrawExpert = AssignExpert & { name: string }
type DrawConflict = { item: string; expert: string; rules: readonly string[] }

/** All that a draw is made from; the last seed drew. */
export type DrawInputs = {
  items: readonly DrawItem[]
  experts: readonly DrawExpert[]
  conflicts: readonly DrawConflict[]
  size: number
  seeds: readonly DrawnSeed[]
}

/**
 * A draw as a panel keeps it: inputs and outcome in short rows, by position in `items` and `experts`. `on` is the day in
 * China on which conflicts were computed. Enough to draw again whatever became of the library.
 */
export type PanelDraw = {
  engine: string
  on: string
  size: number
  seeds: DrawnSeed[]
  items: [id: string, subject: string | null, phase: string | null][]
  experts: { id: string; name: string; subjects: string[]; phases: string[] }[]
  conflicts: [item: number, expert: number, rules: string[]][]
  /** By item: the positions of those who sit on it. */
  seats: number[][]
}

function drawFrom({ items, experts, conflicts, size, seeds }: DrawInputs): Assignment {
  return assignPanel({ items, experts, size, conflicts, seed: seeds.at(-1)?.seed ?? '' })
}

/** Draws, and keeps what it was drawn from. */
export function drawPanel(inputs: DrawInputs, on: string): { assignment: Assignment; draw: PanelDraw } {
  const assignment = drawFrom(inputs)
  const itemAt = new Map(inputs.items.map(({ id }, at) => [id, at]))
  const expertAt = new Map(inputs.experts.map(({ id }, at) => [id, at]))
  const seatsOf = new Map(assignment.panels.map(({ item, experts }) => [item, experts]))
  return {
    assignment,
    draw: {
      engine: DRAW_ENGINE,
      on,
      size: inputs.size,
      seeds: inputs.seeds.map(({ seed, reason }) => ({ seed, reason })),
      items: inputs.items.map(({ id, subject, phase }) => [id, subject, phase]),
      experts: inputs.experts.map(({ id, name, subjects, phases }) => ({
        id,
        name,
        subjects: [...subjects],
        phases: [...phases],
      })),
      conflicts: inputs.conflicts.flatMap(({ item, expert, rules }): PanelDraw['conflicts'] => {
        const [i, e] = [itemAt.get(item), expertAt.get(expert)]
        return i === undefined || e === undefined ? [] : [[i, e, [...rules]]]
      }),
      seats: inputs.items.map(({ id }) => (seatsOf.get(id) ?? []).map(({ expert }) => expertAt.get(expert) ?? -1)),
    },
  }
}

/** What a kept draw was made from. */
export function inputsOf(draw: PanelDraw): DrawInputs {
  return {
    size: draw.size,
    seeds: draw.seeds,
    items: draw.items.map(([id, subject, phase]) => ({ id, subject, phase })),
    experts: draw.experts,
    conflicts: draw.conflicts.flatMap(([item, expert, rules]) => {
      const [i, e] = [draw.items[item], draw.experts[expert]]
      return i && e ? [{ item: i[0], expert: e.id, rules }] : []
    }),
  }
}

/** An item on which two draws differ: expert ids that only one of them has. */
export type DrawDifference = { item: string; only: string[]; instead: string[] }

/** Compares seats by item and expert, in whatever order they come. */
export function compareSeats(
  drawn: readonly { item: string; expert: string }[],
  found: readonly { item: string; expert: string }[],
): DrawDifference[] {
  const byItem = (seats: readonly { item: string; expert: string }[]) => {
    const map = new Map<string, Set<string>>()
    for (const { item, expert } of seats) {
      const set = map.get(item)
      if (set) set.add(expert)
      else map.set(item, new Set([expert]))
    }
    return map
  }
  const [left, right] = [byItem(drawn), byItem(found)]
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((item) => {
    const [a, b] = [left.get(item) ?? new Set<string>(), right.get(item) ?? new Set<string>()]
    const only = [...a].filter((expert) => !b.has(expert)).sort()
    const instead = [...b].filter((expert) => !a.has(expert)).sort()
    return only.length || instead.length ? [{ item, only, instead }] : []
  })
}

/** The seats of a kept draw, drawn anew from its inputs and as it kept them. */
export function redraw(draw: PanelDraw): {
  drawn: { item: string; expert: string }[]
  kept: { item: string; expert: string }[]
} {
  const drawn = drawFrom(inputsOf(draw)).panels.flatMap(({ item, experts }) =>
    experts.map(({ expert }) => ({ item, expert })),
  )
  const kept = draw.seats.flatMap((experts, at) =>
    experts.map((expert) => ({ item: draw.items[at]?.[0] ?? '', expert: draw.experts[expert]?.id ?? '' })),
  )
  return { drawn, kept }
}
