/**
 * The closed list of expected refusals. One row of `contract/problem.ts` gives each its status, Chinese title and
 * remedy; nothing else may be answered as a problem.
 */
export const REFUSAL_CODES = [
  'invalid-input',
  'malformed-body',
  'body-too-large',
  'unsupported-media-type',
  'not-signed-in',
  'wrong-credentials',
  'cross-site',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'version-required',
  'version-stale',
  'idempotency-key-reused',
  'state-refuses',
  'window-not-open',
  'quota-used-up',
  'not-eligible',
  'file-type-refused',
  'upload-incomplete',
  'amendment-open',
  'too-many-rows',
  'workbook-refused',
  'notice-still-standing',
  'objection-open',
  'sheets-missing',
  'conflict-of-interest',
  'experts-short',
  'calendar-year-missing',
  'already-exists',
  'bureau-taken',
  'pool-empty',
  'busy',
  'too-many-requests',
  'activation-code-invalid',
  'password-refused',
  'posts-separate',
  'not-accredited',
  'cohort-without-sessions',
  'sessions-not-settled',
  'cohort-full',
  'waiting-list-full',
  'training-repeated',
  'nomination-refused',
  'code-expired',
  'code-used',
  'code-refused',
  'survey-closed',
  'survey-token-used',
  'survey-token-taken',
  'survey-token-refused',
  'survey-without-people',
  'follow-up-empty',
  'too-few-answers',
  'policy-contradicts',
  'archive-refused',
  'import-not-last',
  'transfer-open',
  'grade-too-low',
  'clock-backwards',
  'feed-epoch-changed',
  'token-refused',
  'unavailable',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A refusal as a value: `facts` fill the blanks of the problem's detail text; `fields` point into the input. */
export type Refusal = {
  code: RefusalCode
  fields?: import('./result.ts').FieldProblem[]
  facts?: Record<string, string | number>
}
