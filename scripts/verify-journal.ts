/**
 * Checks the journal of one tenant database against its signed checkpoints. Written apart from the code that writes
 * them, from the format alone, and imports nothing of it.
 *
 *   node scripts/verify-journal.ts DATABASE --keys JWKS [--witness LAST_SEQ:ROOT]
 *
 * Leaf: SHA-256 of the JSON array [entity, version, verb, actor, at, before, after, note, requestId]. Checkpoint: RFC
 * 6962 root over the leaves since the one before, and a detached JWS (RFC 7797, EdDSA) over the JSON array
 * ["shixun-journal/1", district, last_seq, size, root, previous, created_at]; `previous` is the SHA-256 of the array of
 * the checkpoint before. Rows after the last checkpoint are not sealed yet, and a database rolled back as a whole to an
 * earlier checkpoint shows only beside a witness: a checkpoint that somebody else kept.
 */
import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'

export type Finding = { defect: string; at: number; detail: string }
export type Report = { rows: number; sealed: number; checkpoints: number; findings: Finding[] }
export type Witness = { lastSeq: number; root: string }
type Key = JsonWebKey & { kid: string }

type Entry = { seq: number; values: unknown[]; leaf: string }
type Checkpoint = {
  lastSeq: number
  size: number
  root: string
  previous: string | null
  kid: string
  jws: string
  at: string
}

const GUARDS = [
  'journal_no_update',
  'journal_no_delete',
  'journal_no_replace',
  'journal_no_replace_of_version',
  'checkpoints_no_update',
  'checkpoints_no_delete',
]

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Merkle tree hash as RFC 6962 §2.1 defines it: split at the largest power of two below the size. */
function treeHash(entries: readonly Buffer[]): Buffer {
  const [only] = entries
  if (entries.length === 1 && only) return sha256(Buffer.from([0]), only)
  let split = 1
  while (split * 2 < entries.length) split *= 2
  return sha256(Buffer.from([1]), treeHash(entries.slice(0, split)), treeHash(entries.slice(split)))
}

function readEntries(database: DatabaseSync): Entry[] {
  const rows = database
    .prepare(
      'SELECT seq, entity, version, verb, actor, at, before, after, note, request_id, leaf_hash FROM journal ORDER BY seq',
    )
    .all()
  return rows.map((row) => {
    const [seq, ...rest] = Object.values(row)
    return { seq: Number(seq), values: rest.slice(0, 9), leaf: String(rest[9]) }
  })
}

function readCheckpoints(database: DatabaseSync): Checkpoint[] {
  const rows = database
    .prepare('SELECT last_seq, size, root, previous, kid, signature, created_at FROM checkpoints ORDER BY last_seq')
    .all()
  return rows.map((row) => ({
    lastSeq: Number(row['last_seq']),
    size: Number(row['size']),
    root: String(row['root']),
    previous: row['previous'] === null ? null : String(row['previous']),
    kid: String(row['kid']),
    jws: String(row['signature']),
    at: String(row['created_at']),
  }))
}

function textOf(district: string, { lastSeq, size, root, previous, at }: Checkpoint): string {
  return JSON.stringify(['shixun-journal/1', district, lastSeq, size, root, previous, at])
}

