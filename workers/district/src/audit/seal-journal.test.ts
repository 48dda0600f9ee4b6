import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '@shixun/db/database'
import { newMeter } from '@shixun/db/meter'
import { publicKeysOf } from '@shixun/http/signing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reply, raiseDistrict, type TestDistrict } from '../../../../packages/testkit/src/test-district.ts'
import { localSecrets } from '../../../../scripts/local/secrets.ts'
import { verifyJournal } from '../../../../scripts/verify-journal.ts'
import { type Checkpoint, sealJournal } from './seal-journal.ts'

type Keys = Parameters<typeof verifyJournal>[1]

let house: TestDistrict
let seal: (now: string) => Promise<Checkpoint | null>
let keys: Keys
let file: string
let stopped = false
const points: Checkpoint[] = []
const minute = (no: number) => `2026-03-01T08:${String(no).padStart(2, '0')}:00.000Z`
const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]

/** The SQLite file that carries this district's identity row. */
function fileOf(state: string, district: string): string {
  for (const name of readdirSync(state, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.sqlite')) continue
    const database = new DatabaseSync(join(state, name), { readOnly: true })
    try {
      const table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'district'").get()
      if (table && database.prepare('SELECT 1 FROM district WHERE id = ?').get(district)) return join(state, name)
    } finally {
      database.close()
    }
  }
  throw new Error('no file of this district')
}

beforeAll(async () => {
  house = await raiseDistrict()
  const secrets = (await localSecrets(house.state)).district
  const signing = JSON.parse(secrets['SIGNING_KEYS'] ?? '[]')
  keys = publicKeysOf(signing).keys as Keys
  const tenant = { ...openDatabase(house.tenant, newMeter()), district: house.ref }
  seal = (now) => sealJournal({ tenant, secrets: { SIGNING_KEYS: signing, OBJECTION_KEYS: {} } }, now)
  const admin = await house.person('admin')
  for (const [round, count] of [5, 1, 8].entries()) {
    for (let at = 0; at < count; at++)
      await admin('POST', 'schools', { code: `2141${round}0000${at}`, name: '小学', area: 'urban', phase: 'primary' })
    const point = await seal(minute(round))
    if (point) points.push(point)
  }
  const office = await house.person('office')
  for (const name of ['甲', '乙', '丙'])
    await office('POST', 'experts', { name, schoolId: null, subjects: [], phases: [], pastSchools: [], ties: [] })
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  if (!stopped) await house.stop()
})

describe('sealing the journal', () => {
  it('chains a signed checkpoint over what each minute brought', () => {
    expect(points.map(({ lastSeq, size }) => [lastSeq, size])).toEqual([
      [5, 5],
      [6, 1],
      [14, 8],
    ])
    expect(points[0]?.previous).toBeNull()
    expect(new Set(points.map(({ root }) => root)).size).toBe(3)
  })

  it('seals a stretch once when three runs come at the same time, and nothing when nothing happened', async () => {
    const admin = await house.person('office')
    await admin('POST', 'experts', { name: '丁', schoolId: null, subjects: [], phases: [], pastSchools: [], ties: [] })
    const runs = await Promise.all([seal(minute(10)), seal(minute(11)), seal(minute(12))])
    expect(runs.filter((point) => point !== null)).toHaveLength(1)
    expect(await seal(minute(13))).toBeNull()
  })
})

describe('the journal', () => {
  it('refuses UPDATE, DELETE and REPLACE, by number and by version', async () => {
    const [row] = await house.run('SELECT entity, version FROM journal WHERE seq = 1')
    const values = `, 'x', 'x', 'x', 'x', 'x' FROM journal WHERE seq = 1`
    const attempts = [
      "UPDATE journal SET note = 'x' WHERE seq = 1",
      'DELETE FROM journal WHERE seq = 1',
      `REPLACE INTO journal (seq, entity, version, verb, actor, at, request_id, leaf_hash) SELECT 1, 'x', 9${values}`,
      `REPLACE INTO journal (entity, version, verb, actor, at, request_id, leaf_hash) SELECT entity, version${values}`,
      "UPDATE checkpoints SET root = 'x'",
      'DELETE FROM checkpoints',
    ]
    for (const sql of attempts) await expect(house.run(sql), sql).rejects.toThrow(/append-only|UNIQUE constraint/)
    expect(await house.run('SELECT entity, version FROM journal WHERE seq = 1')).toEqual([row])
  })

  it('is read newest first by the auditor, and by nobody else', async () => {
    const auditor = await house.person('auditor')
    const seen: unknown[] = []
    let next: string | null = 'journal?limit=7'
    while (next) {
      const page: Reply = await auditor('GET', next)
      expect(Number(page.headers.get('x-d1-rows'))).toBeLessThanOrEqual(16)
      seen.push(...items(page).map(({ seq }) => seq))
      next = page.body['next'] as string | null
    }
    const [{ n } = { n: 0 }] = await house.run('SELECT count(*) AS n FROM journal')
    expect(seen).toEqual(Array.from({ length: Number(n) }, (_, at) => Number(n) - at))
    const [newest] = items(await auditor('GET', 'journal?limit=1'))
    expect(Object.keys(newest ?? {}).sort()).toEqual(
      ['actor', 'at', 'entity', 'leafHash', 'note', 'requestId', 'seq', 'verb', 'version'].sort(),
    )
    for (const role of ['admin', 'office', 'finance', 'curator'] as const)
      expect((await (await house.person(role))('GET', 'journal')).status, role).toBe(403)
  })
})

const LEAF = ['entity', 'version', 'verb', 'actor', 'at', 'before', 'after', 'note', 'request_id']

/** What a cunning hand would do after a change: make the leaf fit the row again. */
function releaf(database: DatabaseSync, seq: number): void {
  const row = database.prepare(`SELECT ${LEAF.join(', ')} FROM journal WHERE seq = ?`).get(seq) ?? {}
  const leaf = createHash('sha256')
    .update(JSON.stringify(Object.values(row)))
    .digest('hex')
  database.prepare('UPDATE journal SET leaf_hash = ? WHERE seq = ?').run(leaf, seq)
}

const swap = (a: number, b: number) =>
  `UPDATE journal SET seq = -1 WHERE seq = ${a}; UPDATE journal SET seq = ${a} WHERE seq = ${b}; UPDATE journal SET seq = ${b} WHERE seq = -1`
const shiftFrom = (seq: number) =>
  `UPDATE journal SET seq = -seq - 1 WHERE seq >= ${seq}; UPDATE journal SET seq = -seq WHERE seq < 0`
const FORGED = `SELECT 4, 'sch_forged', 1, verb, actor, at, before, after, note, request_id, leaf_hash FROM journal WHERE seq = 3`

type Plant = (database: DatabaseSync) => void
const sql =
  (text: string): Plant =>
  (database) =>
    database.exec(text)

const DEFECTS: [string, string, Plant][] = [
  ...[...LEAF.filter((column) => column !== 'version'), 'leaf_hash'].map((column): [string, string, Plant] => [
    `a flip in ${column}`,
    'changed-row',
    sql(`UPDATE journal SET ${column} = ifnull(${column}, '') || '0' WHERE seq = 4`),
  ]),
  ['a flip of the version', 'changed-row', sql('UPDATE journal SET version = version + 1 WHERE seq = 4')],
  [
    'a flip whose leaf was made to fit',
    'wrong-root',
    (database) => {
      database.exec("UPDATE journal SET actor = 'somebody' WHERE seq = 4")
      releaf(database, 4)
    },
  ],
  [
    'a row inserted between others',
    'wrong-root',
    (database) => {
      database.exec(`${shiftFrom(4)}; INSERT INTO journal ${FORGED}`)
      releaf(database, 4)
    },
  ],
  ['a row deleted', 'gap', sql('DELETE FROM journal WHERE seq = 4')],
  [
    'a row deleted and the numbers closed',
    'wrong-root',
    sql('DELETE FROM journal WHERE seq = 4; UPDATE journal SET seq = seq - 1 WHERE seq > 4'),
  ],
  ['the first row deleted', 'gap', sql('DELETE FROM journal WHERE seq = 1')],
  ['two rows in another order', 'wrong-root', sql(swap(2, 3))],
  ['two rows changed over between two checkpoints', 'wrong-root', sql(swap(5, 6))],
  ['the sealed end cut off', 'wrong-size', sql('DELETE FROM journal WHERE seq > 12')],
  [
    'a row not sealed yet, changed',
    'changed-row',
    sql("UPDATE journal SET verb = 'x' WHERE seq = (SELECT max(seq) FROM journal)"),
  ],
  ['a checkpoint taken out', 'broken-chain', sql('DELETE FROM checkpoints WHERE last_seq = 6')],
  ['the first checkpoint taken out', 'broken-chain', sql('DELETE FROM checkpoints WHERE last_seq = 5')],
  [
    'a checkpoint with a later time',
    'bad-signature',
    sql("UPDATE checkpoints SET created_at = '2027-01-01T00:00:00.000Z' WHERE last_seq = 6"),
  ],
  [
    'a root made to fit a change',
    'bad-signature',
    sql("UPDATE checkpoints SET root = replace(root, 'a', 'b') WHERE last_seq = 5"),
  ],
  ['another key’s name', 'bad-signature', sql("UPDATE checkpoints SET kid = 'other' WHERE last_seq = 5")],
  [
    'another checkpoint’s signature',
    'bad-signature',
    sql('UPDATE checkpoints SET signature = (SELECT signature FROM checkpoints WHERE last_seq = 5) WHERE last_seq = 6'),
  ],
  ['a database that says it is another district’s', 'bad-signature', sql("UPDATE district SET id = 'dis_other'")],
  ['a guard taken away', 'guard-missing', () => undefined],
  [
    'a rollback to an earlier checkpoint',
    'rolled-back',
    sql('DELETE FROM checkpoints WHERE last_seq > 6; DELETE FROM journal WHERE seq > 6'),
  ],
]

describe('the independent verifier', () => {
  beforeAll(async () => {
    await house.constellation.stop()
    stopped = true
    file = fileOf(house.state, house.ref.id)
  })

  const witness = () => ({ lastSeq: points[2]?.lastSeq ?? 0, root: points[2]?.root ?? '' })

  it('finds nothing in a journal as it was written', () => {
    const report = verifyJournal(file, keys, witness())
    expect(report.findings).toEqual([])
    expect([report.rows, report.sealed, report.checkpoints]).toEqual([18, 18, 4])
  })

  it.each(DEFECTS)('finds %s', (_, defect, plant) => {
    const copy = join(house.state, `copy-${Math.random()}.sqlite`)
    for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end)
    const database = new DatabaseSync(copy)
    const guards = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
    plant(database)
    if (defect !== 'guard-missing') for (const guard of guards) database.exec(String(guard['sql']))
    database.close()
    const { findings } = verifyJournal(copy, keys, witness())
    expect(findings.map((finding) => finding.defect)).toContain(defect)
  })

  it('tells its findings on the command line and by its exit code', () => {
    const jwks = join(house.state, 'jwks.json')
    writeFileSync(jwks, JSON.stringify({ keys }))
    const run = (...more: string[]) =>
      spawnSync(process.execPath, ['scripts/verify-journal.ts', file, '--keys', jwks, ...more], { encoding: 'utf8' })
    const fine = run()
    expect([fine.status, fine.stdout.trim()]).toEqual([
      0,
      '18 rows, 18 sealed by 4 checkpoints, 0 not sealed yet; 0 findings',
    ])
    const rolledBack = run('--witness', `99:${'0'.repeat(64)}`)
    expect(rolledBack.status).toBe(1)
    expect(rolledBack.stdout).toContain('rolled-back')
    expect(run('--witness', 'x').status).toBe(2)
  })
})
