import type { EngagedSheetRow } from '@shixun/db/tenant/engagements'
import type { MetSheetRow } from '@shixun/db/tenant/late-conflicts'
import { type Conflict, eachRuleOnce, judgeMeeting, type Meeting } from '@shixun/domain/quality/conflicts/conflict'
import type { ConflictRules } from '@shixun/domain/quality/conflicts/conflict-rules'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { dayOf } from './engagements-by-expert.ts'

/** A sheet that a conflict reaches late: sealed ones are voided, the others recused. */
export type LateConflict = {
  sheetId: string
  sheetVersion: number
  applicationId: string
  title: string
  unitName: string
  expertId: string
  expertName: string
  state: 'assigned' | 'declared' | 'submitted'
  conflicts: Conflict[]
  /** What stood against the sheet before. */
  known: { rule: string; detail: string }[]
  effect: 'recuse' | 'void'
}

/** How a row says that its expert meets the item, as of a day: trainings that began after it play no part in a sealed sheet. */
function meetingOf(row: MetSheetRow | EngagedSheetRow, day: string): Meeting[] {
  if ('via' in row) {
    const { via, key, what, name, since, until } = row
    return [{ by: 'key', via, met: { key, what, name, since, until } }]
  }
  const engaged = { unitId: row.unitId, how: row.how, since: dayOf(row.since), until: dayOf(row.until) }
  return row.sealedAt !== null && engaged.since > day ? [] : [{ by: 'engaged', engaged }]
}

/**
 * What the experts of a panel are known to be bound by now, sheet by sheet. A sealed sheet is judged by the day of its seal: who went to
 * the school afterwards was free when they scored; a tie without dates always binds.
 */
export function lateConflicts(
  rows: readonly (MetSheetRow | EngagedSheetRow)[],
  rules: ConflictRules,
  now: string,
): LateConflict[] {
  const sheets = new Map<string, LateConflict>()
  for (const row of rows) {
    const day = chinaDate(row.sealedAt ?? now)
    const found = meetingOf(row, day).flatMap((meeting) => judgeMeeting(meeting, rules, day))
    if (found.length === 0) continue
    const { sheetId, sheetVersion, applicationId, title, unitName, expertId, expertName, state } = row
    const earlier = sheets.get(sheetId)?.conflicts ?? []
    sheets.set(sheetId, {
      sheetId,
      sheetVersion,
      applicationId,
      title,
      unitName,
      expertId,
      expertName,
      state,
      conflicts: eachRuleOnce([...earlier, ...found]),
      known: JSON.parse(row.conflicts) as LateConflict['known'],
      effect: state === 'submitted' ? 'void' : 'recuse',
    })
  }
  return [...sheets.values()]
}
