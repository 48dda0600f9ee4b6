import { assertion, type Statement, statement } from '../statement.ts'

/** Ten hexadecimal digits of chance a row: an id made inside the database, where one statement writes several. */
const TAIL = 'lower(hex(randomblob(5)))'
const TAIL_DIGITS = 10

/** `id` gives its prefix and time to the ids of all rows that a statement makes. */
const stem = (id: string) => id.slice(0, -TAIL_DIGITS)

type Said = { id: string; event: string; title: string; body: string; now: string }

/** A message for every robot that is on and told of this event: no row when there is none, and no read before. */
export function dispatchToListeners({ id, event, title, body, now }: Said): Statement {
  return statement(
    `INSERT INTO dispatches (id, robot_id, event, title, body, state, attempts, next_at, version, created_at)
     SELECT ? || ${TAIL}, id, ?, ?, ?, 'waiting', 0, '', 1, ? FROM robots
     WHERE state = 'on' AND EXISTS (SELECT 1 FROM json_each(robots.events) WHERE value = ?)`,
    stem(id),
    event,
    title,
    body,
    now,
    event,
  )
}

/** Takes a message in hand until `until`: the batch is refused as `assertion:free` when another sender was faster. */
export function claimDispatch({ id, attempts }: { id: string; attempts: number }, until: string): Statement[] {
  return [
    assertion('free', "SELECT attempts = ? AND state = 'waiting' FROM dispatches WHERE id = ?", attempts, id),
    statement('UPDATE dispatches SET attempts = attempts + 1, next_at = ? WHERE id = ?', until, id),
  ]
}

/** A try that failed, and when the next one is due. */
export function postponeDispatch(id: string, nextAt: string, error: string): Statement {
  return statement("UPDATE dispatches SET next_at = ?, error = ? WHERE id = ? AND state = 'waiting'", nextAt, error, id)
}

/** What else a robot would say before then waits too: a robot that is down must not keep the turn of the others. */
export function delayRobot(robot: string, until: string): Statement {
  return statement(
    `UPDATE dispatches INDEXED BY dispatches_waiting SET next_at = ?
     WHERE state = 'waiting' AND next_at < ? AND robot_id = ?`,
    until,
    until,
    robot,
  )
}

/** One open task of the office for a robot with messages that did not arrive. */
export function openRobotTask(task: { id: string; robot: string; title: string; now: string }): Statement {
  return statement(
    `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at)
     SELECT ?, ?, 'dispatch.dead', ?, 'office', '', NULL, ?
     WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE entity = ? AND kind = 'dispatch.dead' AND done_at IS NULL)`,
    task.id,
    task.robot,
    task.title,
    task.now,
    task.robot,
  )
}

/** Closes that task when no message of the robot is dead any more; test messages opened none. */
export function closeRobotTask(robot: string, now: string): Statement {
  return statement(
    `UPDATE tasks SET done_at = ? WHERE entity = ? AND kind = 'dispatch.dead' AND done_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM dispatches WHERE robot_id = ? AND state = 'dead' AND event <> 'test')`,
    now,
    robot,
    robot,
  )
}

/** Closes that task whatever is dead: the robot was switched off or removed. */
export function dropRobotTask(robot: string, now: string): Statement {
  return statement(
    "UPDATE tasks SET done_at = ? WHERE entity = ? AND kind = 'dispatch.dead' AND done_at IS NULL",
    now,
    robot,
  )
}

/** What a robot that is switched off will not say any more. The version stays: one that is on its way just now may still be told to have arrived. */
export function buryWaiting(robot: string, error: string, now: string): Statement {
  return statement(
    "UPDATE dispatches SET state = 'dead', error = ?, settled_at = ? WHERE robot_id = ? AND state = 'waiting'",
    error,
    now,
    robot,
  )
}

/** A robot with everything it said: its address and secret are gone for good, the journal keeps that it was. */
export function eraseRobot(id: string): Statement[] {
  return [statement('DELETE FROM dispatches WHERE robot_id = ?', id), statement('DELETE FROM robots WHERE id = ?', id)]
}

/** Settled messages with ids made before this one are forgotten. */
export function forgetDispatches(before: string): Statement {
  return statement("DELETE FROM dispatches WHERE id < ? AND state <> 'waiting'", before)
}

/** Marks a chore as done for a day; refused as `assertion:chore` when it was done for that day or a later one. */
export function choreDone(name: string, day: string): Statement[] {
  return [
    assertion('chore', "coalesce((SELECT done_for FROM chores WHERE name = ?), '') < ?", name, day),
    statement(
      'INSERT INTO chores (name, done_for) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET done_for = excluded.done_for',
      name,
      day,
    ),
  ]
}
