import type { Envelope, Receipt } from '@shixun/domain/exchange/envelope'
import type { ShelfVersion } from '../../catalogue/src/read-version.ts'

/** What the catalogue worker offers to districts: put an envelope on the shelf, read a frozen version. */
export type ShelfDoor = {
  put(envelope: Envelope, now: string): Promise<Receipt>
  version(listingId: string, no: number | null): Promise<ShelfVersion | null>
}
