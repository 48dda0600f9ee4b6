import { policiesInForce, recomputationStates } from '@shixun/db/tenant/policies'
import { settleStale, standingStatements } from '@shixun/db/tenant/standing-writes'
import { confirmedRowsOfTeachers, creditTeachersByIds, staleTeachers, teachersInAll } from '@shixun/db/tenant/standings'
import { policiesOn } from '@shixun/domain/credits/policy-line'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { RegistryScene } from '../store.ts'
import { creditLedgers } from './credit-ledgers.ts'
import { compiledOf, keptStandings } from './keep-figures.ts'
import { begunRows } from './planned-recomputations.ts'
import type { VersionRow } from './policy-card.ts'
import type { RecomputationRow } from './recomputation-card.ts'
import { recomputeSlice } from './recompute-slice.ts'

type Scene = Pick<RegistryScene, 'store' | 'now'>

/** Teachers whose standings one round brings up to date because something of theirs changed. */
const STALE = 200
/** Slices of a recomputation that one round computes: bounded, so that other districts have their turn. */
const SLICES = 3

async function freshen(
  { store, now }: Scene,
  stale: readonly { teacherId: string; since: string }[],
  versions: readonly VersionRow[],
): Promise<void> {
  const today = chinaDate(now)
  const inForce = policiesOn(versions, today)
  if (inForce.length === 0) return void (await store.tenant.write([settleStale(stale)]))
  const ids = JSON.stringify(stale.map(({ teacherId }) => teacherId))
  const [teachers, entries] = await store.tenant.read(creditTeachersByIds({ ids }), confirmedRowsOfTeachers({ ids }))
  const { ledgers, gone } = creditLedgers(teachers, entries)
  const kept = inForce.flatMap((one) =>
    standingStatements(
      one.version.id,
      [
        ...keptStandings(compiledOf(one), ledgers, today),
        ...gone.map(({ id, schoolId, phase }) => ({ teacherId: id, schoolId, phase, standing: null })),
      ],
      now,
    ),
  )
  await store.tenant.write([...kept, settleStale(stale)])
}

/** Begins what the change of a day brings about; how many teachers there are is counted only then. */
async function begin(
  { store }: Scene,
  versions: readonly VersionRow[],
  known: readonly RecomputationRow[],
  when: { today: string; now: string },
): Promise<RecomputationRow[]> {
  if (begunRows(versions, known, { ...when, teachers: 0 }).rows.length === 0) return []
  const [[all]] = await store.tenant.read(teachersInAll())
  const begun = begunRows(versions, known, { ...when, teachers: all?.n ?? 0 })
  await store.tenant.write(begun.statements)
  return begun.rows
}

/**
 * What the clock does for standings, a bounded piece each round: recomputations begin when what is in force or the month
 * changes, the running one goes on, and teachers of whom something changed are computed anew.
 */
export async function keepStandings(scene: Scene): Promise<void> {
  const { tenant } = scene.store
  const [versions, known, stale] = await tenant.read(
    policiesInForce(),
    recomputationStates(),
    staleTeachers({ limit: STALE }),
  )
  const when = { today: chinaDate(scene.now), now: scene.now }
  const begun = await begin(scene, versions, known, when)
  if (stale.length > 0) await freshen(scene, stale, versions)
  const rows = [...begun, ...known.filter(({ policyId }) => !begun.some((one) => one.policyId === policyId))]
  const running = rows.find(({ state }) => state === 'running')
  for (let n = 0; running && n < SLICES; n++) if (!(await recomputeSlice(scene, running.policyId))?.moved) return
}
