import type { Machine } from '@shixun/domain/shared/machine'
import { insert, type Statement, statement } from '../statement.ts'
import { tasks } from './schema/house.ts'

/** Adds to a counter of rows in a state: dashboards read counters, never the rows. */
export function count(name: string, by: number): Statement {
  return statement('INSERT INTO counters (name, n) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n', name, by)
}

/** For whom tasks are opened: units by role, where the role stands for a unit. */
export type TaskOwner = Partial<Record<string, string>>

type Arrival = {
  machine: Machine
  id: string
  title: string
  from: string | null
  to: string
  owners: TaskOwner
  now: string
  dueOn: (days: number) => string
  newId: () => string
}

/** What follows from a row's arrival in a state: counters move, the row's open tasks close, new ones open for whom the state waits. */
export function arrivalStatements(arrival: Arrival): Statement[] {
  const { machine, id, from, to, owners, now } = arrival
  const counted = [...(from ? [count(`${machine.entity}.${from}`, -1)] : []), count(`${machine.entity}.${to}`, 1)]
  const closed = from ? [statement('UPDATE tasks SET done_at = ? WHERE entity = ? AND done_at IS NULL', now, id)] : []
  const opened = (machine.waits[to] ?? [])
    .filter(({ role }) => owners[role] !== undefined)
    .map(({ role, days }) =>
      insert(tasks, {
        id: arrival.newId(),
        entity: id,
        kind: `${machine.entity}.${to}`,
        title: arrival.title,
        role,
        unit: owners[role] ?? '',
        dueOn: days === undefined ? null : arrival.dueOn(days),
        createdAt: now,
        doneAt: null,
      }),
    )
  return [...counted, ...closed, ...opened]
}
