/**
 * One wrong member of an input: `pointer` is an RFC 6901 JSON pointer into the body or form, `problem` a key that has its
 * sentence in the list of field problems; a rule that names itself brings a sentence of its own in `detail`.
 */
export type FieldProblem = { pointer: string; problem: string; limit?: number | string; detail?: string }

/** What a decision answers: the value, or a refusal as a value (never thrown). */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<R>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal }
}
