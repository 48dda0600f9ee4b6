import { flagshipRoutes as ROUTES } from '@shixun/contract/flagship'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { listEnvelopes } from './list-envelopes.ts'

export const exchangeRoutes: readonly Bound<Store>[] = [bind(ROUTES.listEnvelopes, listEnvelopes)]
