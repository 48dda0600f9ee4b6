import { followUpRoutes as ROUTES } from '@shixun/contract/follow-ups'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { rateFollowUp, returnFollowUp, submitFollowUp, waiveFollowUp } from './decide-follow-up.ts'
import { editFollowUp } from './edit-follow-up.ts'
import { attachFollowUpFile, readFollowUpFile, removeFollowUpFile } from './follow-up-files.ts'
import { listFollowUps, readFollowUp, readFollowUpHistory, readFollowUpOverview } from './read-follow-ups.ts'

export const followUpRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listFollowUps, listFollowUps),
  bind(ROUTES.readFollowUp, readFollowUp),
  bind(ROUTES.editFollowUp, editFollowUp),
  bind(ROUTES.attachFollowUpFile, attachFollowUpFile),
  bind(ROUTES.readFollowUpFile, readFollowUpFile),
  bind(ROUTES.removeFollowUpFile, removeFollowUpFile),
  bind(ROUTES.submitFollowUp, submitFollowUp),
  bind(ROUTES.returnFollowUp, returnFollowUp),
  bind(ROUTES.rateFollowUp, rateFollowUp),
  bind(ROUTES.waiveFollowUp, waiveFollowUp),
  bind(ROUTES.readFollowUpHistory, readFollowUpHistory),
  bind(ROUTES.readFollowUpOverview, readFollowUpOverview),
]
