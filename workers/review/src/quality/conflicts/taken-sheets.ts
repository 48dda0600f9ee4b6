import type { JournalEvent } from '@shixun/db/commit'
import { assertion, type Statement, statement } from '@shixun/db/statement'
import { enterGap, leaveGap } from '@shixun/db/tenant/gaps'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import type { Disagreement } from '@shixun/domain/quality/rubrics/rubric'
import { arriveMany } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

/** A sheet that a conflict takes away, as it stands before; `conflicts` are all that are known of it then. */
export type Taken = {
  id: string
  version: number
  panelId: string
  applicationId: string
  state: 'assigned' | 'declared' | 'submitted'
  conflicts: readonly { rule: string; detail: string }[]
}

const arrival = (sheet: Taken) => (sheet.state === 'submitted' ? 'voided' : 'recused')

/** What happened to each sheet, for the journal. */
export function takenEvents(sheets: readonly Taken[], note: string): JournalEvent[] {
  return sheets.map((sheet) => ({
    entity: sheet.id,
    version: sheet.version + 1,
    verb: sheet.state === 'submitted' ? 'void' : 'recuse',
    before: { state: sheet.state },
    after: { state: arrival(sheet), conflicts: sheet.conflicts },
    note,
  }))
}

/**
 * Takes sheets out of their panel: sealed ones are voided, the others recused; their numbers and open gaps follow. Asserted by
 * `sheets`: none of them moved since it was read.
 */
export function takeSheets(
  scene: ReviewScene,
  panelId: string,
  sheets: readonly Taken[],
  rule: Disagreement,
): Statement[] {
  const voided = sheets.filter((sheet) => sheet.state === 'submitted')
  const items = [...new Set(voided.map(({ applicationId }) => applicationId))]
  const rows = JSON.stringify(
    sheets.map((sheet) => [sheet.id, sheet.version, arrival(sheet), JSON.stringify(sheet.conflicts)]),
  )
  const follow = (['assigned', 'declared', 'submitted'] as const).flatMap((from) =>
    arriveMany(
      scene,
      SCORESHEET,
      sheets.filter((sheet) => sheet.state === from).map(({ id }) => ({ id, title: '' })),
      from,
      from === 'submitted' ? 'voided' : 'recused',
      () => ({}),
    ),
  )
  return [
    assertion(
      'sheets',
      `SELECT count(*) = json_array_length(?1) FROM scoresheets s JOIN json_each(?1) j
         ON s.id = json_extract(j.value, '$[0]') AND s.version = json_extract(j.value, '$[1]')`,
      rows,
    ),
    ...items.map((applicationId) => leaveGap({ panelId, applicationId }, rule)),
    statement(
      `UPDATE scoresheets SET version = version + 1,
         conflicts = (SELECT json_extract(value, '$[3]') FROM json_each(?1) WHERE json_extract(value, '$[0]') = scoresheets.id),
         state = (SELECT json_extract(value, '$[2]') FROM json_each(?1) WHERE json_extract(value, '$[0]') = scoresheets.id)
       WHERE id IN (SELECT json_extract(value, '$[0]') FROM json_each(?1))`,
      rows,
    ),
    ...items.map((applicationId) => enterGap({ panelId, applicationId }, rule)),
    statement(
      'UPDATE panels SET sheets_total = sheets_total - ?, sheets_in = sheets_in - ? WHERE id = ?',
      sheets.length,
      voided.length,
      panelId,
    ),
    // who is left may be free of conflict now: the question to the office ends by itself
    statement('INSERT OR IGNORE INTO panels_to_check (panel_id, since) VALUES (?, ?)', panelId, scene.now),
    ...follow,
  ]
}
