import { policiesInForce, recomputationOfPolicy } from '@shixun/db/tenant/policies'
import {
  advanceRecomputation,
  clearedStatements,
  closeMonth,
  emptyMonths,
  monthStatements,
  standingStatements,
} from '@shixun/db/tenant/standing-writes'
import { creditRowsOfRecomputation, teachersOfRecomputation } from '@shixun/db/tenant/standings'
import { earlierOf } from '@shixun/domain/credits/policy-line'
import type { RegistryScene } from '../store.ts'
import { creditLedgers } from './credit-ledgers.ts'
import { compiledOf, keptStandings, monthCounts } from './keep-figures.ts'
import type { RecomputationRow } from './recomputation-card.ts'

/** Teachers of one slice: some 15,000 entries, a second of work at most. */
const TEACHERS = 250

/** What became of a step: where the walk stands now, or that there is none. */
type Stepped = { row: RecomputationRow; moved: boolean }

/**
 * Computes the next teachers of a recomputation and sets it forward in the same batch, so that it can stop anywhere and
 * goes on where it stopped. Nothing moves when it does not run, or when somebody else was faster.
 */
export async function recomputeSlice(
  { store, now }: Pick<RegistryScene, 'store' | 'now'>,
  policyId: string,
): Promise<Stepped | null> {
  const walk = { policy: policyId, limit: TEACHERS }
  const [[row], versions, teachers, entries] = await store.tenant.read(
    recomputationOfPolicy(walk),
    policiesInForce(),
    teachersOfRecomputation(walk),
    creditRowsOfRecomputation(walk),
  )
  if (!row) return null
  if (row.state !== 'running') return { row, moved: false }
  const { cursor, kind, months, asOf } = row
  const version = versions.find(({ id }) => id === policyId)
  const last = teachers.length < TEACHERS
  const done = row.done + teachers.length
  const next: RecomputationRow = {
    ...row,
    cursor: teachers.at(-1)?.id ?? cursor,
    done,
    total: last ? done : Math.max(row.total, done),
    finishedAt: last ? now : null,
    state: last ? 'done' : row.state,
  }
  const stepped = (refused: unknown) => (refused ? { row, moved: false } : { row: next, moved: true })
  const advance = advanceRecomputation(row, next)
  const ids = teachers.map(({ id }) => id)
  if (kind === 'clear' || !version)
    return stepped(await store.tenant.write([...advance, ...clearedStatements(policyId, ids, last)]))
  const compiled = compiledOf({ version, earlier: earlierOf(version, versions) })
  const { ledgers, gone } = creditLedgers(teachers, entries)
  const kept = [
    ...keptStandings(compiled, ledgers, asOf),
    ...gone.map(({ id, schoolId, phase }) => ({ teacherId: id, schoolId, phase, standing: null })),
  ]
  const refused = await store.tenant.write([
    ...advance,
    ...(cursor === ''
      ? [
          emptyMonths(
            policyId,
            months.map((day) => day.slice(0, 7)),
          ),
        ]
      : []),
    ...standingStatements(policyId, kept, now),
    ...monthStatements(policyId, monthCounts(compiled, ledgers, months)),
    ...(last ? closeMonth(policyId, asOf.slice(0, 7)) : []),
  ])
  return stepped(refused)
}
