import type { JournalEvent } from '@shixun/db/commit'
import { commit } from '@shixun/db/commit'
import { assertion, insertParts, type Statement, statement } from '@shixun/db/statement'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { SCORESHEET, type ScoresheetState } from '@shixun/domain/quality/lifecycles'
import { becauseOf, type SeatReason } from '@shixun/domain/quality/panels/seat-reason'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { sheetTask } from '../scoring/sheet-task.ts'
import type { PanelInHand } from './seats-in-hand.ts'

/** A sheet that nobody has opened. */
export function blankSheet(scene: ReviewScene, panelId: string) {
  return {
    panelId,
    seat: 'regular' as 'regular' | 'extra',
    state: 'assigned' as ScoresheetState,
    replaces: null as string | null,
    why: null as SeatReason | null,
    scores: {},
    comments: {},
    comment: '',
    total: null,
    conflicts: [] as { rule: string; detail: string }[],
    reopenNote: null,
    declaredAt: null,
    sealedAt: null,
    version: 1,
    createdAt: scene.now,
  }
}

/** A seat as it stands, from which a new sheet takes over. */
export type OldSeat = { id: string; state: ScoresheetState; version: number; seat: 'regular' | 'extra' }

export type GivenSeat = {
  applicationId: string
  title: string
  expertId: string
  expertName: string
  seat: 'regular' | 'extra'
  why: SeatReason
  /** Whose seat it is; null of a further opinion. */
  old: OldSeat | null
}

export type Unfilled = { applicationId: string; title: string; sheetId: string; why: string }

const TAKEN = { code: 'state-refuses', facts: { state: '席位刚刚有了变化' } } as const

function movesAway({ old }: GivenSeat): boolean {
  return old !== null && (old.state === 'assigned' || old.state === 'declared')
}

/** Tasks and counters of the sheets that are taken away, by the state they leave. */
function farewells(scene: ReviewScene, given: readonly GivenSeat[]): Statement[] {
  return (['assigned', 'declared'] as const).flatMap((from) => {
    const rows = given.flatMap(({ old }) => (old?.state === from ? [{ id: old.id, title: '' }] : []))
    return arriveMany(scene, SCORESHEET, rows, from, 'replaced', () => ({}))
  })
}

/**
 * Gives seats of a panel to other experts in one batch: sheets that were being worked on become replaced, new ones
 * take their seats; sealed sheets stay. `before` are conditions and changes of the verb's own.
 */
export async function giveSeats(
  scene: ReviewScene,
  panel: PanelInHand,
  note: string,
  given: readonly GivenSeat[],
  unfilled: readonly Unfilled[],
  before: readonly Statement[] = [],
): Promise<Verdict> {
  const sheets = given.map((one) => ({
    ...blankSheet(scene, panel.id),
    id: scene.newId('she'),
    applicationId: one.applicationId,
    expertId: one.expertId,
    seat: one.seat,
    replaces: one.old?.id ?? null,
    why: one.why,
  }))
  const away = given.filter(movesAway)
  const events = given.flatMap((one, at): JournalEvent[] => {
    const sheet = sheets[at]
    if (!sheet) return []
    const made: JournalEvent = {
      entity: sheet.id,
      version: 1,
      verb: 'assign',
      after: {
        state: 'assigned',
        panel: panel.id,
        application: one.applicationId,
        expert: one.expertId,
        seat: one.seat,
        replaces: sheet.replaces,
        why: one.why,
      },
      note,
    }
    if (!one.old || !movesAway(one)) return [made]
    const { id, version, state } = one.old
    const after = { state: 'replaced', by: sheet.id }
    return [{ entity: id, version: version + 1, verb: 'replace', before: { state }, after, note }, made]
  })
  const [first, ...others] = events
  if (!first) return ok({ body: { given: [], unfilled } })
  const replaced = JSON.stringify(away.map(({ old }) => old?.id))
  const answer = {
    given: given.map(({ applicationId, title, expertId, expertName, why }, at) => ({
      id: sheets[at]?.id ?? '',
      applicationId,
      title,
      expertId,
      expertName,
      replaces: sheets[at]?.replaces ?? null,
      because: becauseOf(why),
    })),
    unfilled,
  }
  const statements = [
    assertion('scoring', 'SELECT state = ? FROM panels WHERE id = ?', panel.state, panel.id),
    ...before,
    statement(
      `UPDATE scoresheets SET state = 'replaced', version = version + 1
       WHERE state IN ('assigned', 'declared') AND id IN (SELECT value FROM json_each(?))`,
      replaced,
    ),
    ...insertParts(scoresheets, sheets),
    statement('UPDATE panels SET sheets_total = sheets_total + ? WHERE id = ?', given.length - away.length, panel.id),
    ...farewells(scene, away),
    ...arriveMany(
      scene,
      SCORESHEET,
      sheets.map((sheet) => ({ ...sheet, title: sheetTask(panel.callTitle, sheet.id) })),
      null,
      'assigned',
      (sheet) => ({ expert: sheet.expertId }),
      panel.dueOn,
    ),
  ]
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    statements,
    storedAnswer(200, answer),
  )
  if (!refusal) return ok({ body: answer })
  return refuse(
    refusedWrite(refusal, {
      scoring: { code: 'state-refuses', facts: { state: '评审组已汇总' } },
      'seat-free': TAKEN,
      duplicate: TAKEN,
    }),
  )
}
