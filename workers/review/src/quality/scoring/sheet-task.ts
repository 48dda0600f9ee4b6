import { sheetCode } from '@shixun/domain/quality/scoring/score-table'

/** How a sheet stands in its expert's inbox: by the call and the sheet's neutral code; what is asked is said by the kind of the task. */
export function sheetTask(callTitle: string, sheetId: string): string {
  return `${callTitle} · ${sheetCode(sheetId)}`
}
