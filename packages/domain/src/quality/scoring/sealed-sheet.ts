import { canonicalJson } from '../canonical-json.ts'
import type { Hundredths } from '../rational.ts'
import type { Scores } from './scoresheet.ts'
import type { SheetComments } from './sheet-comments.ts'

/**
 * What a submitted sheet says: the SHA-256 of `sealedText` is written into the journal when it is sealed. The application is named by
 * its sheet alone: its own id stands in public notices, and an expert could try each of them against the hash.
 */
export type SealedSheet = {
  sheet: string
  panel: string
  expert: string
  rubric: string
  scores: Scores
  comments: SheetComments
  comment: string
  total: Hundredths
  sealedAt: string
}

/** The bytes that the seal is made from: canonical JSON, so that anybody can make them again from the sheet's members. */
export function sealedText(sheet: SealedSheet): string {
  return canonicalJson({ format: 'scoresheet/1', ...sheet })
}

/** Whether a sheet came after the panel's day: allowed until the panel is concluded, and told. Both are days of China, `2026-11-20`. */
export function isLate(dueOn: string | null, day: string): boolean {
  return dueOn !== null && day > dueOn
}
