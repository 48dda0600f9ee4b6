import { sha256 } from '@shixun/db/sha256'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import { FACTS, FEED_SCHEMA, INDICATORS, STATUSES } from '@shixun/domain/province/indicators'
import { carriesPersonalNumber } from '@shixun/domain/province/personal-number'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { verifyDetached } from '@shixun/http/signing'
import type { JSONWebKeySet } from 'jose'
import * as z from 'zod'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Whole = z.int().min(1)

const Page = z.strictObject({
  district: z.string(),
  division: z.string().regex(/^\d{6}$/),
  districtName: z.string(),
  epoch: Whole,
  page: Whole,
  period: Period,
  firstSeq: Whole,
  lastSeq: Whole,
  lines: z.string().endsWith('\n'),
  digest: Digest,
  previous: Digest.nullable(),
  kid: z.string(),
  jws: z.string(),
})

const place = {
  v: z.literal(1),
  seq: Whole,
  epoch: Whole,
  period: Period,
  dims: z.record(z.string(), z.string()),
  rev: Whole,
  prev: Digest.nullable(),
}
const indicators = z.enum(INDICATORS.map(({ key }) => key))
const facts = z.enum(Object.keys(FACTS))
const Line = z.discriminatedUnion('type', [
  z.strictObject({
    ...place,
    type: z.literal('obs'),
    dataset: indicators,
    n: z.int().min(0).nullable(),
    value: z.string().nullable(),
    status: z.enum(Object.keys(STATUSES)),
  }),
  z.strictObject({
    ...place,
    type: z.literal('fact'),
    dataset: facts,
    n: z.null(),
    value: z.record(z.string(), z.string().nullable()),
    status: z.literal('A'),
  }),
  z.strictObject({
    ...place,
    type: z.literal('tombstone'),
    dataset: z.union([indicators, facts]),
    n: z.null(),
    value: z.null(),
    status: z.literal('T'),
  }),
])
export type ReadLine = z.output<typeof Line>

export type CheckedPage = { page: FeedPage; lines: ReadLine[]; firstPrev: string | null; lastLine: string }

/** Why a page is not what a district signed. */
export type PageFault = 'shape' | 'digest' | 'signature' | 'lines' | 'chain' | 'origin' | 'personal'

/** Checks a page for itself: shape, digest, signature, dense and chained lines, and that its first line names its origin. */
export async function checkPage(given: unknown, keys: JSONWebKeySet): Promise<Result<CheckedPage, PageFault>> {
  const page = Page.safeParse(given)
  if (!page.success) return refuse('shape')
  const { lines: text, digest, jws, kid } = page.data
  if ((await sha256(text)) !== digest) return refuse('digest')
  if ((await verifyDetached(text, jws, keys)) !== kid) return refuse('signature')
  const texts = text.slice(0, -1).split('\n')
  const lines = texts.map(readLine)
  const read = lines.filter((line) => line !== null)
  const [first] = read
  if (read.length !== lines.length || !first) return refuse('lines')
  if (!(await isChained(page.data, read, texts))) return refuse('chain')
  if (!namesOrigin(page.data, first)) return refuse('origin')
  // The page's own origin is ids and digests, which may look like numbers of a person.
  if (read.some((line) => line !== first && saysPersonal(line))) return refuse('personal')
  return ok({ page: page.data, lines: read, firstPrev: first.prev, lastLine: await sha256(texts.at(-1) ?? '') })
}

function saysPersonal({ dims, value }: ReadLine): boolean {
  return [...Object.values(dims), ...Object.values(value ?? {})].some(
    (text) => text !== null && carriesPersonalNumber(text),
  )
}

function readLine(text: string): ReadLine | null {
  try {
    const line = Line.safeParse(JSON.parse(text))
    return line.success ? line.data : null
  } catch {
    return null
  }
}

async function isChained({ firstSeq, lastSeq, epoch }: FeedPage, lines: readonly ReadLine[], texts: readonly string[]) {
  const hashes = await Promise.all(texts.map((text) => sha256(text)))
  const dense = lines.every(
    (line, index) =>
      line.seq === firstSeq + index && line.epoch === epoch && (index === 0 || line.prev === hashes[index - 1]),
  )
  return dense && lastSeq === firstSeq + lines.length - 1
}

function namesOrigin(page: FeedPage, first: ReadLine): boolean {
  if (first.type !== 'fact' || first.dataset !== 'page') return false
  const { district, division, districtName, previous, schema } = first.value
  return (
    first.period === page.period &&
    first.dims['page'] === String(page.page) &&
    district === page.district &&
    division === page.division &&
    districtName === page.districtName &&
    previous === page.previous &&
    schema === FEED_SCHEMA
  )
}
