import type { Machine, Move } from '@shixun/domain/shared/machine'
import { MACHINES } from '@shixun/domain/shared/machines'

function diagram(machine: Machine): string[] {
  const arrows = machine.moves.flatMap((move) => move.from.map((from) => `  ${from} --> ${move.to}: ${move.action}`))
  const leaving = new Set(machine.moves.flatMap((move) => [...move.from]))
  const ends = Object.keys(machine.states).filter((state) => !leaving.has(state))
  const lines = [
    'stateDiagram-v2',
    ...[machine.initial, ...(machine.alsoInitial ?? [])].map((state) => `  [*] --> ${state}`),
    ...arrows,
    ...ends.map((state) => `  ${state} --> [*]`),
  ]
  return ['```mermaid', ...lines, '```']
}

function conditions(move: Move<string, string>): string {
  const guard = move.guard ? `\`${move.guard.fact}\`，否则 \`${move.guard.refusal}\`` : ''
  const note = move.note ? '须写明理由' : ''
  const via = move.via ? `由 ${move.via} 一并完成` : ''
  return [guard, note, via].filter(Boolean).join('；')
}

function waiting(machine: Machine, state: string): string {
  return (machine.waits[state] ?? []).map(({ role, days }) => `${role}${days ? `（${days} 个工作日）` : ''}`).join('，')
}

function section(machine: Machine): string[] {
  const states = Object.entries(machine.states).map(
    ([state, sentence]) => `| \`${state}\` | ${sentence} | ${waiting(machine, state)} |`,
  )
  const moves = machine.moves.map(
    (move) =>
      `| \`${move.action}\` | ${move.meaning} | ${move.from.join('，')} | ${move.to} | ${move.roles.join('，')} | ${conditions(move)} |`,
  )
  return [
    `## ${machine.title} \`${machine.entity}\``,
    '',
    ...diagram(machine),
    '',
    '| 状态 | 含义 | 等待 |',
    '|---|---|---|',
    ...states,
    '',
    '| 动作 | 含义 | 从 | 到 | 角色 | 条件 |',
    '|---|---|---|---|---|---|',
    ...moves,
    '',
  ]
}

/** docs/states.md: every life cycle as a diagram, its states in a sentence each, its moves in a table. */
export function printStates(): string {
  const head = [
    '# States',
    '',
    'Printed by `scripts/print-docs.ts` from the life-cycle tables of `packages/domain`. Change those, never this file.',
    '',
  ]
  return [...head, ...MACHINES.flatMap(section)].join('\n')
}
