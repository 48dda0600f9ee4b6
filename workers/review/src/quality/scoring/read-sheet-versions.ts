import { sha256 } from '@shixun/db/sha256'
import { sheetById } from '@shixun/db/tenant/quality'
import { journalOfSheet } from '@shixun/db/tenant/scoring'
import { unitLimit } from '@shixun/domain/identity/permission'
import type { Scores } from '@shixun/domain/quality/scoring/scoresheet'
import { sealedText } from '@shixun/domain/quality/scoring/sealed-sheet'
import { sheetChanges } from '@shixun/domain/quality/scoring/sheet-changes'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { sheetOpen } from './sheet-card.ts'

/** What the journal keeps of a submission. */
type Sealed = {
  scores: Scores
  comments: Record<string, string>
  comment: string
  rubric: string
  total: number
  sealedAt: string
  sha256: string
  late: boolean
}

/** A sheet that was sealed before its content was journalled has nothing to show here. */
function sealedIn(after: string | null): Sealed | null {
  const kept = after === null ? null : (JSON.parse(after) as Partial<Sealed>)
  return kept?.scores !== undefined && kept.sha256 !== undefined ? (kept as Sealed) : null
}

/** 历次提交：each version that was sealed, as the journal kept it, what changed, and why it was opened again. */
export async function readSheetVersions(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(sheetById(params), journalOfSheet(params))
  const limit = unitLimit(scene.visitor, 'scoresheet.read')
  if (!row || (limit !== null && row.expertId !== limit)) return refuse({ code: 'not-found' })
  // who may not see the item any more does not see what was written about it either
  if (limit !== null && !sheetOpen(row.state)) return ok({ body: { items: [] } })
  const items = []
  let before: Sealed | null = null
  for (const [index, line] of lines.entries()) {
    const sealed = line.verb === 'submit' ? sealedIn(line.after) : null
    if (!sealed) continue
    const { scores, comments, comment, total, sealedAt, late, rubric } = sealed
    const text = sealedText({
      sheet: row.id,
      panel: row.panelId,
      expert: row.expertId,
      rubric,
      scores,
      comments,
      comment,
      total,
      sealedAt,
    })
    const next = lines[index + 1]
    items.push({
      version: line.version,
      sealedAt,
      sha256: sealed.sha256,
      intact: (await sha256(text)) === sealed.sha256,
      total: total / 100,
      late,
      scores,
      comments,
      comment,
      reopened: next?.verb === 'reopen' ? { at: next.at, note: next.note ?? '' } : null,
      changes: before === null ? [] : sheetChanges(row.rubric, before, sealed),
    })
    before = sealed
  }
  return ok({ body: { items } })
}
