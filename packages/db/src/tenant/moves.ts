import type { Machine } from '@shixun/domain/shared/machine'
import { insertParts, type Statement, statement } from '../statement.ts'
import { tasks } from './schema/house.ts'

/** Adds to a counter of rows in a state: dashboards read counters, never the rows. */
export function count(name: string, by: number): Statement {
  return statement(
    'INSERT INTO counters (name, n) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n',
    name,
    by,
  )
}

/** Nothing of an entity waits for anybody any more. */
export function tasksDone(entity: string, now: string): Statement {
  return statement('UPDATE tasks SET done_at = ? WHERE entity = ? AND done_at IS NULL', now, entity)
}

/** One task waits no more; that it does already changes nothing. */
export function taskDone(id: string, now: string): Statement {
  return statement('UPDATE tasks SET done_at = ? WHERE id = ? AND done_at IS NULL', now, id)
}

/** For whom tasks are opened: units by role, where the role stands for a unit. */
export type TaskOwner = Partial<Record<string, string>>

type Arrival = {
  machine: Machine
  rows: readonly { id: string; title: string; owners: TaskOwner }[]
  from: string | null
  to: string
  now: string
  dueOn: (days: number) => string
  newId: () => string
}

/**
 * What follows from rows' arrival in a state, whatever their number in a few statements: counters move, their open
 * tasks close, new ones open for whom the state waits.
 */
export function arrivalStatements({ machine, rows, from, to, now, dueOn, newId }: Arrival): Statement[] {
  if (rows.length === 0) return []
  const ids = JSON.stringify(rows.map((row) => row.id))
  const counted = [
    ...(from ? [count(`${machine.entity}.${from}`, -rows.length)] : []),
    count(`${machine.entity}.${to}`, rows.length),
  ]
  const closed = from
    ? [
        statement(
          'UPDATE tasks SET done_at = ? WHERE entity IN (SELECT value FROM json_each(?)) AND done_at IS NULL',
          now,
          ids,
        ),
      ]
    : []
  const opened = (machine.waits[to] ?? []).flatMap(({ role, days }) =>
    rows
      .filter(({ owners }) => owners[role] !== undefined)
      .map(({ id, title, owners }) => ({
        id: newId(),
        entity: id,
        kind: `${machine.entity}.${to}`,
        title,
        role,
        unit: owners[role] ?? '',
        dueOn: days === undefined ? null : dueOn(days),
        createdAt: now,
        doneAt: null,
      })),
  )
  return [...counted, ...closed, ...insertParts(tasks, opened)]
}
