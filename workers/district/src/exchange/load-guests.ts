import { type GuestRow, guestsByIds, type OfferRow, offerById } from '@shixun/db/tenant/exchange'
import type { Letter } from '@shixun/domain/exchange/envelope'
import type { Reason } from '@shixun/domain/exchange/reasons'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { DistrictScene } from '../store.ts'

/** For whom a guest's tasks are: the teacher, and the school that answers for them. */
export function ownersOfGuest({ teacherId, schoolId }: Pick<GuestRow, 'teacherId' | 'schoolId'>) {
  return { teacher: teacherId, registrar: schoolId, school_admin: schoolId }
}

/**
 * The teachers of this bureau whom a letter of the organiser is about, by its refs in their order. Only who was sent to this
 * very sender is spoken of: anybody else is unknown.
 */
export async function loadGuests(
  scene: DistrictScene,
  { sender }: Letter,
  offerId: string,
  refs: readonly string[],
): Promise<Result<{ offer: OfferRow; rows: GuestRow[] }, Reason>> {
  const [[offer], found] = await scene.store.tenant.read(
    offerById({ id: offerId }),
    guestsByIds({ ids: JSON.stringify(refs) }),
  )
  if (offer?.sender !== sender.slug) return refuse('offer-unknown')
  const rows = refs.flatMap((ref) => {
    const row = found.find(({ id }) => id === ref)
    return row && row.offerId === offer.id && row.state !== 'proposed' ? [row] : []
  })
  return rows.length === refs.length && new Set(refs).size === refs.length
    ? ok({ offer, rows })
    : refuse('guest-unknown')
}
