import { type Answer, call, type OutputOf } from '../../call.ts'
import type { ImportRead } from '../../frame/import-source.tsx'
import { fingerprintOf } from '../calls/files/file-fingerprint.ts'

export type RosterImport = OutputOf<'readRosterImport'>

/** Rows of one request: well under the server's 1,000 and its 1 MB. */
const atOnce = 500

/** What tells the same table again: its rows, so that pasted ones are known too. */
export function fingerprintOfRows({ rows }: Pick<ImportRead, 'rows'>): Promise<string> {
  return fingerprintOf(new Blob([String(rows.length), JSON.stringify(rows)]))
}

/**
 * Sends the rows that the import does not hold yet, one request after the other, until all are there, somebody pauses,
 * or one is refused. `told` hears of each that arrived.
 */
export async function stageRows(
  district: string,
  begun: RosterImport,
  read: ImportRead,
  told: (now: RosterImport) => void,
  paused: () => boolean,
): Promise<Answer<RosterImport>> {
  let now = begun
  while (now.staged < read.rows.length && !paused()) {
    const from = now.staged
    const rows = read.rows
      .slice(from, from + atOnce)
      .map((cells, n) => ({ line: read.lines[from + n] ?? from + n + 1, cells }))
    const answer = await call('stageRosterRows', { params: { district, id: now.id }, body: { from: from + 1, rows } })
    if (!answer.ok) return answer
    now = answer.body
    told(now)
  }
  return { ok: true, body: now, version: now.version }
}
