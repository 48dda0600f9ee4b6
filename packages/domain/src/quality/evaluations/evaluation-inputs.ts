import { canonicalJson } from '../canonical-json.ts'
import { seededOrder } from '../panels/seeded-order.ts'
import type { Hundredths } from '../rational.ts'
import type { Method, Rubric } from '../rubrics/rubric.ts'
import type { Scores } from '../scoring/scoresheet.ts'
import { ENGINE, type Engine, type EvaluationInput, evaluate } from './evaluate.ts'

/**
 * What an evaluation was made from, as stored: with the rubric it names, enough to make it again. `sheets` name raters by id.
 * Rows of before these were kept carry only sheets and measured figures; their derivations name raters by id.
 */
export type EvaluationInputs = {
  sheets: { rater: string; scores: Scores }[]
  measured: Record<string, Hundredths | null>
  /** Points of severity per rater ('num/den'), a finding over the whole panel. */
  severities?: Record<string, string>
  /** The method asked for; the row and the derivation tell which was used. */
  method?: Method
  /** The raters in the order of their drawn numbers: the first is 01. */
  raters?: string[]
  rubric?: { id: string; version: number; line?: string; no?: number; sha256: string }
  /** The digest of all sealed sheets of the panel that the severities rest on. */
  panel?: { id: string; sheetsSha256: string }
  /** Documents that corrected figures rest on. */
  evidence?: { name: string; sha256: string }[]
}

/** Raters in an order drawn from the subject: a number says nothing of who is older in the library, nor who it is elsewhere. */
export function drawnRaters(raters: Iterable<string>, subject: string): string[] {
  return seededOrder(raters, `raters/${subject}`)
}

/** The number by which a derivation names the rater at a place of the drawn order: 01, 02 … so that text order is number order. */
export function raterNumber(place: number): string {
  return String(place + 1).padStart(2, '0')
}

/** Inputs as `evaluate` takes them: raters by number where the row keeps the draw. */
function evaluationInput(
  inputs: EvaluationInputs,
  given: { rubric: Rubric; rubricVersion: string; method: Method },
): EvaluationInput {
  const places = new Map((inputs.raters ?? []).map((rater, place) => [rater, raterNumber(place)]))
  const numbered = (rater: string) => places.get(rater) ?? rater
  const severities = Object.entries(inputs.severities ?? {})
    // a severity of a rater of other items of the panel plays no part here
    .filter(([rater]) => places.size === 0 || places.has(rater))
    .map(([rater, points]) => [numbered(rater), points])
  return {
    ...given,
    sheets: inputs.sheets.map(({ rater, scores }) => ({ rater: numbered(rater), scores })),
    measured: inputs.measured,
    ...(inputs.severities ? { severities: Object.fromEntries(severities) } : {}),
  }
}

/** Makes the derivation that stored inputs lead to, by the engine of their day. Refused as `evaluate` refuses. */
export function derive(
  inputs: EvaluationInputs,
  given: { rubric: Rubric; rubricVersion: string; method: Method },
  engine: Engine = ENGINE,
): ReturnType<typeof evaluate> {
  return evaluate(evaluationInput(inputs, given), engine)
}

/** The sealed sheets of a panel in the one spelling over which their digest is taken: by item and rater. */
export function sealedSheetsText(sheets: readonly { item: string; rater: string; scores: Scores }[]): string {
  const rows = sheets.map(({ item, rater, scores }) => [item, rater, scores] as const)
  return canonicalJson(rows.toSorted((a, b) => compare(a[0], b[0]) || compare(a[1], b[1])))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
