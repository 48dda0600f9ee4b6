import { ListingBody } from '@shixun/contract/letter'
import { listings, listingVersions } from '@shixun/db/catalogue/schema'
import { sha256 } from '@shixun/db/sha256'
import { insert, type Statement, statement, stillSeen, updateSeen } from '@shixun/db/statement'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import type { ListingRow } from './listing-card.ts'
import type { Effect } from './put-envelope.ts'

/** The next place in the order of arrival; two that arrive at once are told apart by its uniqueness. */
function numbered(id: string): Statement {
  return statement('UPDATE listings SET seq = (SELECT max(seq) + 1 FROM listings) WHERE id = ? AND seq = 0', id)
}

/**
 * 入库、升级、预警、移出：shows what the curator decided. Only the curator who listed it may; an envelope older than what
 * is shown changes nothing; a changed package becomes a new version, and no old one is ever touched.
 */
export async function putListing(letter: Letter, found: ListingRow | undefined): Promise<Effect> {
  const parsed = ListingBody.safeParse(letter.body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { listing, package: contents } = parsed.data
  if (found && found.curatorId !== letter.sender.id) return { reason: 'not-the-curator' }
  if (found && found.sourceVersion >= listing.version)
    return { reason: null, statements: [], result: { version: found.latest } }
  const hash = await sha256(canonicalJson(contents))
  const no = found ? found.latest + (found.sha256 === hash ? 0 : 1) : 1
  const { title, level, phase, subject, module, mode } = contents
  const shown = {
    ...{ title, level, phase, subject, module, mode },
    curatorSlug: letter.sender.slug,
    curatorName: letter.sender.name,
    grade: listing.grade,
    model: listing.model,
    number: listing.number,
    latest: no,
    sourceVersion: listing.version,
  }
  const frozen = insert(listingVersions, {
    listingId: listing.id,
    no,
    package: contents,
    sha256: hash,
    createdAt: letter.createdAt,
  })
  const result = { version: no, sha256: hash }
  if (found)
    return {
      reason: null,
      statements: [
        stillSeen('seen', listings, found),
        ...(no > found.latest ? [frozen] : []),
        updateSeen(listings, found, shown),
      ],
      result,
    }
  const { originId, originName } = listing
  const origin = { curatorId: letter.sender.id, originId, originName, listedAt: letter.createdAt }
  const row = { ...shown, ...origin, id: listing.id, seq: 0, adoptions: 0, version: 1 }
  return { reason: null, statements: [insert(listings, row), numbered(listing.id), frozen], result }
}
