import { identityRoutes as ROUTES } from '@shixun/contract/identity'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { issueToken } from './issue-token.ts'

export const tokenBound: readonly Bound<Store>[] = [bind(ROUTES.issueToken, issueToken)]
