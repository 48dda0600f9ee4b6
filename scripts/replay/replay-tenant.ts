import type { DatabaseSync } from 'node:sqlite'
import { type Finding, type Journalled, replayEvaluation, type StoredEvaluation } from './replay-evaluation.ts'
import { replayPanels } from './replay-panels.ts'
import { replaySeals } from './replay-seals.ts'
import { replaySnapshots } from './replay-snapshots.ts'

export type Report = {
  evaluations: number
  same: number
  panels: number
  /** Earlier rankings of these panels, each of which a later conclusion followed. */
  rounds: number
  sheets: number
  snapshots: number
  findings: Finding[]
  notReplayable: { id: string; why: string }[]
  /** The last evaluation looked at: a run that was broken off goes on behind it. */
  last: string | null
}
export type Told = { done: number; last: string }

const BATCH = 500
const COLUMNS =
  'id, subject_id, rubric_id, method, engine, total, band, inputs, inputs_sha256, derivation, sha256, previous_id'

/** Every evaluation that the journal names, with the hashes it kept. */
function journalled(database: DatabaseSync): Map<string, Journalled> {
  const rows = database
    .prepare(
      `SELECT json_extract(after, '$.evaluation') AS id, after FROM journal WHERE after LIKE '%"evaluation":"eva\\_%' ESCAPE '\\'`,
    )
    .iterate()
  const known = new Map<string, Journalled>()
  for (const { id, after } of rows) {
    const said: Journalled = JSON.parse(String(after))
    // an appeal names the result that it is against; only what made a result carries the hash of its inputs
    if (said.inputsSha256 !== undefined) known.set(String(id), said)
  }
  return known
}

function rubricTexts(database: DatabaseSync): (id: string) => string | null {
  const read = database.prepare('SELECT body FROM rubrics WHERE id = ?')
  const known = new Map<string, string | null>()
  return (id) => {
    if (!known.has(id)) {
      const row = read.get(id)
      known.set(id, row ? String(row['body']) : null)
    }
    return known.get(id) ?? null
  }
}

/** Triggers that keep evaluations as they were written; one that is gone says that somebody meant to change them. */
const GUARDS = ['evaluations_no_update', 'evaluations_no_delete', 'evaluations_no_replace']

function guardsOf(database: DatabaseSync): Finding[] {
  const there = new Set(
    database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
      .all()
      .map(({ name }) => String(name)),
  )
  return GUARDS.filter((name) => !there.has(name)).map((name) => ({
    id: name,
    what: '防止改动的触发器不在',
    path: 'sqlite_master',
    stored: undefined,
    again: name,
  }))
}

/** Recomputes everything that scoring stored in a tenant's database. It reads only. */
export function replayTenant(
  database: DatabaseSync,
  { after = '', onProgress = () => {} }: { after?: string; onProgress?: (told: Told) => void } = {},
): Report {
  const journal = journalled(database)
  const rubricText = rubricTexts(database)
  const page = database.prepare(`SELECT ${COLUMNS} FROM evaluations WHERE id > ? ORDER BY id LIMIT ${BATCH}`)
  const subjects = new Map<string, string>()
  const report: Report = {
    evaluations: 0,
    same: 0,
    panels: 0,
    rounds: 0,
    sheets: 0,
    snapshots: 0,
    findings: guardsOf(database),
    notReplayable: [],
    last: null,
  }
  for (let from = after; ; ) {
    const rows = page.all(from) as unknown as StoredEvaluation[]
    for (const row of rows) {
      const { findings, notReplayable } = replayEvaluation(row, rubricText(row.rubric_id), journal.get(row.id))
      const previous = row.previous_id === null ? row.subject_id : subjects.get(row.previous_id)
      if (previous !== row.subject_id && (previous !== undefined || (row.previous_id ?? '') > after))
        findings.push({
          id: row.id,
          what: '前一结果不在，或不是同一对象的',
          path: 'previous_id',
          stored: row.previous_id,
          again: previous,
        })
      subjects.set(row.id, row.subject_id)
      journal.delete(row.id)
      report.findings.push(...findings)
      if (notReplayable !== null) report.notReplayable.push({ id: row.id, why: notReplayable })
      else if (findings.length === 0) report.same += 1
      report.evaluations += 1
      report.last = row.id
    }
    const last = rows.at(-1)
    if (!last) break
    from = last.id
    onProgress({ done: report.evaluations, last: from })
  }
  for (const [id, said] of journal)
    if (id > after)
      report.findings.push({
        id,
        what: '操作日志中有，结果却不在',
        path: 'evaluations',
        stored: undefined,
        again: said.sha256,
      })
  const panels = replayPanels(database, rubricText)
  const seals = replaySeals(database)
  report.panels = panels.panels
  report.rounds = panels.rounds
  report.sheets = seals.sheets
  const snapshots = replaySnapshots(database, rubricText)
  report.snapshots = snapshots.snapshots
  report.findings.push(...panels.findings, ...seals.findings, ...snapshots.findings)
  report.notReplayable.push(...panels.notReplayable, ...snapshots.notReplayable)
  return report
}
