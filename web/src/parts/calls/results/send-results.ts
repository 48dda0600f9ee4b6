import { type Answer, call, newKey, type OutputOf } from '../../../call.ts'
import type { ImportRead } from '../../../frame/import-source.tsx'

export type ResultsAnswer = Pick<OutputOf<'importResults'>, 'accepted' | 'byOutcome' | 'rejected'>

/** As many as one request takes. */
const most = 1000

interface Sending {
  params: { district: string; id: string }
  read: ImportRead
  dryRun: boolean
  onSent: (rows: number) => void
}

/**
 * Sends the rows that hold an outcome, and answers what became of all of them; rows of problems are numbered as the
 * spreadsheet numbers them. Stops at the first refusal: what was done before stays done, and says so when sent again.
 */
export async function sendResults({ params, read, dryRun, onSent }: Sending): Promise<Answer<ResultsAnswer>> {
  const rows = read.rows.flatMap(({ number = null, outcome = null, reason = null }, index) =>
    outcome === null ? [] : [{ cells: { number, outcome, reason }, line: read.lines[index] ?? index + 1 }],
  )
  const whole: ResultsAnswer = { accepted: 0, byOutcome: {}, rejected: [] }
  for (let from = 0; from < rows.length; from += most) {
    onSent(from)
    const part = rows.slice(from, from + most)
    const body = { rows: part.map(({ cells }) => cells), dryRun }
    const answer = await call('importResults', { params, body, idempotencyKey: newKey() })
    if (!answer.ok) return answer
    whole.accepted += answer.body.accepted
    for (const [outcome, n] of Object.entries(answer.body.byOutcome))
      whole.byOutcome[outcome] = (whole.byOutcome[outcome] ?? 0) + n
    whole.rejected.push(...answer.body.rejected.map((one) => ({ ...one, row: part[one.row - 1]?.line ?? one.row })))
  }
  return { ok: true, body: whole, version: null }
}
