import type { Statement } from '@shixun/db/statement'
import { beginRecomputation } from '@shixun/db/tenant/standing-writes'
import { policiesOn } from '@shixun/domain/credits/policy-line'
import { planRecomputations } from '@shixun/domain/credits/recomputation-plan'
import type { VersionRow } from './policy-card.ts'
import type { RecomputationRow } from './recomputation-card.ts'

/** A recomputation as it stands when it has just begun. */
export function begunRow(
  planned: Pick<RecomputationRow, 'policyId' | 'kind' | 'reason' | 'months'>,
  before: RecomputationRow | undefined,
  { today, now, teachers }: { today: string; now: string; teachers: number },
): RecomputationRow {
  const version = (before?.version ?? 0) + 1
  const fresh = { state: 'running', cursor: '', done: 0, finishedAt: null } as const
  return { ...planned, ...fresh, asOf: today, total: teachers, version, startedAt: now }
}

/** What must begin now so that standings follow what is in force; `asPublished` says which version was published just now. */
export function begunRows(
  versions: readonly VersionRow[],
  known: readonly RecomputationRow[],
  when: { today: string; now: string; teachers: number; asPublished?: string },
): { rows: RecomputationRow[]; statements: Statement[] } {
  const inForce = policiesOn(versions, when.today).map(({ version }) => version)
  const rows = planRecomputations(inForce, known, when.today).map((planned) => {
    const before = known.find(({ policyId }) => policyId === planned.policyId)
    const reason = planned.reason === 'in_force' && planned.policyId === when.asPublished ? 'published' : planned.reason
    return begunRow({ ...planned, reason }, before, when)
  })
  return { rows, statements: rows.map(beginRecomputation) }
}
