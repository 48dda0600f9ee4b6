import { cutAnswer, pagesAfter } from '@shixun/db/province/feed'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { feedCsv } from './feed-csv.ts'
import type { ProvinceScene } from './store.ts'

type Query = { after: number; limit: number; format: 'json' | 'csv' }

/**
 * Pages of the client's own province after a number. `next` follows every answer that has items, so that a full answer
 * is the same bytes for ever; the last, growing one is asked for again with its ETag.
 */
export async function readFeed(scene: ProvinceScene, { query, raw }: { query: Query; raw: Request }): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'province') return refuse({ code: 'token-refused' })
  const { after, limit, format } = query
  const [rows] = await scene.store.province.read(pagesAfter({ province: visitor.division, after, limit }))
  const items = rows.slice(0, cutAnswer(rows))
  const closed = rows.length === limit || items.length < rows.length
  const last = items.at(-1)
  const next = nextLink(raw, last ? String(last.seq) : null)
  const text = format === 'csv' ? feedCsv(items) : JSON.stringify({ items, next })
  return ok(await feedResponse(raw, { text, format, next, closed }))
}

type Content = { text: string; format: Query['format']; next: string | null; closed: boolean }

async function feedResponse(raw: Request, { text, format, next, closed }: Content): Promise<Response> {
  const bytes = new TextEncoder().encode(text)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const base64 = btoa(String.fromCharCode(...digest))
  const etag = `"${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}"`
  const headers = new Headers({
    etag,
    'cache-control': closed ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    vary: 'authorization',
    link: linksOf(raw, next),
  })
  const asked = raw.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (asked?.includes(etag) || asked?.includes('*')) return new Response(null, { status: 304, headers })
  headers.set(
    'content-type',
    format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
  )
  headers.set('content-digest', `sha-256=:${base64}:`)
  if (format === 'csv') headers.set('content-disposition', 'attachment; filename="feed.csv"')
  return new Response(bytes, { headers })
}

/** RFC 8288 links with the relations of RFC 5005. */
function linksOf(raw: Request, next: string | null): string {
  const first = nextLink(raw, '0')
  return [
    `<${first}>; rel="first"`,
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
    '</feeds/v1/dictionary>; rel="describedby"',
    '</.well-known/jwks.json>; rel="jwks"',
  ].join(', ')
}
