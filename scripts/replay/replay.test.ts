import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { derive } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { type EvaluationGiven, type EvaluationRow, evaluated, evaluationRow } from '@shixun/tenant/evaluation-row'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../../packages/testkit/src/source-files.ts'
import { migratedDatabase } from '../../packages/testkit/src/sql-schema.ts'
import { replayTenant } from './replay-tenant.ts'
import { replay } from './run.ts'
import { derivationsDigest } from './test-derivations.ts'

const rubric: Rubric = {
  title: '评审',
  criteria: [
    { key: 'plan', title: '方案', kind: 'leaf', max: 6000 },
    { key: 'rate', title: '出勤率', kind: 'leaf', max: 4000, source: 'metric', metric: 'attendance' },
  ],
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}
const id = (n: number) => `eva_0000000000000000000000000${n}`
const given = (n: number, more: Partial<EvaluationGiven> = {}): EvaluationGiven => ({
  id: id(n),
  now: '2026-11-22T01:00:00.000Z',
  subject: { kind: 'project', id: `pro_${n}` },
  unitId: 'sch_1',
  rubric: { id: 'rub_1', version: 2, body: rubric },
  method: 'mean',
  sheets: [
    { rater: 'exp_b', scores: { plan: 5500 } },
    { rater: 'exp_a', scores: { plan: 5000 } },
  ],
  measured: { rate: 9235 },
  cause: 'completion',
  ...more,
})

let database: DatabaseSync

async function store(one: EvaluationGiven): Promise<void> {
  const made = await evaluationRow(one)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  insertRow(made.value)
}

