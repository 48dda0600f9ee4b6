import { commit } from '@shixun/db/commit'
import { assertion, type Statement, statement, updateSeen } from '@shixun/db/statement'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { SCORESHEET, type ScoresheetAction } from '@shixun/domain/quality/lifecycles'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { loadSheet } from './load-sheet.ts'
import { type SheetRow, sheetView } from './sheet-card.ts'

/** What a verb adds: the total it seals, and how the panel's counts change. */
export type Extra = { set?: Partial<Pick<SheetRow, 'total' | 'conflicts'>>; panel?: { total: number; in: number } }

function panelCounts(row: SheetRow, change: { total: number; in: number }): Statement {
  return statement(
    'UPDATE panels SET sheets_total = sheets_total + ?, sheets_in = sheets_in + ? WHERE id = ?',
    change.total,
    change.in,
    row.panelId,
  )
}

/** Every move of a scoresheet, while its panel still scores: load → decide → commit → answer. */
export async function moveSheet(
  scene: DistrictScene,
  given: { id: string; action: ScoresheetAction; note?: string | undefined },
  prepare: (row: SheetRow) => Result<Extra, Refusal> = () => ok({}),
): Promise<Verdict> {
  const row = await loadSheet(scene, given.id, `scoresheet.${given.action}`)
  if (!row) return refuse({ code: 'not-found' })
  const over = { code: 'state-refuses', facts: { state: '评审组已汇总' } } as const
  if (row.panelState !== 'scoring') return refuse(over)
  const decided = decide(scene, {
    machine: SCORESHEET,
    row: { ...row, title: '评分表' },
    action: given.action,
    note: given.note,
    owners: { expert: row.expertId },
  })
  if (!decided.ok) return decided
  const extra = prepare(row)
  if (!extra.ok) return extra
  const { to, version, event, follow } = decided.value
  const { set = {}, panel } = extra.value
  const answer = sheetView(scene, { ...row, ...set, state: to, version })
  const statements = [
    assertion('scoring', "SELECT state = 'scoring' FROM panels WHERE id = ?", row.panelId),
    updateSeen(scoresheets, row, { ...set, state: to }),
    ...follow,
    ...(panel ? [panelCounts(row, panel)] : []),
  ]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  return refusal ? refuse(refusedWrite(refusal, { scoring: over })) : ok({ body: answer, version })
}
