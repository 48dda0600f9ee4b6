import { hoursClaimRoutes as ROUTES } from '@shixun/contract/hours-claims'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { createHoursClaim } from './create-hours-claim.ts'
import { acceptHoursClaim, batchHoursClaims, refuseHoursClaim, withdrawHoursClaim } from './move-hours-claims.ts'
import { listClaimableSessions, listHoursClaims, readHoursClaimEvidence } from './read-hours-claims.ts'

export const hoursClaimRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listClaimableSessions, listClaimableSessions),
  bind(ROUTES.listHoursClaims, listHoursClaims),
  bind(ROUTES.createHoursClaim, createHoursClaim),
  bind(ROUTES.readHoursClaimEvidence, readHoursClaimEvidence),
  bind(ROUTES.acceptHoursClaim, acceptHoursClaim),
  bind(ROUTES.refuseHoursClaim, refuseHoursClaim),
  bind(ROUTES.withdrawHoursClaim, withdrawHoursClaim),
  bind(ROUTES.batchHoursClaims, batchHoursClaims),
]
