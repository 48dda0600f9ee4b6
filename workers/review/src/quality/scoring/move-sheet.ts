import { commit } from '@shixun/db/commit'
import { assertion, type Statement, statement, updateSeen } from '@shixun/db/statement'
import { enterGap, leaveGap } from '@shixun/db/tenant/gaps'
import { PANEL_SCORES } from '@shixun/db/tenant/panel-state'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { SCORESHEET, type ScoresheetAction } from '@shixun/domain/quality/lifecycles'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { loadSheet } from './load-sheet.ts'
import { type SheetRow, sheetView } from './sheet-card.ts'
import { sheetTask } from './sheet-task.ts'

type Kept = 'total' | 'conflicts' | 'reopenNote' | 'declaredAt' | 'sealedAt'

/** What a verb adds: columns to set, more of what the journal keeps, and how the panel's counts change. */
export type Extra = {
  set?: Partial<Pick<SheetRow, Kept>>
  after?: Record<string, unknown>
  panel?: { total: number; in: number }
}

export const PANEL_OVER = { code: 'state-refuses', facts: { state: '评审组已汇总' } } as const satisfies Refusal

/** A sheet moves only while its panel scores. */
export function stillScoring(panelId: string): Statement {
  return assertion('scoring', PANEL_SCORES, panelId)
}

export function panelCounts({ panelId }: { panelId: string }, change: { total: number; in: number }): Statement {
  return statement(
    'UPDATE panels SET sheets_total = sheets_total + ?, sheets_in = sheets_in + ? WHERE id = ?',
    change.total,
    change.in,
    panelId,
  )
}

/** Every move of a scoresheet, while its panel still scores: load → decide → commit → answer. */
export async function moveSheet(
  scene: ReviewScene,
  given: { id: string; action: ScoresheetAction; note?: string | undefined },
  prepare: (row: SheetRow) => Result<Extra, Refusal> | Promise<Result<Extra, Refusal>> = () => ok({}),
): Promise<Verdict> {
  const row = await loadSheet(scene, given.id, `scoresheet.${given.action}`)
  if (!row) return refuse({ code: 'not-found' })
  if (row.panelState !== 'scoring') return refuse(PANEL_OVER)
  const decided = decide(scene, {
    machine: SCORESHEET,
    row: { ...row, title: sheetTask(row.callTitle, row.id) },
    action: given.action,
    note: given.note,
    owners: { expert: row.expertId },
    dueOn: row.dueOn,
  })
  if (!decided.ok) return decided
  const extra = await prepare(row)
  if (!extra.ok) return extra
  const { to, version, follow } = decided.value
  const { set = {}, panel, after = {} } = extra.value
  const event = { ...decided.value.event, after: { state: to, ...after } }
  const answer = await sheetView(scene, { ...row, ...set, state: to, version })
  const sealing = row.state === 'submitted' || to === 'submitted'
  const rule = row.rubric.disagreement
  const statements = [
    stillScoring(row.panelId),
    ...(sealing ? [leaveGap(row, rule)] : []),
    updateSeen(scoresheets, row, { ...set, state: to }),
    ...(sealing ? [enterGap(row, rule)] : []),
    ...follow,
    ...(panel ? [panelCounts(row, panel)] : []),
  ]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  return refusal ? refuse(refusedWrite(refusal, { scoring: PANEL_OVER })) : ok({ body: answer, version })
}
