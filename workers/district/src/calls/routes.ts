import { callRoutes as ROUTES } from '@shixun/contract/calls'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { approveApplication } from './approve-application.ts'
import { attachCallFile } from './attach-call-file.ts'
import { attachmentRoutes } from './attachment-routes.ts'
import { batchApplications } from './batch-applications.ts'
import { closeCall } from './close-call.ts'
import { copyCall } from './copy-call.ts'
import { createApplication } from './create-application.ts'
import { createCall } from './create-call.ts'
import { editApplication } from './edit-application.ts'
import { editCall } from './edit-call.ts'
import { extendCall } from './extend-call.ts'
import { importResults } from './import-results.ts'
import { listApplications } from './list-applications.ts'
import { noticeRoutes } from './notice-routes.ts'
import { openCall } from './open-call.ts'
import { readApplication, readApplicationHistory } from './read-applications.ts'
import { listCallForms, listExtensions, readCallHistory } from './read-call-design.ts'
import { readCallFile } from './read-call-file.ts'
import { listCalls, readCall } from './read-calls.ts'
import { readResultsTemplate } from './read-results-template.ts'
import { readSamples } from './read-samples.ts'
import { compareSubmissions, listSubmissions } from './read-submissions.ts'
import { rejectApplication } from './reject-application.ts'
import { removeCallFile } from './remove-call-file.ts'
import { reopenCall } from './reopen-call.ts'
import { returnApplication } from './return-application.ts'
import { screenApplication } from './screen-application.ts'
import { submitApplication } from './submit-application.ts'
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
