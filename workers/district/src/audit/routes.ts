import { auditRoutes as ROUTES } from '@shixun/contract/province'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { readJournal } from './read-journal.ts'

export const auditRoutes: readonly Bound<Store>[] = [bind(ROUTES.readJournal, readJournal)]
