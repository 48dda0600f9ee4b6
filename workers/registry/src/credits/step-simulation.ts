import { assertion, insertMany, type Statement, statement } from '@shixun/db/statement'
import { simulationById } from '@shixun/db/tenant/policies'
import { simulationRows } from '@shixun/db/tenant/schema/policies'
import { creditRowsOfSimulation, teachersOfSimulation } from '@shixun/db/tenant/standings'
import { compilePolicy } from '@shixun/domain/credits/compile-policy'
import {
  type Judged,
  type SimulatedTeacher,
  simulatePolicy,
  type TriedPolicy,
} from '@shixun/domain/credits/simulate-policy'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { creditLedgers } from './credit-ledgers.ts'
import { type SimulationRow, simulationCard } from './simulation-card.ts'

/** Teachers of one step: some 24,000 entries, well under a second. */
const TEACHERS = 400

function compiled({ policy, earlier }: TriedPolicy) {
  return compilePolicy(policy, earlier)
}

function hundredths(judged: Judged | null) {
  return judged === null
    ? { met: null, total: null, short: null }
    : { met: judged.met, total: Math.round(judged.total * 100), short: Math.round(judged.short * 100) }
}

function rowOf(simulationId: string, { teacherId, schoolId, outcome, before, after }: SimulatedTeacher) {
  const was = hundredths(before)
  return {
    simulationId,
    teacherId,
    schoolId,
    outcome,
    beforeMet: was.met,
    beforeTotal: was.total,
    beforeShort: was.short,
    afterMet: after.met,
    afterTotal: Math.round(after.total * 100),
    afterShort: Math.round(after.short * 100),
    lacking: after.lacking,
  }
}

function advanced(before: SimulationRow, after: SimulationRow): Statement[] {
  return [
    assertion(
      'moved-on',
      'SELECT cursor = ? AND version = ? FROM simulations WHERE id = ?',
      before.cursor,
      before.version,
      before.id,
    ),
    statement(
      'UPDATE simulations SET cursor = ?, done = ?, total = ?, state = ?, figures = ?, version = version + 1 WHERE id = ?',
      after.cursor,
      after.done,
      after.total,
      after.state,
      JSON.stringify(after.figures),
      before.id,
    ),
  ]
}

/** 测算下一批：the result grows by a slice and remembers where it is; nothing else of the district changes. */
export async function stepSimulation(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { tenant } = scene.store
  const walk = { id: params.id, limit: TEACHERS }
  const [[row], teachers, entries] = await tenant.read(
    simulationById(walk),
    teachersOfSimulation(walk),
    creditRowsOfSimulation(walk),
  )
  if (!row) return refuse({ code: 'not-found' })
  if (row.state === 'done') return ok({ body: simulationCard(row, undefined) })
  const { ledgers } = creditLedgers(teachers, entries)
  const { before, after } = row.given
  const result = simulatePolicy(
    row.figures,
    { before: before ? compiled(before) : null, after: compiled(after), asOf: row.asOf },
    ledgers,
  )
  const last = teachers.length < TEACHERS
  const next: SimulationRow = {
    ...row,
    cursor: teachers.at(-1)?.id ?? row.cursor,
    done: row.done + teachers.length,
    total: last ? row.done + teachers.length : row.total,
    state: last ? 'done' : 'running',
    figures: result.figures,
    version: row.version + 1,
  }
  const rows = result.teachers.map((one) => rowOf(row.id, one))
  const refused = await tenant.write([
    ...advanced(row, next),
    ...(rows.length > 0 ? [insertMany(simulationRows, rows)] : []),
  ])
  return refused ? refuse({ code: 'version-stale' }) : ok({ body: simulationCard(next, undefined) })
}
