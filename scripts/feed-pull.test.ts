import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { addFeedProject, addFeedProjects, type FeedDoors, feedDoors, foundForFeed } from '@shixun/testkit/feed-fixture'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, pageName, pullFeed } from './feed-pull.ts'
import { verifyFeed } from './feed-verify.ts'
import { type Constellation, raise } from './local/constellation.ts'

const folder = mkdtempSync(join(tmpdir(), 'shixun-feed-'))
const state = join(folder, 'state')
const out = join(folder, 'out')
const NOW = '2027-01-01T18:00:00.000Z'
let house: Constellation
let doors: FeedDoors
let client: Client

/** A client as the operator registers it: the public half of its key, for one province. */
async function register(publicKey: CryptoKey): Promise<void> {
  const directory = await house.database('identity', 'DIRECTORY')
  await directory
    .prepare(
      `INSERT INTO api_clients (id, name, division, jwk, state, created_at) VALUES ('cli_henan', '河南省', '410000', ?, 'active', ?)`,
    )
    .bind(JSON.stringify(await jwkOf(publicKey)), NOW)
    .all()
}

async function deliver(slot: string, division: string, periods: string[]): Promise<void> {
  const { ref, database } = await foundForFeed(house, { slot, division, name: `教育局${division}` })
  await addFeedProjects(database, 80)
  for (const [at, period] of periods.entries()) {
    const page = await doors.FEED_SOURCE.publish(ref, period, NOW)
    if (!page) throw new Error('no page')
    const { accepted, reason } = await doors.FEED_SINK.accept(page, NOW)
    if (!accepted) throw new Error(String(reason))
    await addFeedProject(database, {
      unit: 5 + at,
      figures: { enrolled: 15, completed: 15, satisfaction: 9100, surveysAnswered: 15 },
    })
  }
}

const jwkOf = async (key: CryptoKey): Promise<JWK> => ({ ...(await exportJWK(key)), alg: 'EdDSA', kid: 'client-key' })

beforeAll(async () => {
  house = await raise({ state })
  doors = await feedDoors(house)
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  await register(publicKey)
  client = {
    client_id: 'cli_henan',
    token_endpoint: `${house.url}/oauth/token`,
    jwk: await jwkOf(privateKey),
  }
  await deliver('T_0001', '410105', ['2026-09', '2026-10', '2026-11'])
  await deliver('T_0002', '410181', ['2026-09', '2026-10'])
  await deliver('T_0003', '420102', ['2026-10'])
})
afterAll(async () => {
  await house.stop()
  rmSync(folder, { recursive: true, force: true })
})

const files = (where = out) => readdirSync(join(where, 'pages')).sort()

describe('feed:pull', () => {
  it('saves what is there page by page, goes on where it stopped, and never asks twice', async () => {
    expect(await pullFeed({ url: house.url, client, out, limit: 2 })).toEqual({ pages: 5, lastSeq: 5 })
    expect(files()).toEqual([1, 2, 3, 4, 5].map(pageName))
    const before = files().map((name) => readFileSync(join(out, 'pages', name), 'utf8'))
    await deliver('T_0004', '410122', ['2026-11'])
    expect(await pullFeed({ url: house.url, client, out, limit: 2 })).toEqual({ pages: 1, lastSeq: 6 })
    expect(await pullFeed({ url: house.url, client, out, limit: 2 })).toEqual({ pages: 0, lastSeq: 6 })
    expect(before).toEqual(
      files()
        .slice(0, 5)
        .map((name) => readFileSync(join(out, 'pages', name), 'utf8')),
    )
  })

  it('gives the same bytes to a second puller that starts from nothing', async () => {
    const other = join(folder, 'other')
    await pullFeed({ url: house.url, client, out: other, limit: 50 })
    expect(files(other)).toEqual(files())
    for (const name of files())
      expect(readFileSync(join(other, 'pages', name), 'utf8')).toBe(readFileSync(join(out, 'pages', name), 'utf8'))
  })
})

describe('the puller of docs/feed.md', () => {
  it('pulls the same files, twice, with nothing but Node', async () => {
    const text = readFileSync(join(import.meta.dirname, '../docs/feed.md'), 'utf8')
    const program = join(folder, 'puller.mjs')
    writeFileSync(program, /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '')
    writeFileSync(join(folder, 'client.json'), JSON.stringify(client))
    const pages = join(folder, 'by-hand')
    const run = () => promisify(execFile)(process.execPath, [program, house.url, join(folder, 'client.json'), pages])
    expect((await run()).stdout).toBe('6 pages\n')
    expect((await run()).stdout).toBe('6 pages\n')
    for (const name of files())
      expect(readFileSync(join(pages, name), 'utf8')).toBe(readFileSync(join(out, 'pages', name), 'utf8'))
    rmSync(join(pages, pageName(2)))
    await expect(run()).rejects.toThrow('is missing')
  })
})

