import { DatabaseSync } from 'node:sqlite'
import { assess } from '@shixun/domain/quality/assessments/assess'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from './replay-evaluation.ts'
import { replaySnapshots } from './replay-snapshots.ts'

const rubric = SAMPLE_RUBRICS.find(({ key }) => key === 'completion')?.rubric as Rubric
const cohort = { id: 'coh_1', state: 'running', roster: 50, completed: 0, heldSessions: 10, heldMinutes: 1500 } as const
const facts = {
  state: 'running' as const,
  figures: { spent: 4_000_000 },
  agreementNo: 1,
  promised: { planned: 60, hours: 40, budget: 5_000_000 },
  cohorts: [
    { ...cohort, plannedSessions: 0, plannedMinutes: 0, whole: 490, attended: 74_000, frozenDue: 0, frozenAttended: 0 },
  ],
  surveys: [],
  rounds: [],
  milestones: [],
  inspection: {},
  lastDataOn: null,
}
const inputs = { rubricId: 'rub_1', rubricVersion: 2, asOf: '2026-05-31', facts }

let database: DatabaseSync
const replayed = (text: string | null = JSON.stringify(rubric)) => replaySnapshots(database, () => text)
const paths = () => replayed().findings.map(({ path, what }) => [path, what])

beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec(`CREATE TABLE project_snapshots (id TEXT PRIMARY KEY, project_id TEXT, month TEXT, rubric_id TEXT, as_of TEXT,
    total INTEGER, band TEXT, inputs TEXT, derivation TEXT, sha256 TEXT, engine TEXT);
    CREATE TABLE journal (entity TEXT, verb TEXT, after TEXT)`)
  const made = assess(rubric, inputs)
  const hash = sha256(canonicalJson(made))
  const engine = `assessment/1 ${made.evaluation?.engine ?? ''}`
  database
    .prepare(
      "INSERT INTO project_snapshots VALUES ('snp_1', 'pro_1', '2026-05', 'rub_1', '2026-05-31', ?, ?, ?, ?, ?, ?)",
    )
    .run(made.total, made.band, JSON.stringify(inputs), JSON.stringify(made), hash, engine)
  const after = JSON.stringify({ project: 'pro_1', month: '2026-05', sha256: hash })
  database.prepare("INSERT INTO journal VALUES ('snp_1', 'close-month', ?)").run(after)
})

describe('closed months', () => {
  it('come out the same', () => expect(replayed()).toEqual({ snapshots: 1, findings: [], notReplayable: [] }))

  it('tell a flipped byte in the derivation, the inputs and the hash', () => {
    database.exec(
      'UPDATE project_snapshots SET derivation = replace(derivation, \'"numerator":50\', \'"numerator":51\')',
    )
    expect(paths()).toEqual([['/readings/0/numerator', '重算结果不同']])
  })

  it('tell inputs that are no longer readable', () => {
    database.exec('UPDATE project_snapshots SET inputs = substr(inputs, 2)')
    expect(paths()).toEqual([['inputs', '依据已损坏，无法重算']])
  })

  it('tell inputs that were altered, by everything that followed from them', () => {
    database.exec('UPDATE project_snapshots SET inputs = replace(inputs, \'"attended":74000\', \'"attended":74500\')')
    expect(paths().map(([path]) => path)).toEqual(['/readings/3/numerator', 'sha256', 'total'])
  })

  it('tell a row that was rewritten with its hash, by the journal', () => {
    database.exec(`UPDATE project_snapshots SET month = '2026-06'`)
    expect(paths()).toEqual([['month', '与操作日志不符']])
    database.exec('DELETE FROM project_snapshots')
    expect(paths()).toEqual([['project_snapshots', '操作日志中有，快照却不在']])
  })

  it('are told apart when they cannot be computed again', () => {
    expect(replayed(null).notReplayable.map(({ why }) => why)).toEqual(['指标体系 rub_1 不在，无法重算'])
    database.exec("UPDATE project_snapshots SET engine = 'assessment/0 quality/2'")
    expect(replayed().notReplayable.length).toBe(1)
  })

  it('are none in a copy from before there were any', () => {
    expect(replaySnapshots(new DatabaseSync(':memory:'), () => null).snapshots).toBe(0)
  })
})
