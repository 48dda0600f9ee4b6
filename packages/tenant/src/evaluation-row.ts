import { sha256 } from '@shixun/db/sha256'
import type { evaluations } from '@shixun/db/tenant/schema/quality'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import {
  derive,
  drawnRaters,
  type EvaluationInputs,
  sealedSheetsText,
} from '@shixun/domain/quality/evaluations/evaluation-inputs'
import type { Scores } from '@shixun/domain/quality/rankings/panel-result'
import type { Method, Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { type FieldProblem, ok, type Result } from '@shixun/domain/shared/result'

export type EvaluationRow = typeof evaluations.$inferInsert & { derivation: Derivation; inputsSha256: string }

/** The rubric version that an evaluation goes by; `line` and `no` say which version of which line it is. */
export type UsedRubric = { id: string; version: number; body: Rubric; line?: string; no?: number }

export type EvaluationGiven = {
  id: string
  now: string
  subject: { kind: 'application' | 'project'; id: string }
  unitId: string
  rubric: UsedRubric
  method: Method
  sheets: readonly { rater: string; scores: Scores }[]
  /** Figures of the leaves that experts do not score, in hundredths; null where missing. */
  measured?: Readonly<Record<string, number | null>>
  /** Exact points per rater of the panel's severity model, with the digest of the sheets it rests on (`panelDigest`). */
  severities?: Readonly<Record<string, string>> | null
  panel?: { id: string; sheetsSha256: string } | null
  evidence?: readonly { name: string; sha256: string }[]
  cause: 'panel' | 'completion' | 'appeal' | 'conflict'
  /** The evaluation beside which this one stands. */
  previousId?: string | null
  reason?: string | null
}

/** SHA-256 over all sealed sheets of a panel, in whatever order they come. */
export function panelDigest(sheets: readonly { item: string; rater: string; scores: Scores }[]): Promise<string> {
  return sha256(sealedSheetsText(sheets))
}

const digests = new WeakMap<Rubric, Promise<string>>()

/** A panel evaluates hundreds of items by one rubric: its digest is taken once. */
function rubricDigest(rubric: Rubric): Promise<string> {
  const known = digests.get(rubric) ?? sha256(canonicalJson(rubric))
  digests.set(rubric, known)
  return known
}

/**
 * The row of one evaluation: inputs enough to make it again, the derivation in its canonical bytes and the hash of both.
 * Raters stand in the derivation by drawn numbers (01, 02 …) and in the inputs by id. Refused as `evaluate` refuses; a
 * blocked evaluation is a row without a total.
 */
export async function evaluationRow(given: EvaluationGiven): Promise<Result<EvaluationRow, FieldProblem[]>> {
  const { rubric, subject, method } = given
  const raters = drawnRaters(
    given.sheets.map((sheet) => sheet.rater),
    subject.id,
  )
  const own = Object.entries(given.severities ?? {}).filter(([rater]) => raters.includes(rater))
  const inputs: EvaluationInputs = {
    method,
    raters,
    sheets: given.sheets.map(({ rater, scores }) => ({ rater, scores: { ...scores } })),
    measured: { ...given.measured },
    rubric: {
      id: rubric.id,
      version: rubric.version,
      ...(rubric.line === undefined ? {} : { line: rubric.line }),
      ...(rubric.no === undefined ? {} : { no: rubric.no }),
      sha256: await rubricDigest(rubric.body),
    },
    ...(given.severities ? { severities: Object.fromEntries(own) } : {}),
    ...(given.panel ? { panel: given.panel } : {}),
    ...(given.evidence?.length ? { evidence: [...given.evidence] } : {}),
  }
  const made = derive(inputs, { rubric: rubric.body, rubricVersion: rubricVersionOf(rubric), method })
  if (!made.ok) return made
  const bytes = canonicalJson(made.value)
  return ok({
    id: given.id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    unitId: given.unitId,
    rubricId: rubric.id,
    panelId: given.panel?.id ?? null,
    method: made.value.methodUsed,
    engine: made.value.engine,
    total: made.value.total,
    band: made.value.band,
    inputs,
    // read back from the canonical text, so that the column holds the very bytes that the hash is taken of
    derivation: JSON.parse(bytes) as Derivation,
    sha256: await sha256(bytes),
    version: 1,
    createdAt: given.now,
    previousId: given.previousId ?? null,
    cause: given.cause,
    reason: given.reason ?? null,
    inputsSha256: await sha256(canonicalJson(inputs)),
  })
}

/** How a derivation names the version it goes by. */
function rubricVersionOf(rubric: { id: string; version: number }): string {
  return `${rubric.id}/${rubric.version}`
}

/** What the journal keeps of an evaluation: the replay compares the row with it. */
export function evaluated(row: EvaluationRow): {
  evaluation: string
  sha256: string
  inputsSha256: string
  total: number | null
  band: string | null
} {
  return {
    evaluation: row.id,
    sha256: row.sha256,
    inputsSha256: row.inputsSha256,
    total: row.total ?? null,
    band: row.band ?? null,
  }
}