describe('feed:verify', () => {
  it('finds nothing wrong with what was pulled, and counts it', () => {
    const { problems, ...counts } = verifyFeed(out)
    expect(problems).toEqual([])
    expect(counts).toMatchObject({ pages: 6, districts: 3 })
    expect(counts.lines).toBeGreaterThan(100)
  })

  it('shares nothing with the platform', () => {
    for (const file of ['feed-verify.ts', 'feed-verify-line.ts', 'feed-pull.ts']) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8')
      const imports = [...text.matchAll(/ from '([^']+)'/g)].map(([, from = '']) => from)
      expect(imports.filter((from) => !/^node:|^jose$|^\.\/feed-/.test(from))).toEqual([])
    }
  })

  type Page = { lines: string; digest: string; jws: string; seq: number; [member: string]: unknown }
  const edit = (name: string, change: (page: Page) => Page | string) => (where: string) => {
    const file = join(where, 'pages', name)
    const changed = change(JSON.parse(readFileSync(file, 'utf8')))
    writeFileSync(file, typeof changed === 'string' ? changed : JSON.stringify(changed))
  }
  const second = pageName(2)
  const flip = (text: string, at: number) => `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`
  const swapLines = (lines: string) => {
    const [first = '', one = '', two = '', ...rest] = lines.split('\n')
    return [first, two, one, ...rest].join('\n')
  }
  it.each<[string, (where: string) => void, RegExp]>([
    ['a flipped byte of the lines', edit(second, (page) => ({ ...page, lines: flip(page.lines, 60) })), /digest/],
    [
      'a flipped byte of the signature',
      edit(second, (page) => ({ ...page, jws: `${page.jws.slice(0, -9)}A${page.jws.slice(-8)}` })),
      /signature/,
    ],
    ['a flipped byte of the digest', edit(second, (page) => ({ ...page, digest: flip(page.digest, 5) })), /digest/],
    ['another district', edit(second, (page) => ({ ...page, division: '410199' })), /origin/],
    ['another key', edit(second, (page) => ({ ...page, kid: 'x' })), /signature/],
    ['an added member', edit(second, (page) => ({ ...page, note: '' })), /members/],
    ['a number of its own', edit(second, (page) => ({ ...page, seq: 9 })), /number 9/],
    [
      'two lines in each other’s place',
      edit(second, (page) => ({ ...page, lines: swapLines(page.lines) })),
      /stands where line/,
    ],
    [
      'lines cut off at the end',
      edit(second, (page) => ({ ...page, lines: `${page.lines.split('\n').slice(0, 9).join('\n')}\n` })),
      /does not end/,
    ],
    ['a file cut off in the middle', edit(second, (page) => JSON.stringify(page).slice(0, 900)), /not JSON/],
    ['a page that is missing', (where) => rmSync(join(where, 'pages', second)), /missing/],
    [
      'a page that is missing, with the others moved up',
      (where) => {
        rmSync(join(where, 'pages', second))
        for (const seq of [3, 4, 5, 6])
          renameSync(join(where, 'pages', pageName(seq)), join(where, 'pages', pageName(seq - 1)))
      },
      /carries the number 3/,
    ],
    [
      'two pages in each other’s place',
      (where) => {
        const path = (name: string) => join(where, 'pages', name)
        renameSync(path(second), path('x'))
        renameSync(path(pageName(3)), path(second))
        renameSync(path('x'), path(pageName(3)))
      },
      /carries the number|after page/,
    ],
  ])('finds %s', (_what, harm, found) => {
    const copy = mkdtempSync(join(folder, 'copy-'))
    cpSync(out, copy, { recursive: true })
    harm(copy)
    expect(verifyFeed(copy).problems.join('\n')).toMatch(found)
  })

  it('finds every flipped bit of a page, wherever it is', () => {
    const copy = mkdtempSync(join(folder, 'bits-'))
    cpSync(out, copy, { recursive: true })
    const file = join(copy, 'pages', second)
    const sound = readFileSync(file)
    for (let at = 0; at < sound.length; at += 97) {
      const bytes = Buffer.from(sound)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(file, bytes)
      expect(verifyFeed(copy).problems.length, `byte ${at}`).toBeGreaterThan(0)
    }
  })
})
