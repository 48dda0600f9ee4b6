import { LEDGER_ENTRY, type LedgerEntryState } from '@shixun/domain/credits/ledger-entry'
import { insertMany, type Statement, statement } from '../statement.ts'
import { count } from './moves.ts'
import { ledgerEntries } from './schema/credits.ts'

type Row = typeof ledgerEntries.$inferInsert
/** What an entry must say; the rest stands at nothing. `batch` is the entry itself unless a cohort or an import brings many. */
type Given = Pick<
  Row,
  'id' | 'teacherId' | 'schoolId' | 'state' | 'date' | 'minutes' | 'channel' | 'title' | 'source' | 'providerName'
>
export type NewEntry = Given & Partial<Row>

/** Rows of one statement: some 300 KB of JSON, far from the 2 MB that a value may have. */
const ROWS = 500

const NOTHING: Omit<Row, keyof Given | 'batch' | 'version' | 'createdAt' | 'confirmedAt'> = {
  level: '',
  module: '',
  category: '',
  activity: '',
  projectId: '',
  cohortId: null,
  enrolmentId: null,
  providerId: '',
  accredited: false,
  minutesDue: null,
  minutesAttended: null,
  reverses: null,
  origin: null,
  evidence: [],
  note: null,
  reason: null,
  policyId: null,
}

/** The teachers' standings are to be computed again. */
export function standingsStale(teacherIds: readonly string[], now: string): Statement {
  return statement(
    'INSERT INTO stale_standings (teacher_id, since) SELECT DISTINCT value, ? FROM json_each(?) WHERE true ON CONFLICT (teacher_id) DO UPDATE SET since = excluded.since',
    now,
    JSON.stringify(teacherIds),
  )
}

/** Adds to the figures of the ledger: rows by state. */
function counted(entries: readonly { state: string }[]): Statement[] {
  return Object.keys(LEDGER_ENTRY.states).flatMap((state) => {
    const n = entries.filter((entry) => entry.state === state).length
    return n === 0 ? [] : [count(`${LEDGER_ENTRY.entity}.${state}`, n)]
  })
}

/** New entries with what follows from them: counters, and standings that are to be computed again. */
export function ledgerStatements(entries: readonly NewEntry[], now: string): Statement[] {
  if (entries.length === 0) return []
  const rows = entries.map((entry) => ({
    ...NOTHING,
    batch: entry.id,
    version: 1,
    createdAt: now,
    confirmedAt: entry.state === 'confirmed' ? now : null,
    ...entry,
  }))
  const written: Statement[] = []
  for (let start = 0; start < rows.length; start += ROWS)
    written.push(insertMany(ledgerEntries, rows.slice(start, start + ROWS)))
  return [
    ...written,
    ...counted(rows),
    standingsStale(
      rows.map(({ teacherId }) => teacherId),
      now,
    ),
  ]
}

type Settled = { id: string; teacherId: string; batch: string; version: number }
type Settling = {
  to: LedgerEntryState
  reason: string | null
  now: string /** Ids of those whose provider counts as accredited. */
  recognised?: readonly string[]
}

/** Pending entries that are settled together: the office's task of a batch closes when none of it is left pending. */
export function settleStatements(
  rows: readonly Settled[],
  { to, reason, now, recognised = [] }: Settling,
): Statement[] {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  return [
    statement(
      `UPDATE ledger_entries SET state = ?, reason = coalesce(?, reason), accredited = CASE WHEN id IN (SELECT value FROM json_each(?)) THEN 1 ELSE accredited END, confirmed_at = ?, version = version + 1 WHERE id IN (SELECT value FROM json_each(?))`,
      to,
      reason,
      JSON.stringify(recognised),
      to === 'confirmed' ? now : null,
      ids,
    ),
    count(`${LEDGER_ENTRY.entity}.pending`, -rows.length),
    count(`${LEDGER_ENTRY.entity}.${to}`, rows.length),
    standingsStale(
      rows.map(({ teacherId }) => teacherId),
      now,
    ),
    statement(
      "UPDATE tasks SET done_at = ? WHERE entity IN (SELECT value FROM json_each(?)) AND kind = 'ledger_entry.pending' AND done_at IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.batch = tasks.entity AND e.state = 'pending')",
      now,
      JSON.stringify([...new Set(rows.map(({ batch }) => batch))]),
    ),
  ]
}
