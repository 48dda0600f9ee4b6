/**
 * Reference puller of the province feed:
 *   npm run feed:pull -- --url URL --client FILE --out DIR
 * FILE is {client_id, token_endpoint, jwk}. DIR receives jwks.json, dictionary.json and pages/<seq>.json, one closed page
 * a file; a later run goes on after the last one. It imports nothing of the platform.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importJWK, type JWK, SignJWT } from 'jose'

export type Client = { client_id: string; token_endpoint: string; jwk: JWK }
type Pull = { url: string; client: Client; out: string; limit?: number }
type Pulled = { pages: number; lastSeq: number }

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** An access token by `private_key_jwt` (RFC 7523): the audience is the issuer alone, the assertion lives 60 seconds at most. */
async function fetchToken({ client_id, token_endpoint, jwk }: Client): Promise<string> {
  const alg = jwk.alg ?? (jwk.kty === 'OKP' ? 'EdDSA' : 'ES256')
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg, ...(jwk.kid ? { kid: jwk.kid } : {}) })
    .setIssuer(client_id)
    .setSubject(client_id)
    .setAudience(new URL(token_endpoint).origin)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('45s')
    .sign(await importJWK(jwk, alg))
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION,
      client_assertion: assertion,
      scope: 'feed:read',
    }),
  })
  if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`)
  return (await response.json()).access_token
}

/** Pulls what is new into the folder. Every answer is checked against its Content-Digest before anything is kept. */
export async function pullFeed({ url, client, out, limit = 50 }: Pull): Promise<Pulled> {
  const pages = join(out, 'pages')
  mkdirSync(pages, { recursive: true })
  await saveKeys(url, out)
  save(join(out, 'dictionary.json'), await (await answered(await fetch(new URL('/feeds/v1/dictionary', url)))).text())
  let token = await fetchToken(client)
  let lastSeq = Math.max(0, ...savedPages(pages))
  let taken = 0
  let next: string | null = `/feeds/v1/changes?after=${lastSeq}&limit=${limit}`
  while (next !== null) {
    const address: URL = new URL(next, url)
    const ask = () => fetch(address, { headers: { authorization: `Bearer ${token}` } })
    let response = await ask()
    if (response.status === 401) {
      token = await fetchToken(client)
      response = await ask()
    }
    const body: { items: { seq: number }[]; next: string | null } = JSON.parse(
      await checkedText(await answered(response)),
    )
    for (const item of body.items) {
      if (item.seq !== lastSeq + 1) throw new Error(`page ${lastSeq + 1} is missing in the answer: it has ${item.seq}`)
      save(join(pages, pageName(item.seq)), JSON.stringify(item))
      lastSeq = item.seq
      taken += 1
    }
    next = body.items.length > 0 ? body.next : null
  }
  return { pages: taken, lastSeq }
}

export function pageName(seq: number): string {
  return `${String(seq).padStart(9, '0')}.json`
}

function savedPages(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => (/^\d{9}\.json$/.test(name) ? [Number(name.slice(0, 9))] : []))
}

/** Whole or not at all: an interrupted run leaves a folder that the next one goes on with. */
function save(file: string, text: string): void {
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}

async function answered(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`)
  return response
}

async function checkedText(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const told = /sha-256=:([^:]+):/.exec(response.headers.get('content-digest') ?? '')?.[1]
  if (told !== createHash('sha256').update(bytes).digest('base64'))
    throw new Error('the answer does not match its Content-Digest')
  return bytes.toString('utf8')
}

/** Keys are kept for ever: a page of three years ago is verified with the key of its day. */
async function saveKeys(url: string, out: string): Promise<void> {
  const file = join(out, 'jwks.json')
  const known: { keys: JWK[] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { keys: [] }
  const shown: { keys: JWK[] } = await (await answered(await fetch(new URL('/.well-known/jwks.json', url)))).json()
  for (const key of shown.keys) {
    const same = known.keys.find(({ kid }) => kid === key.kid)
    if (same && same['x'] !== key['x']) throw new Error(`the key ${key.kid} is not the one of the run before`)
    if (!same) known.keys.push(key)
  }
  save(file, JSON.stringify(known, null, 2))
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, client: { type: 'string' }, out: { type: 'string' } },
  })
  const { url, client, out } = values
  if (!url || !client || !out) throw new Error('usage: npm run feed:pull -- --url URL --client FILE --out DIR')
  const { pages, lastSeq } = await pullFeed({ url, client: JSON.parse(readFileSync(client, 'utf8')), out })
  console.log(`${pages} new pages, the last is ${lastSeq}`)
}

if (import.meta.main)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
