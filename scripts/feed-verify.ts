/**
 * Offline verifier of a pulled province feed: npm run feed:verify -- DIR
 * Written from docs/feed.md alone: it shares no code with the platform, so that one mistake cannot hide another.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkLine, type FeedLine, type Places } from './feed-verify-line.ts'

type Page = {
  seq: number
  district: string
  division: string
  districtName: string
  epoch: number
  page: number
  period: string
  firstSeq: number
  lastSeq: number
  lines: string
  digest: string
  previous: string | null
  kid: string
  jws: string
}

type Verified = { pages: number; lines: number; districts: number; problems: string[] }

const MEMBERS = 'digest,district,districtName,division,epoch,firstSeq,jws,kid,lastSeq,lines,page,period,previous,seq'

type End = { epoch: number; page: number; lastSeq: number; digest: string; lastLine: string }

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Verifies every page of a folder and answers all that is wrong with it, each with the number of its page. */
export function verifyFeed(folder: string): Verified {
  const problems: string[] = []
  const keys = readKeys(join(folder, 'jwks.json'))
  const names = readdirSync(join(folder, 'pages'))
    .filter((name) => name.endsWith('.json'))
    .sort()
  const ends = new Map<string, End>()
  const places: Places = new Map()
  let lines = 0
  let province: string | null = null
  for (const [index, name] of names.entries()) {
    const fault = (text: string) => problems.push(`page ${name}: ${text}`)
    if (name !== `${String(index + 1).padStart(9, '0')}.json`)
      fault(`stands where page ${index + 1} should: one is missing`)
    const page = readPage(join(folder, 'pages', name), fault)
    if (!page) continue
    if (`${String(page.seq).padStart(9, '0')}.json` !== name) fault(`carries the number ${page.seq}`)
    province ??= page.division.slice(0, 2)
    if (!page.division.startsWith(province)) fault(`is of another province: ${page.division}`)
    if (sha256(page.lines) !== page.digest) fault('the digest is not that of the lines')
    if (!isSigned(page, keys)) fault('the signature is not of a key in jwks.json')
    const texts = page.lines.split('\n')
    if (texts.pop() !== '') fault('the last line does not end')
    checkChain(page, ends.get(page.district), texts, fault)
    for (const [at, text] of texts.entries()) checkLine(text, { page, at, places, fault })
    checkOrigin(page, texts[0] ?? '', fault)
    lines += texts.length
    const { epoch, lastSeq, digest } = page
    ends.set(page.district, { epoch, page: page.page, lastSeq, digest, lastLine: sha256(texts.at(-1) ?? '') })
  }
  if (names.length === 0) problems.push('the folder holds no page')
  return { pages: names.length, lines, districts: ends.size, problems }
}

function readKeys(file: string): Map<string, KeyObject> {
  const { keys } = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(keys.map((key: { kid: string }) => [key.kid, createPublicKey({ key, format: 'jwk' })]))
}

function readPage(file: string, fault: (text: string) => void): Page | null {
  try {
    const page = JSON.parse(readFileSync(file, 'utf8'))
    if (Object.keys(page).sort().join(',') === MEMBERS) return page
    fault('has not the members of a page')
  } catch {
    fault('is not JSON')
  }
  return null
}

/** RFC 7797: the signature covers the protected header and the bytes of the lines, not their base64. */
function isSigned({ jws, kid, lines }: Page, keys: Map<string, KeyObject>): boolean {
  const [head = '', payload, signature = '', ...rest] = jws.split('.')
  const key = keys.get(kid)
  if (!key || payload !== '' || rest.length > 0) return false
  try {
    const header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'))
    const { alg, b64, crit, kid: named } = header
    if (alg !== 'EdDSA' || b64 !== false || named !== kid || JSON.stringify(crit) !== '["b64"]') return false
    return verify(null, Buffer.from(`${head}.${lines}`, 'utf8'), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** Each page follows the one before of its district, by number, digest and line; a new epoch begins anew. */
function checkChain(page: Page, last: End | undefined, texts: string[], fault: (text: string) => void): void {
  if (last && page.epoch < last.epoch) fault(`goes back to epoch ${page.epoch}`)
  const before = last?.epoch === page.epoch ? last : { page: 0, lastSeq: 0, digest: null, lastLine: null }
  if (page.page !== before.page + 1) fault(`is page ${page.page} of ${page.district}, after page ${before.page}`)
  if (page.previous !== before.digest) fault('does not name the digest of the page before')
  if (page.firstSeq !== before.lastSeq + 1) fault(`begins with line ${page.firstSeq}, after line ${before.lastSeq}`)
  if (page.lastSeq !== page.firstSeq + texts.length - 1) fault(`does not end with line ${page.lastSeq}`)
  let prev = before.lastLine
  for (const text of texts) {
    if (!text.includes(`"prev":${prev === null ? 'null' : `"${prev}"`}`))
      fault('a line does not carry the hash of the line before')
    prev = sha256(text)
  }
}

/** The first line says under the signature what the page says outside of it. */
function checkOrigin(page: Page, text: string, fault: (text: string) => void): void {
  try {
    const first: FeedLine = JSON.parse(text)
    const value = typeof first.value === 'object' && first.value !== null ? first.value : {}
    const said = [value['district'], value['division'], value['districtName'], value['previous'], first.dims['page']]
    const carried = [page.district, page.division, page.districtName, page.previous, String(page.page)]
    const same = said.every((each, at) => each === carried[at])
    if (first.type !== 'fact' || first.dataset !== 'page' || first.period !== page.period || !same)
      fault('the first line does not name this page as its origin')
  } catch {
    fault('has no first line')
  }
}

function main(): void {
  const folder = process.argv[2]
  if (!folder) throw new Error('usage: npm run feed:verify -- DIR')
  const { pages, lines, districts, problems } = verifyFeed(folder)
  for (const problem of problems) console.error(problem)
  console.log(`${pages} pages, ${lines} lines, ${districts} districts, ${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
}

if (import.meta.main)
  try {
    main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
