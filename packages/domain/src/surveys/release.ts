import type { SurveyShowing } from './survey.ts'

type Standing = {
  /** Answers that no result counts yet, and answers that a result counts. */
  pending: number
  released: number
  closed: boolean
  least: number
  showing: SurveyShowing
}

/**
 * Whether the answers that wait may now be counted, all at once. Two results that were shown must never differ by fewer
 * than `least` answers, or their difference is what those few said; the last few before the close stay uncounted
 * for the same reason.
 */
export function mayRelease({ pending, closed, least, showing }: Standing): boolean {
  if (pending < least) return false
  return closed || showing === 'steps'
}

/** Answers that came in and will never be counted: fewer than the minimum followed the last result. */
export function withheldAtClose(standing: Standing): number {
  return standing.closed && !mayRelease(standing) ? standing.pending : 0
}
