import type { simulationById } from '@shixun/db/tenant/policies'
import type { Policy } from '@shixun/domain/credits/policy'
import type { SimulatedGroup } from '@shixun/domain/credits/simulate-policy'
import { mainAmount } from '@shixun/domain/credits/teacher-standing'

export type SimulationRow = ReturnType<ReturnType<typeof simulationById>['decode']>

/** A simulation in a list, with its progress. `version` of the policy tells whether the draft was changed since. */
export function simulationCard(row: SimulationRow, policy: { version: number; state: string } | undefined) {
  const { id, policyId, againstId, state, asOf, done, total, version, createdAt } = row
  return {
    id,
    policyId,
    againstId,
    againstTitle: row.given.before?.title ?? null,
    state,
    asOf,
    done,
    total,
    version,
    createdAt,
    outdated: policy?.state === 'draft' && policy.version !== row.policyVersion,
  }
}

function groups(of: Record<string, SimulatedGroup>) {
  return Object.entries(of)
    .map(([key, group]) => ({ key, ...group }))
    .sort(
      (a, b) => b.falls - a.falls || b.teachers - b.metAfter - (a.teachers - a.metAfter) || (a.name < b.name ? -1 : 1),
    )
}

function unitOf({ conversions }: Policy) {
  return conversions.length > 0 ? 'credits' : 'hours'
}

/** The whole result: figures of all, of schools, posts and phases, and of every requirement of both texts. */
export function simulationAnswer(row: SimulationRow, policy: { version: number; state: string } | undefined) {
  const { figures } = row
  const { before, after } = row.given
  const titles = new Map(
    [...(before?.policy.requirements ?? []), ...after.policy.requirements].map((one) => [one.id, one.title]),
  )
  const has = (of: Policy | undefined, id: string) => of?.requirements.some((one) => one.id === id) === true
  return {
    ...simulationCard(row, policy),
    policyTitle: after.title,
    all: { key: '', ...figures.all },
    schools: groups(figures.schools),
    posts: groups(figures.posts),
    phases: groups(figures.phases),
    requirements: [...titles].map(([id, title]) => ({
      id,
      title,
      before: has(before?.policy, id) ? (figures.lackingBefore[id] ?? 0) : null,
      after: has(after.policy, id) ? (figures.lackingAfter[id] ?? 0) : null,
    })),
    before: before
      ? { unit: unitOf(before.policy), amount: mainAmount(before.policy), counts: figures.bandsBefore }
      : null,
    after: { unit: unitOf(after.policy), amount: mainAmount(after.policy), counts: figures.bandsAfter },
  }
}
