import type { FieldProblem } from '../../shared/result.ts'
import type { Hundredths } from '../rational.ts'
import { expertLeaves, FULL_MARKS, type Leaf, type Rubric } from '../rubrics/rubric.ts'

/** Criterion key → hundredths. A deduction is the positive amount taken off; a veto is 0 (clear) or `VETO_RAISED`. */
export type Scores = Readonly<Record<string, Hundredths>>

/** One point on a veto leaf says that the veto is raised. */
export const VETO_RAISED: Hundredths = 100
export const HALF_POINT: Hundredths = 50

/** The value under a key that really is the record's own ('constructor' is a legal criterion key). */
export function ownScore<T>(scores: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(scores, key) ? scores[key] : undefined
}

/** The JSON pointer to a criterion in a part of a sheet, such as `/scores/input.course`. */
export function pointerInto(part: 'scores' | 'comments', key: string): string {
  return `/${part}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function pointerTo(key: string): string {
  return pointerInto('scores', key)
}

function checkScore(leaf: Leaf, value: Hundredths): FieldProblem[] {
  const pointer = pointerTo(leaf.key)
  if (!Number.isSafeInteger(value)) return [{ pointer, problem: 'not_half_point', limit: HALF_POINT }]
  if (leaf.nature === 'veto') {
    return value === 0 || value === VETO_RAISED ? [] : [{ pointer, problem: 'veto_is_yes_or_no', limit: VETO_RAISED }]
  }
  if (value < 0 || value > leaf.max) return [{ pointer, problem: 'out_of_range', limit: leaf.max }]
  return value % HALF_POINT === 0 ? [] : [{ pointer, problem: 'not_half_point', limit: HALF_POINT }]
}

/** What is wrong with one expert's sheet: half points only, 0..max, known keys, and every leaf when it is to be `complete`. */
export function checkSheet(rubric: Rubric, scores: Scores, { complete }: { complete: boolean }): FieldProblem[] {
  const asked = expertLeaves(rubric)
  const known = new Set(asked.map((leaf) => leaf.key))
  const unknown = Object.keys(scores).filter((key) => !known.has(key))
  return [
    ...unknown.map((key) => ({ pointer: pointerTo(key), problem: 'unknown_criterion' })),
    ...asked.flatMap((leaf) => {
      const value = ownScore(scores, leaf.key)
      if (value !== undefined) return checkScore(leaf, value)
      return complete ? [{ pointer: pointerTo(leaf.key), problem: 'required' }] : []
    }),
  ]
}

/** Ordinary and bonus points less deductions, not yet held to the scale of 0..100: what methods are applied to. */
export function uncappedTotal(asked: readonly Leaf[], scores: Scores): Hundredths {
  let total = 0
  for (const { key, nature } of asked) {
    // what a record inherits is never a number, so this reads its own scores alone and costs less than asking whose they are
    const value = scores[key]
    if (typeof value !== 'number') continue
    if (nature === 'deduction') total -= value
    else if (nature !== 'veto') total += value
  }
  return total
}

/** As `sheetTotal`, over leaves resolved once: for many sheets of one rubric. */
export function totalOver(asked: readonly Leaf[], scores: Scores): Hundredths {
  return Math.min(Math.max(uncappedTotal(asked, scores), 0), FULL_MARKS)
}

/** Points of one sheet in hundredths, 0..10000: ordinary leaves plus bonus less deductions. Leaves not yet scored add nothing. */
export function sheetTotal(rubric: Rubric, scores: Scores): Hundredths {
  return totalOver(expertLeaves(rubric), scores)
}
