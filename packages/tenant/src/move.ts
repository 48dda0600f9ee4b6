import type { JournalEvent } from '@shixun/db/commit'
import type { WriteRefusal } from '@shixun/db/database'
import type { Statement } from '@shixun/db/statement'
import { arrivalStatements, type TaskOwner } from '@shixun/db/tenant/moves'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { decideMove, type Facts, type Machine, openActions } from '@shixun/domain/shared/machine'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { TenantScene } from './tenant-scene.ts'

type Movable = { id: string; title: string; state: string; version: number }

/** A decided move: where the row arrives and what must be written with it. */
export type Moved<S extends string> = { to: S; version: number; event: JournalEvent; follow: Statement[] }

type Role = Parameters<typeof decideMove>[3]

export function roleOf(scene: Pick<TenantScene, 'visitor'>): Role | null {
  if (scene.visitor.kind === 'person') return scene.visitor.role
  return scene.visitor.kind === 'job' ? 'system' : null
}

/** The actions this visitor may take on the row now. */
export function actionsOf(
  scene: Pick<TenantScene, 'visitor'>,
  machine: Machine,
  state: string,
  facts: Facts,
): string[] {
  const role = roleOf(scene)
  return role === null ? [] : openActions(machine, state, role, facts)
}

/** `facts` of refusals that name times or amounts come from the caller; the machine knows only which refusal it is. */
export type MoveRequest<S extends string, A extends string> = {
  machine: Machine<S, A>
  row: Movable
  action: A
  facts?: Facts
  words?: Record<string, string | number>
  note?: string | undefined
  owners?: TaskOwner
  after?: Record<string, unknown>
  /** The day by which the tasks are due where one is set; else the machine's clock. */
  dueOn?: string | null
}

/** Decides a move and gathers what follows from it; the caller adds its business rows and commits. */
export function decide<S extends string, A extends string>(
  scene: TenantScene,
  request: MoveRequest<S, A>,
): Result<Moved<S>, Refusal> {
  const { machine, row, action } = request
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const role = roleOf(scene)
  if (role === null) return refuse({ code: 'forbidden' })
  const move = decideMove(machine, row.state as S, action, role, request.facts ?? {})
  if (!move.ok)
    return refuse({
      code: move.refusal,
      facts: { state: machine.states[row.state as S] ?? row.state, ...request.words },
    })
  const { to } = move.value
  return ok({
    to,
    version: row.version + 1,
    event: {
      entity: row.id,
      version: row.version + 1,
      verb: action,
      before: { state: row.state },
      after: { state: to, ...request.after },
      note: request.note,
    },
    follow: arrive(scene, machine, row, row.state, to, request.owners ?? {}, request.dueOn),
  })
}

type Arriving = { id: string; title: string }

/** The statements of a row's arrival in a state: counters and tasks. */
export function arrive(
  scene: TenantScene,
  machine: Machine,
  row: Arriving,
  from: string | null,
  to: string,
  owners: TaskOwner,
  dueOn: string | null = null,
): Statement[] {
  return arriveMany(scene, machine, [row], from, to, () => owners, dueOn)
}

/** The same for many rows that arrive together. */
export function arriveMany<Row extends Arriving>(
  scene: TenantScene,
  machine: Machine,
  rows: readonly Row[],
  from: string | null,
  to: string,
  ownersOf: (row: Row) => TaskOwner,
  due: string | null = null,
): Statement[] {
  return arrivalStatements({
    machine,
    rows: rows.map((row) => ({ id: row.id, title: row.title, owners: { office: '', curator: '', ...ownersOf(row) } })),
    from,
    to,
    now: scene.now,
    dueOn: (days) => due ?? addDays(chinaDate(scene.now), days),
    newId: () => scene.newId('tsk'),
  })
}

/** Turns what the database refused into a refusal of the product. `known` maps the verb's own assertions. */
export function refusedWrite(refusal: WriteRefusal, known: Record<string, Refusal> = {}): Refusal {
  if (refusal.kind === 'stale' || refusal.kind === 'repeated') return { code: 'version-stale' }
  if (refusal.kind === 'assertion') return known[refusal.name] ?? { code: 'unavailable' }
  return known['duplicate'] ?? { code: 'already-exists', facts: { what: refusal.columns } }
}
