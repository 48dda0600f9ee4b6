import { callRoutes as ROUTES } from '@shixun/contract/calls'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { approveApplication } from './applications/approve-application.ts'
import { batchApplications } from './applications/batch-applications.ts'
import { createApplication } from './applications/create-application.ts'
import { editApplication } from './applications/edit-application.ts'
import { listApplications } from './applications/list-applications.ts'
import { readApplication, readApplicationHistory } from './applications/read-applications.ts'
import { compareSubmissions, listSubmissions } from './applications/read-submissions.ts'
import { rejectApplication } from './applications/reject-application.ts'
import { returnApplication } from './applications/return-application.ts'
import { screenApplication } from './applications/screen-application.ts'
import { submitApplication } from './applications/submit-application.ts'
import { withdrawApplication } from './applications/withdraw-application.ts'
import { attachCallFile } from './design/attach-call-file.ts'
import { closeCall } from './design/close-call.ts'
import { copyCall } from './design/copy-call.ts'
import { createCall } from './design/create-call.ts'
import { editCall } from './design/edit-call.ts'
import { extendCall } from './design/extend-call.ts'
import { openCall } from './design/open-call.ts'
import { listCallForms, listExtensions, readCallHistory } from './design/read-call-design.ts'
import { readCallFile } from './design/read-call-file.ts'
import { listCalls, readCall } from './design/read-calls.ts'
import { readSamples } from './design/read-samples.ts'
import { removeCallFile } from './design/remove-call-file.ts'
import { reopenCall } from './design/reopen-call.ts'
import { attachmentRoutes } from './files/attachment-routes.ts'
import { noticeRoutes } from './notices/notice-routes.ts'
import { importResults } from './results/import-results.ts'
import { readResultsTemplate } from './results/read-results-template.ts'

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
  bind(ROUTES.batchApplications, batchApplications),
  bind(ROUTES.listSubmissions, listSubmissions),
  bind(ROUTES.compareSubmissions, compareSubmissions),
  bind(ROUTES.readApplicationHistory, readApplicationHistory),
  ...attachmentRoutes,
  bind(ROUTES.listCalls, listCalls),
  bind(ROUTES.readCall, readCall),
  bind(ROUTES.createCall, createCall),
  bind(ROUTES.editCall, editCall),
  bind(ROUTES.openCall, openCall),
  bind(ROUTES.closeCall, closeCall),
  bind(ROUTES.reopenCall, reopenCall),
  bind(ROUTES.extendCall, extendCall),
  bind(ROUTES.listExtensions, listExtensions),
  bind(ROUTES.copyCall, copyCall),
  bind(ROUTES.listCallForms, listCallForms),
  bind(ROUTES.readCallHistory, readCallHistory),
  bind(ROUTES.attachCallFile, attachCallFile),
  bind(ROUTES.readCallFile, readCallFile),
  bind(ROUTES.removeCallFile, removeCallFile),
  bind(ROUTES.readResultsTemplate, readResultsTemplate),
  bind(ROUTES.importResults, importResults),
  bind(ROUTES.readSamples, readSamples),
  ...noticeRoutes,
]
