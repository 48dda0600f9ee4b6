import { panelRoutes as ROUTES } from '@shixun/contract/panels'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../../store.ts'
import { waiveGap } from '../scoring/waive-gap.ts'
import { addExtraExpert } from './add-extra-expert.ts'
import { editPanel } from './edit-panel.ts'
import { listSeatCandidates } from './list-seat-candidates.ts'
import { previewPanel } from './preview-panel.ts'
import { listPanelExperts, listPanelSeats } from './read-panel-seats.ts'
import { refillSeats } from './refill-seats.ts'
import { remindExperts } from './remind-experts.ts'
import { replaceExpert } from './replace-expert.ts'
import { replaceSeat } from './replace-seat.ts'
import { verifyDraw } from './verify-draw.ts'

/** Forming a panel by steps, its seats and who is how far. */
export const panelSeatVerbs: readonly Bound<Store>[] = [
  bind(ROUTES.previewPanel, previewPanel),
  bind(ROUTES.listPanelSeats, listPanelSeats),
  bind(ROUTES.listPanelExperts, listPanelExperts),
  bind(ROUTES.verifyDraw, verifyDraw),
  bind(ROUTES.listSeatCandidates, listSeatCandidates),
  bind(ROUTES.replaceSeat, replaceSeat),
  bind(ROUTES.replaceExpert, replaceExpert),
  bind(ROUTES.refillSeats, refillSeats),
  bind(ROUTES.addExtraExpert, addExtraExpert),
  bind(ROUTES.waiveGap, waiveGap),
  bind(ROUTES.remindExperts, remindExperts),
  bind(ROUTES.editPanel, editPanel),
]
