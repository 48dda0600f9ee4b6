import { policyById, policyOfSimulation, simulationById, simulationsOfPolicy } from '@shixun/db/tenant/policies'
import {
  simulatedTeachers,
  simulatedTeachersInAll,
  simulatedTeachersNamed,
  simulatedTeachersOfSchool,
} from '@shixun/db/tenant/standings'
import type { Outcome } from '@shixun/domain/credits/simulate-policy'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { type SimulationRow, simulationAnswer, simulationCard } from './simulation-card.ts'

export async function listSimulations(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[policy], rows] = await scene.store.tenant.read(
    policyById(params),
    simulationsOfPolicy({ policy: params.id, limit: 3 }),
  )
  if (!policy) return refuse({ code: 'not-found' })
  return ok({ body: { items: rows.map((row) => simulationCard(row, policy)) } })
}

export async function readSimulation(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], [policy]] = await scene.store.tenant.read(simulationById(params), policyOfSimulation(params))
  return row ? ok({ body: simulationAnswer(row, policy) }) : refuse({ code: 'not-found' })
}

type Query = {
  limit: number
  after?: string | undefined
  outcome?: Outcome | undefined
  school?: string | undefined
  name?: string | undefined
}

/** Sorts after every text and every figure. */
const LAST = '\u{10ffff}'
const MOST = Number.MAX_SAFE_INTEGER

/** The read of a page, and what its last row gives as the key of the next. Keys are `figure~id`, `name~id` or the id. */
function pageFor({ limit, after, outcome, school, name }: Query, simulation: string) {
  const cut = after?.lastIndexOf('~') ?? -1
  const [key, id] = cut > 0 ? [after?.slice(0, cut), after?.slice(cut + 1)] : [undefined, undefined]
  const given = { simulation, limit: limit + 1, after: id ?? '' }
  const filter = { outcome: outcome ?? null, school: school ?? null }
  if (name !== undefined) return simulatedTeachersNamed({ ...given, ...filter, name: key ?? name, to: name + LAST })
  const ranked = { ...given, outcome, short: key === undefined ? MOST : Number(key) }
  if (outcome !== undefined && school !== undefined) return simulatedTeachersOfSchool({ ...ranked, school })
  if (outcome !== undefined) return simulatedTeachers(ranked)
  return simulatedTeachersInAll({ simulation, limit: limit + 1, after: after ?? '' })
}

type Row = ReturnType<ReturnType<typeof simulatedTeachers>['decode']>

function side(met: boolean | null, total: number | null, short: number | null) {
  return met === null ? null : { met, total: (total ?? 0) / 100, short: (short ?? 0) / 100 }
}

function teacherCard(row: Row, { given }: SimulationRow) {
  const { teacherId, name, schoolId, schoolName, phase, outcome } = row
  const titles = new Map(given.after.policy.requirements.map(({ id, title }) => [id, title]))
  return {
    id: teacherId,
    name,
    schoolId,
    schoolName,
    phase,
    outcome,
    before: side(row.beforeMet, row.beforeTotal, row.beforeShort),
    after: side(row.afterMet, row.afterTotal, row.afterShort),
    lacking: row.lacking.map((id) => titles.get(id) ?? id),
  }
}

/** 逐人对照：by outcome those who lack most first, by name, or everybody for the workbook. */
export async function listSimulatedTeachers(
  scene: RegistryScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  if (query.school !== undefined && query.outcome === undefined && query.name === undefined)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/outcome', problem: 'required' }] })
  const [[simulation], found] = await scene.store.tenant.read(simulationById(params), pageFor(query, params.id))
  if (!simulation) return refuse({ code: 'not-found' })
  const rows = found.slice(0, query.limit)
  const last = found.length > query.limit ? rows.at(-1) : undefined
  const key = (row: Row) =>
    query.name !== undefined
      ? `${row.name}~${row.teacherId}`
      : query.outcome !== undefined
        ? `${row.afterShort}~${row.teacherId}`
        : row.teacherId
  const items = rows.map((row) => teacherCard(row, simulation))
  return ok({ body: { items, next: nextLink(raw, last ? key(last) : null) } })
}
