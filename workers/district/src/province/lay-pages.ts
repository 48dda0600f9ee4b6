import { sha256 } from '@shixun/db/sha256'
import type { releases } from '@shixun/db/tenant/schema/province'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { type FeedRecord, feedLine } from '@shixun/domain/province/feed-line'
import { FEED_SCHEMA } from '@shixun/domain/province/indicators'
import { signDetached } from '@shixun/http/signing'
import type { JWK } from 'jose'

/** Lines of a closed page at most; a release with more takes the pages after it. */
const PAGE_LINES = 500

export type PageRow = typeof releases.$inferSelect

type Release = { district: DistrictRef; period: string; revision: number; now: string; key: JWK & { kid: string } }

/** Closes the records of a release into signed pages, each chained to the one before by its digest and its lines. */
export async function layPages(
  records: readonly FeedRecord[],
  last: PageRow | null,
  release: Release,
): Promise<PageRow[]> {
  const pages: PageRow[] = []
  const room = PAGE_LINES - 1
  for (let start = 0; start === 0 || start < records.length; start += room)
    pages.push(await layPage(records.slice(start, start + room), pages.at(-1) ?? last, release))
  return pages
}

async function layPage(records: readonly FeedRecord[], last: PageRow | null, release: Release): Promise<PageRow> {
  const { district, period, revision, now, key } = release
  const { epoch } = district
  const place = { page: (last?.page ?? 0) + 1, firstSeq: (last?.lastSeq ?? 0) + 1, previous: last?.digest ?? null }
  const origin: FeedRecord = {
    type: 'fact',
    dataset: 'page',
    period,
    dims: { page: String(place.page) },
    n: null,
    value: {
      district: district.id,
      division: district.division,
      districtName: district.name,
      previous: place.previous,
      schema: FEED_SCHEMA,
      control: 'sdc/1',
    },
    status: 'A',
    rev: 1,
  }
  let prev = last ? await sha256(lastLine(last.lines)) : null
  const lines: string[] = []
  for (const record of [origin, ...records]) {
    const line = feedLine(record, { seq: place.firstSeq + lines.length, epoch, prev })
    lines.push(`${line}\n`)
    prev = await sha256(line)
  }
  const text = lines.join('')
  return {
    epoch,
    ...place,
    period,
    revision,
    lastSeq: place.firstSeq + lines.length - 1,
    lines: text,
    digest: await sha256(text),
    kid: key.kid,
    jws: await signDetached(text, key),
    createdAt: now,
  }
}

function lastLine(lines: string): string {
  return lines.slice(lines.lastIndexOf('\n', lines.length - 2) + 1, -1)
}
