import { describe, expect, it } from 'vitest'
import { PERMISSIONS } from '../identity/permission.ts'
import { ROLES, type Role } from '../identity/role.ts'
import { decideMove, type Machine, openActions } from './machine.ts'
import { MACHINES } from './machines.ts'

const ACTORS: readonly (Role | 'system')[] = [...ROLES, 'system']

function actionsOf(machine: Machine): string[] {
  return [...new Set(machine.moves.map(({ action }) => action))]
}

function allFacts(machine: Machine): Record<string, boolean> {
  return Object.fromEntries(machine.moves.flatMap(({ guard }) => (guard ? [[guard.fact, true]] : [])))
}

function reachable(machine: Machine): Set<string> {
  const seen = new Set([machine.initial, ...(machine.alsoInitial ?? [])])
  for (let before = -1; before !== seen.size; ) {
    before = seen.size
    for (const { from, to } of machine.moves) if (from.some((state) => seen.has(state))) seen.add(to)
  }
  return seen
}

/** What the table says, read the long way round: no shared code with the decision. */
function expected(
  machine: Machine,
  state: string,
  action: string,
  actor: Role | 'system',
  facts: Record<string, boolean>,
): string {
  const named = machine.moves.filter((move) => move.action === action)
  if (!named.some((move) => move.roles.includes(actor))) return 'forbidden'
  for (const move of named)
    if (move.roles.includes(actor) && move.from.includes(state)) {
      const { guard } = move
      return guard === undefined || facts[guard.fact] === true ? `to ${move.to}` : guard.refusal
    }
  return 'state-refuses'
}

describe.each(MACHINES.map((machine) => [machine.entity, machine] as const))('%s', (_, machine) => {
  const states = Object.keys(machine.states)
  const factSets = [{}, allFacts(machine)]

  it('decides every state × action × role as its table says, with and without the facts', () => {
    let cases = 0
    for (const state of states)
      for (const action of [...actionsOf(machine), 'no-such-action'])
        for (const actor of ACTORS)
          for (const facts of factSets) {
            const verdict = decideMove(machine, state, action, actor, facts)
            const found = verdict.ok ? `to ${verdict.value.to}` : verdict.refusal
            const where = `${actor} ${action} ${state} ${JSON.stringify(facts)}`
            expect(`${where}: ${found}`).toBe(`${where}: ${expected(machine, state, action, actor, facts)}`)
            cases++
          }
    expect(cases).toBe(states.length * (actionsOf(machine).length + 1) * ACTORS.length * 2)
  })

  it('offers exactly the moves that it would accept and that need no other verb', () => {
    for (const state of states)
      for (const actor of ACTORS)
        for (const facts of factSets) {
          const offered = openActions(machine, state, actor, facts)
          const accepted = actionsOf(machine).filter((action) => {
            const verdict = decideMove(machine, state, action, actor, facts)
            return verdict.ok && !verdict.value.via
          })
          expect(new Set(offered)).toEqual(new Set(accepted))
          expect(offered.length).toBe(new Set(offered).size)
        }
  })

  it('is unambiguous: one action, role and state lead to one move', () => {
    for (const state of states)
      for (const actor of ACTORS)
        for (const action of actionsOf(machine)) {
          const moves = machine.moves.filter(
            (move) => move.action === action && move.from.includes(state) && move.roles.includes(actor),
          )
          expect(moves.length, `${actor} ${action} ${state}`).toBeLessThanOrEqual(1)
        }
  })

  it('reaches every state, leads only to known states, and never moves a row to where it is', () => {
    expect([...reachable(machine)].sort()).toEqual([...states].sort())
    for (const { from, to, action, continues } of machine.moves) {
      expect(states).toEqual(expect.arrayContaining([...from, to]))
      expect(from.includes(to), action).toBe(continues === true)
    }
  })

  it('gives each state a sentence of its own', () => {
    const sentences = Object.values(machine.states)
    expect(sentences.every((sentence) => sentence.length > 1)).toBe(true)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('lets a state wait only for a role that can move it on, or whose verb on another row it names', () => {
    for (const [state, waits] of Object.entries(machine.waits))
      for (const { role, by } of waits ?? [])
        expect(
          by !== undefined || machine.moves.some((move) => move.from.includes(state) && move.roles.includes(role)),
          `${state} waits for ${role}`,
        ).toBe(true)
  })

  it('grants each move to the roles of its table and to no other', () => {
    for (const action of actionsOf(machine)) {
      const roles = new Set(machine.moves.filter((move) => move.action === action).flatMap((move) => [...move.roles]))
      const granted = Object.keys(PERMISSIONS[`${machine.entity}.${action}`] ?? {})
      expect(granted.sort()).toEqual([...roles].filter((role) => role !== 'system').sort())
    }
  })
})

it('knows each life cycle once', () => {
  expect(new Set(MACHINES.map(({ entity }) => entity)).size).toBe(MACHINES.length)
})
