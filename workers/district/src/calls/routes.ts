import { ROUTES } from '@shixun/contract/routes'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { approveApplication } from './approve-application.ts'
import { attachFile } from './attach-file.ts'
import { createApplication } from './create-application.ts'
import { editApplication } from './edit-application.ts'
import { listApplications, readApplication, readApplicationHistory, readAttachment } from './read-applications.ts'
import { rejectApplication } from './reject-application.ts'
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
  bind(ROUTES.readApplicationHistory, readApplicationHistory),
  bind(ROUTES.attachFile, attachFile),
  bind(ROUTES.readAttachment, readAttachment),
]
