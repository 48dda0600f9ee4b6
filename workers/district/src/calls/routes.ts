import { callRoutes as ROUTES } from '@shixun/contract/calls'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { approveApplication } from './approve-application.ts'
import { attachFile } from './attach-file.ts'
import { closeCall } from './close-call.ts'
import { concludeNotice } from './conclude-notice.ts'
import { createApplication } from './create-application.ts'
import { createCall } from './create-call.ts'
import { dismissObjection } from './dismiss-objection.ts'
import { editApplication } from './edit-application.ts'
import { editCall } from './edit-call.ts'
import { extendCall } from './extend-call.ts'
import { listApplications } from './list-applications.ts'
import { openCall } from './open-call.ts'
import { publishNotice } from './publish-notice.ts'
import { raiseObjection } from './raise-objection.ts'
import { readApplication, readApplicationHistory, readAttachment } from './read-applications.ts'
import { listCalls, readCall } from './read-calls.ts'
import { listNotices, listObjections, readNotice } from './read-notices.ts'
import { readSamples } from './read-samples.ts'
import { rejectApplication } from './reject-application.ts'
import { reopenCall } from './reopen-call.ts'
import { returnApplication } from './return-application.ts'
import { screenApplication } from './screen-application.ts'
import { showNotice } from './show-notice.tsx'
import { submitApplication } from './submit-application.ts'
import { upholdObjection } from './uphold-objection.ts'
import { withdrawApplication } from './withdraw-application.ts'

export const callRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listApplications, listApplications),
  bind(ROUTES.createApplication, createApplication),
  bind(ROUTES.readApplication, readApplication),
  bind(ROUTES.editApplication, editApplication),
  bind(ROUTES.submitApplication, submitApplication),
  bind(ROUTES.returnApplication, returnApplication),
  bind(ROUTES.screenApplication, screenApplication),
  bind(ROUTES.rejectApplication, rejectApplication),
  bind(ROUTES.withdrawApplication, withdrawApplication),
  bind(ROUTES.approveApplication, approveApplication),
  bind(ROUTES.readApplicationHistory, readApplicationHistory),
  bind(ROUTES.attachFile, attachFile),
  bind(ROUTES.readAttachment, readAttachment),
  bind(ROUTES.listCalls, listCalls),
  bind(ROUTES.readCall, readCall),
  bind(ROUTES.createCall, createCall),
  bind(ROUTES.editCall, editCall),
  bind(ROUTES.openCall, openCall),
  bind(ROUTES.closeCall, closeCall),
  bind(ROUTES.reopenCall, reopenCall),
  bind(ROUTES.extendCall, extendCall),
  bind(ROUTES.readSamples, readSamples),
  bind(ROUTES.listNotices, listNotices),
  bind(ROUTES.readNotice, readNotice),
  bind(ROUTES.publishNotice, publishNotice),
  bind(ROUTES.concludeNotice, concludeNotice),
  bind(ROUTES.listObjections, listObjections),
  bind(ROUTES.raiseObjection, raiseObjection),
  bind(ROUTES.dismissObjection, dismissObjection),
  bind(ROUTES.upholdObjection, upholdObjection),
  bind(ROUTES.showNotice, showNotice),
]
