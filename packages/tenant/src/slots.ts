import type { Binding } from '@shixun/db/binding'

/** The tenant databases among the bindings of a worker: `T_0001`, `T_0002` and so on. */
export function slotsOf(env: Readonly<Record<string, unknown>>): Readonly<Record<string, Binding>> {
  const slots = Object.keys(env).filter((name) => /^T_\d{4,}$/.test(name))
  return Object.fromEntries(slots.map((slot) => [slot, env[slot] as Binding]))
}