function signedBy(keys: readonly Key[], text: string, { jws, kid }: Checkpoint): boolean {
  const [head = '', payload, signature = ''] = jws.split('.')
  const key = keys.find((each) => each.kid === kid)
  if (!key || payload !== '') return false
  try {
    const header: unknown = JSON.parse(Buffer.from(head, 'base64url').toString())
    const fits = JSON.stringify(header) === JSON.stringify({ alg: 'EdDSA', kid, b64: false, crit: ['b64'] })
    const publicKey = createPublicKey({ key, format: 'jwk' })
    return fits && verify(null, Buffer.from(`${head}.${text}`), publicKey, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

function checkEntries(entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = []
  entries.forEach(({ seq, values, leaf }, index) => {
    const before = entries[index - 1]?.seq ?? 0
    if (seq !== before + 1) findings.push({ defect: 'gap', at: seq, detail: `row ${seq} follows row ${before}` })
    if (sha256(JSON.stringify(values)).toString('hex') !== leaf)
      findings.push({ defect: 'changed-row', at: seq, detail: 'the row does not give its leaf hash' })
  })
  return findings
}

function checkChain(
  district: string,
  entries: readonly Entry[],
  chain: readonly Checkpoint[],
  keys: readonly Key[],
): Finding[] {
  const findings: Finding[] = []
  let before: Checkpoint | null = null
  let at = 0
  for (const point of chain) {
    const { lastSeq, size, root } = point
    const found = (defect: string, detail: string) => findings.push({ defect, at: lastSeq, detail })
    const text = textOf(district, point)
    if (!signedBy(keys, text, point)) found('bad-signature', `not signed by key ${point.kid}`)
    const expected: string | null = before ? sha256(textOf(district, before)).toString('hex') : null
    if (point.previous !== expected) found('broken-chain', 'does not name the checkpoint before it')
    const from = before?.lastSeq ?? 0
    const start = at
    while ((entries[at]?.seq ?? Number.POSITIVE_INFINITY) <= lastSeq) at += 1
    const covered = entries.slice(start, at)
    if (covered.length !== size || lastSeq - from !== size)
      found('wrong-size', `${size} rows were sealed after row ${from}, ${covered.length} are there`)
    const leaves = covered.map(({ leaf }) => Buffer.from(leaf, 'hex'))
    if (leaves.length === 0 || treeHash(leaves).toString('hex') !== root)
      found('wrong-root', 'the rows are not those sealed')
    before = point
  }
  return findings
}

/** Reads a tenant database file and tells every sign of a flip, insertion, deletion, reordering, truncation or rollback. */
export function verifyJournal(file: string, keys: readonly Key[], witness: Witness | null): Report {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const district = String(database.prepare('SELECT id FROM district').get()?.['id'])
    const entries = readEntries(database)
    const chain = readCheckpoints(database)
    const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
    const findings = [...checkEntries(entries), ...checkChain(district, entries, chain, keys)]
    for (const guard of GUARDS)
      if (!triggers.some(({ name }) => name === guard))
        findings.push({ defect: 'guard-missing', at: 0, detail: `the trigger ${guard} is not there` })
    if (witness && !chain.some(({ lastSeq, root }) => lastSeq === witness.lastSeq && root === witness.root))
      findings.push({
        defect: 'rolled-back',
        at: witness.lastSeq,
        detail: 'a checkpoint that was witnessed is not there',
      })
    return { rows: entries.length, sealed: chain.at(-1)?.lastSeq ?? 0, checkpoints: chain.length, findings }
  } finally {
    database.close()
  }
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string' }, witness: { type: 'string' } },
  })
  const [file] = positionals
  const seen = values.witness === undefined ? null : /^(\d+):([0-9a-f]{64})$/.exec(values.witness)
  if (!file || !values.keys || (values.witness !== undefined && !seen)) {
    console.error('usage: node scripts/verify-journal.ts DATABASE --keys JWKS [--witness LAST_SEQ:ROOT]')
    process.exitCode = 2
    return
  }
  const { keys } = JSON.parse(readFileSync(values.keys, 'utf8')) as { keys: Key[] }
  const witness = seen ? { lastSeq: Number(seen[1]), root: String(seen[2]) } : null
  const { rows, sealed, checkpoints, findings } = verifyJournal(file, keys, witness)
  for (const { defect, at, detail } of findings) console.log(`${defect} at ${at}: ${detail}`)
  console.log(
    `${rows} rows, ${sealed} sealed by ${checkpoints} checkpoints, ${rows - sealed} not sealed yet; ${findings.length} findings`,
  )
  process.exitCode = findings.length > 0 ? 1 : 0
}

if (import.meta.main) main()
