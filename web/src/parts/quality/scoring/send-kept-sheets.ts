import { call } from '../../../call.ts'
import { mergeThreeWay } from '../../calls/applications/three-way.ts'
import { draftFrom, draftOf, placesOf, sameDraft, stashedSheet, stashSheet } from './sheet-draft.ts'

/**
 * Stores what this device kept of a sheet that is not on the screen. What another window changed differently is left for a person:
 * it stays kept until the sheet is opened.
 */
async function sendKept(district: string, id: string): Promise<boolean> {
  const kept = stashedSheet(id)
  if (kept === null) return false
  const params = { district, id }
  const found = await call('readScoresheet', { params })
  if (!found.ok || !found.body.actions.includes('score')) return false
  const theirs = draftOf(found.body)
  const { values, conflicts } = mergeThreeWay(placesOf(kept.base), placesOf(kept.draft), placesOf(theirs))
  if (conflicts.length > 0) return false
  const { scores, comments, comment } = draftFrom(values)
  if (!sameDraft({ scores, comments, comment }, theirs)) {
    const body = { scores: { ...scores }, comments: { ...comments }, comment }
    const answer = await call('scoreSheet', { params, body, ifMatch: found.body.version })
    if (!answer.ok) return false
  }
  stashSheet(id, null)
  return true
}

/** One after the other; whether any was stored. */
export async function sendKeptSheets(district: string, ids: readonly string[]): Promise<boolean> {
  let stored = false
  for (const id of ids) stored = (await sendKept(district, id)) || stored
  return stored
}
