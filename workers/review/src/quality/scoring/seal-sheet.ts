import { sha256 } from '@shixun/db/sha256'
import { type SealedSheet, sealedText } from '@shixun/domain/quality/scoring/sealed-sheet'

type Sealable = Pick<SealedSheet, 'scores' | 'comments' | 'comment'> & {
  id: string
  panelId: string
  expertId: string
  rubricId: string
  total: number | null
  sealedAt: string | null
}

/** The seal of a submitted sheet, made from what it holds: the journal keeps the same hash from the moment of the submission. */
export async function sealOf(row: Sealable): Promise<{ at: string; sha256: string } | null> {
  const { id, panelId, expertId, rubricId, scores, comments, comment, total, sealedAt } = row
  if (total === null || sealedAt === null) return null
  const sealed = { sheet: id, panel: panelId, expert: expertId, rubric: rubricId }
  return { at: sealedAt, sha256: await sha256(sealedText({ ...sealed, scores, comments, comment, total, sealedAt })) }
}
