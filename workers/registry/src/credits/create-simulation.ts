import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { policiesInForce, policiesOfLine } from '@shixun/db/tenant/policies'
import { simulations } from '@shixun/db/tenant/schema/policies'
import { forgetSimulations } from '@shixun/db/tenant/standing-writes'
import { teachersInAll } from '@shixun/db/tenant/standings'
import { earlierOf, policiesOn } from '@shixun/domain/credits/policy-line'
import { noFigures, type TriedPolicy } from '@shixun/domain/credits/simulate-policy'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { unpublishable } from './move-policy.ts'
import { type PolicyRow, policyProblems, type VersionRow } from './policy-card.ts'
import { type SimulationRow, simulationCard } from './simulation-card.ts'

type Given = { asOf?: string | undefined; against?: string | null | undefined }

function tried(version: PolicyRow, versions: readonly VersionRow[]): TriedPolicy {
  return {
    title: `${version.title}（第 ${version.no} 版）`,
    policy: version.body,
    earlier: earlierOf(version, versions),
  }
}

/** What a policy is held against: the version asked for, or what is in force of its line, or else the main one. */
function against(of: PolicyRow, versions: readonly VersionRow[], { against: asked }: Given, today: string) {
  if (asked === null) return null
  if (asked !== undefined) return versions.find(({ id }) => id === asked)
  const inForce = policiesOn(versions, today).map(({ version }) => version)
  const found = inForce.find(({ line }) => line === of.line) ?? inForce[0]
  return found === undefined || found.id === of.id ? null : found
}

/** 测算：freezes both texts and begins; the ledger is walked over by steps. */
export async function createSimulation(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: Given },
): Promise<Verdict> {
  const [line, versions, [all]] = await scene.store.tenant.read(
    policiesOfLine({ id: params.id }),
    policiesInForce(),
    teachersInAll(),
  )
  const row = line.find(({ id }) => id === params.id)
  if (!row) return refuse({ code: 'not-found' })
  const problems = row.state === 'draft' ? policyProblems(row, line) : []
  if (problems.length > 0) return refuse(unpublishable(problems))
  const today = chinaDate(scene.now)
  const other = against(row, versions, body, today)
  if (other === undefined)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/against', problem: 'not_published' }] })
  const simulation: SimulationRow = {
    id: scene.newId('sim'),
    policyId: row.id,
    againstId: other?.id ?? null,
    policyVersion: row.version,
    given: { before: other ? tried(other, versions) : null, after: tried(row, line) },
    state: 'running',
    asOf: body.asOf ?? today,
    cursor: '',
    done: 0,
    total: all?.n ?? 0,
    figures: noFigures(),
    version: 1,
    createdAt: scene.now,
  }
  const answer = simulationCard(simulation, row)
  const event = {
    entity: simulation.id,
    version: 1,
    verb: 'create',
    after: { policy: row.id, against: other?.id ?? null },
  }
  const statements = [insert(simulations, simulation), ...forgetSimulations(row.id)]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer })
}
