import { ROUTES } from '@shixun/contract/routes'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { listEnvelopes } from './list-envelopes.ts'

export const exchangeRoutes: readonly Bound<Store>[] = [bind(ROUTES.listEnvelopes, listEnvelopes)]
