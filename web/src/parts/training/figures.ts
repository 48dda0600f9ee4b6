/** Counters of the dashboard are named `entity.state`; drawn in the order in which an item passes through its states. */
export const applicationStates = [
  'draft',
  'returned',
  'submitted',
  'screened',
  'in_review',
  'ranked',
  'noticed',
  'approved',
  'rejected',
] as const

export const projectStates = [
  'approved',
  'preparing',
  'running',
  'concluding',
  'completed',
  'evaluated',
  'archived',
] as const

type Counters = Readonly<Record<string, number>>

export function counted(counters: Counters, entity: string, states: readonly string[]): number {
  return states.reduce((sum, state) => sum + (counters[`${entity}.${state}`] ?? 0), 0)
}

/** States that hold at least one item, with their number. */
export function filled(counters: Counters, entity: string, states: readonly string[]): { state: string; n: number }[] {
  return states.map((state) => ({ state, n: counters[`${entity}.${state}`] ?? 0 })).filter(({ n }) => n > 0)
}
