import type { DatabaseSync } from 'node:sqlite'
import { ASSESSMENT_ENGINE, type AssessmentInputs, assess } from '@shixun/domain/quality/assessments/assess'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { ENGINES } from '@shixun/domain/quality/evaluations/evaluate'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { firstDifference } from './first-difference.ts'
import { type Finding, sha256 } from './replay-evaluation.ts'

type Row = {
  id: string
  project_id: string
  month: string
  rubric_id: string
  as_of: string
  total: number | null
  band: string | null
  inputs: string
  derivation: string
  sha256: string
  engine: string
}
type Said = { sha256?: unknown; month?: unknown; project?: unknown }

const PAGE = `SELECT id, project_id, month, rubric_id, as_of, total, band, inputs, derivation, sha256, engine
  FROM project_snapshots WHERE id > ? ORDER BY id LIMIT 500`

const TABLE = "SELECT 1 FROM sqlite_master WHERE name = 'project_snapshots'"

function engineOf(text: string): (typeof ENGINES)[number] | null {
  const [own, scoring] = text.split(' ')
  return own === ASSESSMENT_ENGINE ? (ENGINES.find((one) => one === scoring) ?? null) : null
}

/** The journal was written in the same batch: a row that was rewritten together with its hash shows here. */
function againstJournal(row: Row, said: Said | undefined): Finding[] {
  if (!said)
    return [{ id: row.id, what: '操作日志中没有这个快照', path: 'journal', stored: row.sha256, again: undefined }]
  const pairs = [
    ['sha256', row.sha256, said.sha256],
    ['month', row.month, said.month],
    ['project_id', row.project_id, said.project],
  ] as const
  return pairs
    .filter(([, stored, again]) => stored !== again)
    .map(([path, stored, again]) => ({ id: row.id, what: '与操作日志不符', path, stored, again }))
}

/** Null where the text is no JSON, or the inputs are not such that anything could be computed from them. */
function assessedAgain(row: Row, rubricText: string, engine: (typeof ENGINES)[number]) {
  try {
    const inputs = JSON.parse(row.inputs) as AssessmentInputs
    return {
      inputs,
      stored: JSON.parse(row.derivation) as unknown,
      again: assess(JSON.parse(rubricText) as Rubric, inputs, engine),
    }
  } catch {
    return null
  }
}

function replaySnapshot(row: Row, rubricText: string, engine: (typeof ENGINES)[number]): Finding[] {
  const { id } = row
  const made = assessedAgain(row, rubricText, engine)
  if (made === null)
    return [{ id, what: '依据已损坏，无法重算', path: 'inputs', stored: row.inputs.slice(0, 200), again: undefined }]
  const { inputs, stored, again } = made
  const differs = firstDifference(stored, JSON.parse(canonicalJson(again)))
  const hash = sha256(canonicalJson(again))
  const columns = [
    ['sha256', row.sha256, hash],
    ['total', row.total, again.total],
    ['band', row.band, again.band],
    ['as_of', row.as_of, again.asOf],
    ['rubric_id', row.rubric_id, inputs.rubricId],
  ] as const
  return [
    ...(differs === null ? [] : [{ id, what: '重算结果不同', ...differs }]),
    ...columns
      .filter(([, kept, made]) => kept !== made)
      .map(([path, kept, made]) => ({ id, what: '列与计算过程不符', path, stored: kept, again: made })),
  ]
}

/** Every closed month of the dynamic assessment computed again from its own inputs, and held against the journal. */
export function replaySnapshots(
  database: DatabaseSync,
  rubricText: (id: string) => string | null,
): { snapshots: number; findings: Finding[]; notReplayable: { id: string; why: string }[] } {
  // a copy from before there were any
  if (database.prepare(TABLE).get() === undefined) return { snapshots: 0, findings: [], notReplayable: [] }
  const said = new Map<string, Said>(
    database
      .prepare("SELECT entity, after FROM journal WHERE verb = 'close-month'")
      .all()
      .map(({ entity, after }) => [String(entity), JSON.parse(String(after)) as Said]),
  )
  const page = database.prepare(PAGE)
  const found: ReturnType<typeof replaySnapshots> = { snapshots: 0, findings: [], notReplayable: [] }
  for (let after = ''; ; ) {
    const rows = page.all(after) as unknown as Row[]
    for (const row of rows) {
      found.snapshots += 1
      found.findings.push(...againstJournal(row, said.get(row.id)))
      said.delete(row.id)
      const text = rubricText(row.rubric_id)
      const engine = engineOf(row.engine)
      if (text === null) found.notReplayable.push({ id: row.id, why: `指标体系 ${row.rubric_id} 不在，无法重算` })
      else if (engine === null)
        found.notReplayable.push({ id: row.id, why: `计算版本 ${row.engine} 已不在本程序中，无法重算` })
      else found.findings.push(...replaySnapshot(row, text, engine))
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.id
  }
  for (const [id, { sha256: hash }] of said)
    found.findings.push({
      id,
      what: '操作日志中有，快照却不在',
      path: 'project_snapshots',
      stored: undefined,
      again: hash,
    })
  return found
}
