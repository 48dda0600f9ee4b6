import { UNIT_KINDS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { File, Finding, FormField, FormValues, LeftValue } from './form-shapes.ts'
import { route } from './route.ts'
import { History, Id, Instant, item, Line, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { callSheets as SHEETS } from './sheets/calls.ts'

export const ApplicationState = z.enum([
  'draft',
  'submitted',
  'returned',
  'screened',
  'in_review',
  'ranked',
  'noticed',
  'approved',
  'rejected',
  'withdrawn',
])

const ApplicationCard = z.strictObject({
  ...item,
  callId: Id.nullable(),
  callTitle: z.string().nullable(),
  unitKind: z.enum(UNIT_KINDS),
  unitId: Id,
  unitName: z.string(),
  title: z.string(),
  state: ApplicationState,
  number: z.string().nullable(),
  score: z.number().nullable(),
  rank: z.int().nullable(),
  updatedAt: Instant,
})
const Application = z.strictObject({
  ...ApplicationCard.shape,
  submissionNo: z.int(),
  form: z.array(FormField),
  values: FormValues,
  provenance: z
    .strictObject({ listing: z.string(), version: z.int(), title: z.string(), curator: z.string(), origin: z.string() })
    .nullable(),
  noticeId: Id.nullable(),
  attachments: z.array(File),
  formNo: z.int(),
  /** What changed in the form since it was last saved; null when nothing did. */
  formChanges: z
    .strictObject({
      since: z.int(),
      added: z.array(z.string()),
      changed: z.array(z.string()),
      removed: z.array(z.string()),
    })
    .nullable(),
  leftValues: z.array(LeftValue),
  findings: z.array(Finding),
  copiedFrom: Id.nullable(),
  createdAt: Instant,
})

const base = { part: 'calls', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Applications and their attachments. */
export const applicationRoutes = {
  listApplications: route({
    ...base,
    id: 'listApplications',
    method: 'GET',
    path: `${D}/applications`,
    may: 'application.read',
    summary: '申报',
    query: z.strictObject({
      ...paging,
      state: ApplicationState.optional(),
      call: Id.optional(),
      unit: Id.optional(),
      q: Line(60).optional(),
    }),
    out: pageOf(ApplicationCard),
    sheet: SHEETS.applications,
    status: 200,
    refusals: ['invalid-input'],
  }),
  createApplication: route({
    ...base,
    id: 'createApplication',
    method: 'POST',
    path: `${D}/applications`,
    may: 'application.write',
    summary: '新建申报草稿',
    body: z.strictObject({
      callId: Id,
      title: Line(100),
      values: FormValues.default({}),
      /** An earlier application of the same unit, whose answers and attachments are taken over. */
      from: Id.optional(),
    }),
    out: Application,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'window-not-open', 'version-stale', 'not-eligible'],
  }),
  readApplication: route({
    ...base,
    id: 'readApplication',
    method: 'GET',
    path: `${D}/applications/:id`,
    may: 'application.read',
    summary: '一份申报',
    out: Application,
    status: 200,
    refusals: ['not-found'],
  }),
  editApplication: route({
    ...base,
    id: 'editApplication',
    method: 'PATCH',
    path: `${D}/applications/:id`,
    may: 'application.write',
    summary: '保存申报草稿',
    body: z.strictObject({
      callId: Id.optional(),
      title: Line(100).optional(),
      values: FormValues.optional(),
      /** The form under which `values` were typed; without it the one last saved under. */
      formNo: z.int().min(1).optional(),
      /** Places in `leftValues` that are no longer needed. */
      letGo: z.array(z.int().min(0)).max(200).optional(),
      /** Answers that two editors' merge has no field for: kept in `leftValues`. */
      setAside: z.array(LeftValue).max(200).optional(),
    }),
    out: Application,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  submitApplication: route({
    ...base,
    ...moved,
    id: 'submitApplication',
    path: `${D}/applications/:id/actions/submit`,
    may: 'application.submit',
    summary: '提交申报',
    body: Noted,
    out: Application,
    refusals: [...moveRefusals, 'invalid-input', 'window-not-open', 'quota-used-up', 'not-eligible'],
  }),
  returnApplication: route({
    ...base,
    ...moved,
    id: 'returnApplication',
    path: `${D}/applications/:id/actions/return`,
    may: 'application.return',
    summary: '退回修改',
    body: z.strictObject({ note: Line(2000), outcome: z.enum(['revise', 'major_revision']).default('revise') }),
    out: Application,
    refusals: moveRefusals,
  }),
  screenApplication: route({
    ...base,
    ...moved,
    id: 'screenApplication',
    path: `${D}/applications/:id/actions/screen`,
    may: 'application.screen',
    summary: '初审通过',
    body: Noted,
    out: Application,
    refusals: moveRefusals,
  }),
  rejectApplication: route({
    ...base,
    ...moved,
    id: 'rejectApplication',
    path: `${D}/applications/:id/actions/reject`,
    may: 'application.reject',
    summary: '不予通过',
    body: Reasoned,
    out: Application,
    refusals: [...moveRefusals, 'notice-still-standing'],
  }),
  withdrawApplication: route({
    ...base,
    ...moved,
    id: 'withdrawApplication',
    path: `${D}/applications/:id/actions/withdraw`,
    may: 'application.withdraw',
    summary: '撤回申报；已提交的须写明理由',
    body: Noted,
    out: Application,
    refusals: [...moveRefusals, 'invalid-input'],
  }),
  approveApplication: route({
    ...base,
    ...moved,
    id: 'approveApplication',
    path: `${D}/applications/:id/actions/approve`,
    may: 'application.approve',
    summary: '立项',
    body: Noted,
    out: Application,
    refusals: [...moveRefusals, 'notice-still-standing', 'conflict-of-interest'],
  }),
  readApplicationHistory: route({
    ...base,
    id: 'readApplicationHistory',
    method: 'GET',
    path: `${D}/applications/:id/history`,
    may: 'application.read',
    summary: '申报的流转记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  attachFile: route({
    ...base,
    id: 'attachFile',
    method: 'POST',
    path: `${D}/applications/:id/attachments`,
    may: 'application.write',
    summary: '上传附件',
    media: 'multipart',
    body: z.unknown(),
    out: File,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'body-too-large', 'file-type-refused', 'invalid-input', 'version-stale'],
  }),
  readAttachment: route({
    ...base,
    id: 'readAttachment',
    method: 'GET',
    path: `${D}/applications/:id/attachments/:attachmentId`,
    may: 'application.read',
    summary: '下载附件',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
}
