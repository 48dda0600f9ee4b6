import type { DatabaseSync } from 'node:sqlite'
import { type SealedSheet, sealedText } from '@shixun/domain/quality/scoring/sealed-sheet'
import { type Finding, sha256 } from './replay-evaluation.ts'

const SUBMITTED = `SELECT s.id, s.panel_id, s.expert_id, p.rubric_id, s.scores, s.comments, s.comment, s.total, s.sealed_at,
    (SELECT j.after FROM journal j WHERE j.entity = s.id AND j.verb = 'submit' ORDER BY j.version DESC LIMIT 1) AS said
  FROM scoresheets s JOIN panels p ON p.id = s.panel_id WHERE s.state IN ('submitted', 'voided') AND s.sealed_at IS NOT NULL ORDER BY s.id`

/** The seal that the journal kept when the sheet was submitted. */
function sealIn(said: unknown): string | null {
  if (typeof said !== 'string') return null
  const after: unknown = JSON.parse(said)
  const seal =
    typeof after === 'object' && after !== null && 'scores' in after && 'sha256' in after ? after.sha256 : null
  return typeof seal === 'string' ? seal : null
}

/** Sealed sheets against the seals in the journal: what panels were concluded from is what the experts handed in. */
export function replaySeals(database: DatabaseSync): { sheets: number; findings: Finding[] } {
  const findings: Finding[] = []
  let sheets = 0
  for (const row of database.prepare(SUBMITTED).iterate()) {
    const id = String(row['id'])
    const seal = sealIn(row['said'])
    if (seal === null) continue
    sheets += 1
    let again = ''
    try {
      const sheet: SealedSheet = {
        sheet: id,
        panel: String(row['panel_id']),
        expert: String(row['expert_id']),
        rubric: String(row['rubric_id']),
        scores: JSON.parse(String(row['scores'])),
        comments: JSON.parse(String(row['comments'])),
        comment: String(row['comment']),
        total: Number(row['total']),
        sealedAt: String(row['sealed_at']),
      }
      again = sha256(sealedText(sheet))
    } catch {
      // a sheet that no longer reads has no seal
    }
    if (again !== seal)
      findings.push({ id, what: '评分表与提交时的封存指纹不符', path: 'seal', stored: again, again: seal })
  }
  return { sheets, findings }
}
