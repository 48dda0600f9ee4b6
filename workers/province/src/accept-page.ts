import type { Database } from '@shixun/db/database'
import {
  addPage,
  type Figure,
  lastOfDistrict,
  markDelivered,
  pageOfDistrict,
  upsertFigures,
} from '@shixun/db/province/feed'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import type { JSONWebKeySet } from 'jose'
import { type CheckedPage, checkPage, type PageFault, type ReadLine } from './check-page.ts'
import { provinceOf } from './province-of.ts'

/** `expects` is the page of the district that must come first, when this one is ahead of its chain. */
export type Acceptance = {
  accepted: boolean
  reason: PageFault | 'page-differs' | 'page-ahead' | 'chain-broken' | 'epoch-passed' | null
  expects: number | null
}

type Sink = { database: Database; keys: JSONWebKeySet }

const ACCEPTED: Acceptance = { accepted: true, reason: null, expects: null }

/**
 * Takes a district's page into its province: once, however often it is delivered, in the order of the district's
 * chain, at the province's next number, its figures in the same batch.
 */
export async function acceptPage({ database, keys }: Sink, given: FeedPage, now: string): Promise<Acceptance> {
  const checked = await checkPage(given, keys)
  if (!checked.ok) return refused(checked.refusal)
  const { page } = checked.value
  const known = await standing(database, checked.value)
  if (known) return known
  const refusal = await write(database, checked.value, now)
  if (refusal === null) return ACCEPTED
  // Another delivery was faster, of this page or of one at the same number of the province.
  const after = await standing(database, checked.value)
  if (after) return after
  throw new Error(`page ${page.page} of ${page.district} was refused: ${JSON.stringify(refusal)}`)
}

function refused(reason: NonNullable<Acceptance['reason']>, expects: number | null = null): Acceptance {
  return { accepted: false, reason, expects }
}

/** How the page stands to what is stored: there already, out of its chain, or null when it may be written. */
async function standing(database: Database, { page, firstPrev }: CheckedPage): Promise<Acceptance | null> {
  const { district, epoch } = page
  const [[same], [last]] = await database.read(
    pageOfDistrict({ district, epoch, page: page.page }),
    lastOfDistrict({ district }),
  )
  if (same) return same.digest === page.digest ? ACCEPTED : refused('page-differs')
  if (last && last.epoch > epoch) return refused('epoch-passed')
  const before = last?.epoch === epoch ? last : { page: 0, lastSeq: 0, digest: null, lastLine: null }
  if (page.page !== before.page + 1) return refused('page-ahead', before.page + 1)
  const follows =
    page.previous === before.digest && page.firstSeq === before.lastSeq + 1 && firstPrev === before.lastLine
  return follows ? null : refused('chain-broken')
}

function write(database: Database, { page, lines, lastLine }: CheckedPage, now: string) {
  const { district: districtId, division, districtName } = page
  const owner = { province: provinceOf(division), division, districtId, districtName }
  return database.write([
    addPage({ ...owner, ...page, lastLine, acceptedAt: now }),
    upsertFigures(owner, lines.flatMap(figureOf)),
    markDelivered(owner, page.period, now),
  ])
}

const FACTUAL: readonly string[] = ['page', 'project', 'listing']

/** Facts stay in the pages; the figures of a month, and their withdrawal, go to the table of figures. */
function figureOf(line: ReadLine): Figure[] {
  if (line.type === 'fact' || FACTUAL.includes(line.dataset)) return []
  const { period, dataset: indicator, n, value, status, epoch, rev: revision } = line
  return [{ period, indicator, dims: JSON.stringify(line.dims), value, n, status, epoch, revision }]
}
