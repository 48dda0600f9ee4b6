import { conflictRoutes as ROUTES } from '@shixun/contract/conflicts'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { voidScoresheet } from '../scoring/void-scoresheet.ts'
import { declareInterest } from './declare-interest.ts'
import { liftRecusal } from './lift-recusal.ts'
import { listRecusals } from './list-recusals.ts'
import { readMyInterests } from './my-interests.ts'
import { readPanelConflicts } from './read-panel-conflicts.ts'
import { recheckPanel } from './recheck-panel.ts'
import { saveMyInterests } from './save-my-interests.ts'

export const conflictRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.readMyInterests, readMyInterests),
  bind(ROUTES.saveMyInterests, saveMyInterests),
  bind(ROUTES.listRecusals, listRecusals),
  bind(ROUTES.declareInterest, declareInterest),
  bind(ROUTES.liftRecusal, liftRecusal),
  bind(ROUTES.readPanelConflicts, readPanelConflicts),
  bind(ROUTES.recheckPanel, recheckPanel),
  bind(ROUTES.voidScoresheet, voidScoresheet),
]
