import { AdoptionBody } from '@shixun/contract/letter'
import { adoptions, listings } from '@shixun/db/catalogue/schema'
import { insert, stillSeen, updateSeen } from '@shixun/db/statement'
import type { Letter } from '@shixun/domain/exchange/envelope'
import type { ListingRow } from './listing-card.ts'
import type { Effect } from './put-envelope.ts'

/** 登记承接：a district took a version over. What happened stays on record even if the listing was removed since. */
export async function recordAdoption(letter: Letter, found: ListingRow | undefined): Promise<Effect> {
  const parsed = AdoptionBody.safeParse(letter.body)
  if (!parsed.success) return { reason: 'body-invalid' }
  if (!found || parsed.data.version > found.latest) return { reason: 'listing-unknown' }
  const adoption = {
    envelopeId: letter.id,
    listingId: found.id,
    no: parsed.data.version,
    districtId: letter.sender.id,
    districtName: letter.sender.name,
    createdAt: letter.createdAt,
  }
  const statements = [
    stillSeen('seen', listings, found),
    insert(adoptions, adoption),
    updateSeen(listings, found, { adoptions: found.adoptions + 1 }),
  ]
  return { reason: null, statements, result: { adoptions: found.adoptions + 1 } }
}
