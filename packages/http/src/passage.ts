import type { DistrictRef, Visitor } from '@shixun/domain/identity/visitor'

/** What the gateway hands to a worker beside the request: who comes, to which district, when, under which request id. */
export type Passage = {
  visitor: Visitor
  district: DistrictRef | null
  now: string
  requestId: string
  /** Peer address for budgets of sign-in and objections; null inside the house. */
  address: string | null
  /** The origin under which the platform is reached, for absolute links and token audiences. */
  origin: string
  /** Whether cost headers are asked for (development and tests). */
  metered: boolean
}