function insertRow(r: EvaluationRow): void {
  database
    .prepare(
      `INSERT INTO evaluations (id, subject_kind, subject_id, unit_id, rubric_id, panel_id, method, engine, total, band, inputs,
         derivation, sha256, version, created_at, previous_id, cause, reason, inputs_sha256)
       VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[r.id, r.subjectKind, r.subjectId, r.unitId, r.rubricId, r.method, r.engine, r.total ?? null, r.band ?? null],
      ...[JSON.stringify(r.inputs), JSON.stringify(r.derivation), r.sha256, r.createdAt, r.previousId ?? null],
      ...[r.cause, r.reason ?? null, r.inputsSha256],
    )
  database
    .prepare(
      "INSERT INTO journal (entity, version, verb, actor, at, after, request_id, leaf_hash) VALUES (?, ?, 'evaluate', 'x', 't', ?, 'r', 'h')",
    )
    .run(r.subjectId, Number(r.id.at(-1)), JSON.stringify(evaluated(r)))
}

/** What somebody with the file in hands would do first. */
function tamper(sql: string, ...params: (string | number)[]): void {
  database.exec('DROP TRIGGER evaluations_no_update')
  database.prepare(sql).run(...params)
  database.exec(
    "CREATE TRIGGER evaluations_no_update BEFORE UPDATE ON evaluations BEGIN SELECT RAISE(ABORT, 'evaluations are append-only'); END",
  )
}
const found = () => replayTenant(database).findings.map(({ id: one, what, path }) => [one, what, path])

beforeEach(async () => {
  database = migratedDatabase('tenant')
  database
    .prepare(
      "INSERT INTO rubrics (id, title, purpose, body, state, version, created_at) VALUES ('rub_1', '评审', 'completion', ?, 'published', 2, 't')",
    )
    .run(JSON.stringify(rubric))
  await store(given(1))
  await store(given(2, { measured: { rate: 10_000 } }))
  await store(
    given(3, { subject: { kind: 'project', id: 'pro_1' }, previousId: id(1), cause: 'appeal', reason: '更正' }),
  )
})

describe('replay', () => {
  it('finds nothing where nothing was changed', () => {
    expect(replayTenant(database)).toEqual({
      evaluations: 3,
      same: 3,
      ...{ panels: 0, rounds: 0, sheets: 0, snapshots: 0 },
      findings: [],
      notReplayable: [],
      last: id(3),
    })
  })

  it('finds one byte flipped in a stored derivation, by hash and by recomputation, and says which member', () => {
    tamper(
      'UPDATE evaluations SET derivation = replace(derivation, \'"total":8944\', \'"total":8945\') WHERE id = ?',
      id(1),
    )
    expect(found()).toEqual([
      [id(1), '指纹与计算过程不符', 'sha256'],
      [id(1), '列与计算过程不符', 'total'],
      [id(1), '重算结果不同', '/total'],
    ])
    const told = replayTenant(database).findings.at(-1)
    expect(told).toMatchObject({ stored: 8945, again: 8944 })
  })

  it('finds a score of an earlier ranking that is not that of its explanation', () => {
    database.exec('PRAGMA foreign_keys = OFF')
    const rank = (round: number, official: number) =>
      database
        .prepare(
          `INSERT INTO rankings (panel_id, round, seq, application_id, title, unit_name, place, seat, tied, same_published, broken_by,
             official, mean, median, places, gap, arbitration, vetoed, sheets, evaluation_id)
           VALUES ('pan_1', ?, 1, 'app_1', '甲', '一小', 1, 'in', 0, 0, '[]', ?, 0, 0, '{}', 0, 0, '[]', 1, ?)`,
        )
        .run(round, official, id(1))
    rank(1, 8944)
    expect(found()).toEqual([])
    rank(2, 8945)
    expect(found()).toEqual([['pan_1', '排名的得分与评估结果不符', '/rounds/2/app_1/official']])
  })

  it('finds a space added to the bytes', () => {
    tamper("UPDATE evaluations SET derivation = derivation || ' ' WHERE id = ?", id(2))
    expect(found()).toEqual([[id(2), '指纹与计算过程不符', 'sha256']])
  })

  it('finds a changed input even where the result was made to fit it, for the journal kept both hashes', async () => {
    const made = await evaluationRow(given(1, { measured: { rate: 9300 } }))
    if (!made.ok) throw new Error('refused')
    const { inputs, derivation, sha256, inputsSha256, total = null } = made.value
    tamper(
      'UPDATE evaluations SET inputs = ?, derivation = ?, sha256 = ?, inputs_sha256 = ?, total = ? WHERE id = ?',
      JSON.stringify(inputs),
      JSON.stringify(derivation),
      sha256,
      inputsSha256,
      total ?? 0,
      id(1),
    )
    expect(found()).toEqual([
      [id(1), '与操作日志不符', 'sha256'],
      [id(1), '与操作日志不符', 'inputs_sha256'],
    ])
  })

  it('finds an input that was changed alone, and a column that was', () => {
    tamper("UPDATE evaluations SET inputs = replace(inputs, '9235', '9335'), band = 'pass' WHERE id = ?", id(1))
    expect(found()).toEqual([
      [id(1), '列与计算过程不符', 'band'],
      [id(1), '依据被改动', 'inputs_sha256'],
      [id(1), '重算结果不同', '/leaves/1/exact'],
    ])
  })

  it('finds a row that was taken away, and one that nobody journalled', async () => {
    database.exec('DROP TRIGGER evaluations_no_delete')
    database.prepare('DELETE FROM evaluations WHERE id = ?').run(id(2))
    database.exec('DROP TRIGGER journal_no_delete')
    database.exec("DELETE FROM journal WHERE entity = 'pro_1' AND after LIKE '%000001%'")
    expect(found()).toEqual([
      ['evaluations_no_delete', '防止改动的触发器不在', 'sqlite_master'],
      [id(1), '操作日志中没有这个结果', 'journal'],
      [id(2), '操作日志中有，结果却不在', 'evaluations'],
    ])
  })

  it('finds a rubric that was changed, and tells one that is gone as not replayable', () => {
    database.exec('DROP TRIGGER rubrics_never_change')
    database.prepare("UPDATE rubrics SET body = replace(body, '方案', '方安')").run()
    expect(found()[0]).toEqual([id(1), '指标体系被改动', 'inputs/rubric/sha256'])
    database.exec('DROP TRIGGER rubrics_never_vanish')
    database.exec('DELETE FROM rubrics')
    const report = replayTenant(database)
    expect(report.findings).toEqual([])
    expect(report.notReplayable.map(({ why }) => why)).toEqual(Array(3).fill('指标体系 rub_1 不在，无法重算'))
  })

  it('never skips in silence what an engine made that is gone', () => {
    tamper("UPDATE evaluations SET engine = 'quality/0' WHERE id = ?", id(1))
    const report = replayTenant(database)
    expect(report.notReplayable).toEqual([{ id: id(1), why: '计算版本 quality/0 已不在本程序中，无法重算' }])
    expect(report.same).toBe(2)
  })

  it('replays what an earlier engine made by that engine, which took the median leaf by leaf', async () => {
    const sheets = [4000, 5000, 5550].map((plan, at) => ({ rater: `exp_${at}`, scores: { plan } }))
    const made = await evaluationRow(given(4, { sheets, method: 'median' }))
    if (!made.ok) throw new Error('refused')
    const { inputs } = made.value
    const old = derive(inputs, { rubric, rubricVersion: 'rub_1/2', method: 'median' }, 'quality/1')
    if (!old.ok) throw new Error('refused')
    const bytes = canonicalJson(old.value)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    insertRow({ ...made.value, engine: 'quality/1', derivation: JSON.parse(bytes), sha256 })
    expect(bytes).not.toBe(canonicalJson(made.value.derivation))
    expect(replayTenant(database)).toMatchObject({ same: 4, findings: [], notReplayable: [] })
  })

  it('goes on behind the id it is given', () => {
    expect(replayTenant(database, { after: id(1) })).toMatchObject({ evaluations: 2, same: 2, findings: [] })
  })

  it('survives bytes that are no JSON at all', () => {
    tamper("UPDATE evaluations SET derivation = 'x' || derivation WHERE id = ?", id(1))
    tamper("UPDATE evaluations SET inputs = '[]' WHERE id = ?", id(2))
    expect(found().map(([one, what]) => [one, what])).toEqual([
      [id(1), '计算过程不是 JSON'],
      [id(2), '依据不是 JSON'],
    ])
  })
})

describe('npm run replay', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'replay-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function founded(file: string): void {
    database.exec(
      "INSERT INTO district (one, id, slug, name, kind, division, epoch, founded_at) VALUES (1, 'dis_1', 'jinshui', '金水区', 'county', '410105', 1, 't')",
    )
    database.exec(`VACUUM INTO '${file}'`)
  }
  const run = (args: string[]) => {
    const lines: string[] = []
    const code = replay(args, (line) => lines.push(line))
    return { code, text: lines.join('\n') }
  }

  it('finds the district among the local data and answers 0, or 1 once a byte was flipped', () => {
    const file = join(folder, 'd1', 'tenant.sqlite')
    mkdirSync(join(folder, 'd1'))
    founded(file)
    vi.stubEnv('SHIXUN_STATE', folder)
    expect(run(['--district', 'jinshui'])).toMatchObject({ code: 0 })
    expect(run(['--district', 'jinshui']).text).toContain('评估结果 3 个，重算一致 3 个')
    const other = run(['--district', 'nowhere'])
    expect(other).toMatchObject({ code: 2 })
    expect(other.text).toContain('本机数据中有：jinshui')

    const opened = new DatabaseSync(file)
    opened.exec('DROP TRIGGER evaluations_no_update')
    opened.exec(`UPDATE evaluations SET derivation = replace(derivation, '"01"', '"02"') WHERE id = '${id(2)}'`)
    opened.close()
    const flipped = run(['--archive', file])
    expect(flipped.code).toBe(1)
    expect(flipped.text).toMatch(/✗ eva_\S+2 重算结果不同：\/leaves\/0\/scores\/0\/rater\n {4}存储 "02"\n {4}应为 "01"/)
    vi.unstubAllEnvs()
  })

  it('says how it is used, and that a file is no tenant', () => {
    expect(run([])).toMatchObject({ code: 2 })
    expect(run(['--district', 'a', '--archive', 'b']).text).toContain('用法')
    const file = join(folder, 'other.sql')
    writeFileSync(file, 'CREATE TABLE x (y);')
    expect(run(['--archive', file]).text).toContain('不是一个教育局的数据库')
    expect(run(['--archive', join(folder, 'missing.sqlite')]).text).toContain('打不开')
  })
})

describe('a derivation', () => {
  it('is the same bytes in every time zone and language', () => {
    const here = derivationsDigest('machines', 200)
    for (const [TZ, LANG] of [
      ['Pacific/Chatham', 'tr_TR.UTF-8'],
      ['Asia/Shanghai', 'zh_CN.UTF-8'],
      ['America/St_Johns', 'sv_SE.UTF-8'],
    ]) {
      const args = [
        '--disable-warning=ExperimentalWarning',
        join(ROOT, 'scripts/replay/test-derivations.ts'),
        'machines',
        '200',
      ]
      const env = { ...process.env, TZ, LANG, LC_ALL: LANG }
      expect(execFileSync(process.execPath, args, { env, encoding: 'utf8' }).trim()).toBe(here)
    }
  })
})
