import type { Role } from '../identity/role.ts'
import type { RefusalCode } from './refusal.ts'
import { ok, type Result, refuse } from './result.ts'

/** A condition beyond state and role. The loader states the fact; the table names the refusal. */
type Guard = { fact: string; refusal: RefusalCode }

/**
 * One row of a life-cycle table. `via` marks moves that another verb makes for many rows at once
 * (a panel, a notice): they are legal but are not offered on the single item. `continues` marks an action that may be done
 * again where it arrived: long work that goes on, a conclusion that is drawn anew.
 */
export type Move<State extends string, Action extends string> = {
  action: Action
  from: readonly State[]
  to: State
  roles: readonly (Role | 'system')[]
  guard?: Guard
  note?: 'required'
  via?: string
  continues?: true
  meaning: string
}

/**
 * A life cycle as a table: states with a sentence each, moves, and for whom a state waits (the inbox). `by` names the
 * verb on another row that the one waited for has to do, where none of these moves is theirs.
 */
export type Machine<State extends string = string, Action extends string = string> = {
  entity: string
  title: string
  initial: State
  /** Further states in which a row may begin. */
  alsoInitial?: readonly State[]
  states: Record<State, string>
  moves: readonly Move<State, Action>[]
  waits: Partial<Record<State, { role: Role; days?: number; by?: string }[]>>
}

/** What is known about the row when a move is decided; a fact that is absent counts as not given. */
export type Facts = Record<string, boolean>

/** Decides one move. Refuses with `state-refuses`, `forbidden`, or the refusal of the guard. */
export function decideMove<S extends string, A extends string>(
  machine: Machine<S, A>,
  state: S,
  action: A,
  role: Role | 'system',
  facts: Facts,
): Result<Move<S, A>, RefusalCode> {
  const candidates = machine.moves.filter((move) => move.action === action && move.roles.includes(role))
  if (candidates.length === 0) return refuse('forbidden')
  const move = candidates.find((candidate) => candidate.from.includes(state))
  if (!move) return refuse('state-refuses')
  if (move.guard && !facts[move.guard.fact]) return refuse(move.guard.refusal)
  return ok(move)
}

/** The actions that this role may take on the row now: what the API offers as `actions`. */
export function openActions(machine: Machine, state: string, role: Role | 'system', facts: Facts): string[] {
  return machine.moves
    .filter(
      (move) =>
        !move.via &&
        move.from.includes(state) &&
        move.roles.includes(role) &&
        (!move.guard || facts[move.guard.fact] === true),
    )
    .map((move) => move.action)
}
