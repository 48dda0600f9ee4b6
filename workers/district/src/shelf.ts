import type { Envelope, Receipt } from '@shixun/domain/exchange/envelope'
import type { ListingPackage } from '@shixun/domain/flagship/package'

export type ShelfVersion = {
  id: string
  no: number
  title: string
  curator: string
  originName: string
  package: ListingPackage
}

/** What the catalogue worker offers to districts: put an envelope on the shelf, read a frozen version. */
export type ShelfDoor = {
  put(envelope: Envelope, now: string): Promise<Receipt>
  version(listingId: string, no: number | null): Promise<ShelfVersion | null>
}
