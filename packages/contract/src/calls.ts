import { CALL_KINDS, LEVELS, UNIT_KINDS } from '@shixun/domain/calls/call'
import * as z from 'zod'
import { applicationRoutes } from './applications.ts'
import { draftRoutes } from './drafts.ts'
import { Eligibility, File, FormField, ReviewRules } from './form-shapes.ts'
import { noticeRoutes } from './notices.ts'
import { resultRoutes } from './results.ts'
import { route } from './route.ts'
import { History, Id, Instant, item, Line, Note, Noted, pageOf, paging } from './shapes.ts'
import { submissionRoutes } from './submissions.ts'

const CallBody = z.strictObject({
  kind: z.enum(CALL_KINDS),
  level: z.enum(LEVELS),
  year: z.int().min(2000).max(2100),
  title: Line(100),
  guidance: z.string().max(20_000),
  form: z.array(FormField).min(1).max(80),
  rubricId: Id.nullable(),
  opensAt: Instant,
  closesAt: Instant,
  quotaPerUnit: z.int().min(1).max(1000),
  unitKinds: z.array(z.enum(UNIT_KINDS)).min(1),
  review: ReviewRules,
  noticeDays: z.int().min(1).max(60),
  eligibility: Eligibility.default({ phases: [], accredited: false, ethicsVeto: false }),
  /** Whom to ask: name and telephone of the office in charge; empty means the bureau's office. */
  contact: z.string().max(100).default(''),
})

const CallState = z.enum(['draft', 'open', 'closed'])
const CallCard = z.strictObject({
  ...item,
  kind: z.enum(CALL_KINDS),
  level: z.enum(LEVELS),
  year: z.int(),
  title: z.string(),
  state: CallState,
  opensAt: Instant,
  closesAt: Instant,
  quotaPerUnit: z.int(),
  unitKinds: z.array(z.enum(UNIT_KINDS)),
})
const Call = z.strictObject({
  ...item,
  ...CallBody.shape,
  state: CallState,
  formNo: z.int(),
  copiedFrom: Id.nullable(),
  files: z.array(File),
})
const Extension = z.strictObject({
  callId: Id,
  unitId: Id,
  unitName: z.string(),
  until: Instant,
  reason: z.string(),
  createdAt: Instant,
})

const base = { part: 'calls', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Calls and what follows from them up to the approval. */
export const callRoutes = {
  readSamples: route({
    ...base,
    id: 'readSamples',
    method: 'GET',
    path: `${D}/samples`,
    may: 'sample.read',
    summary: '样例：申报表、指标体系',
    out: z.strictObject({
      forms: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          kind: z.enum(CALL_KINDS),
          form: z.array(FormField),
          guidance: z.string(),
          unitKinds: z.array(z.enum(UNIT_KINDS)),
          eligibility: Eligibility,
        }),
      ),
      rubrics: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          purpose: z.enum(['review', 'completion']),
          body: z.unknown(),
        }),
      ),
    }),
    status: 200,
    refusals: [],
  }),
  listCalls: route({
    ...base,
    id: 'listCalls',
    method: 'GET',
    path: `${D}/calls`,
    may: 'call.read',
    summary: '申报批次',
    query: z.strictObject({ ...paging, state: CallState.optional() }),
    out: pageOf(CallCard),
    status: 200,
    refusals: [],
  }),
  createCall: route({
    ...base,
    id: 'createCall',
    method: 'POST',
    path: `${D}/calls`,
    may: 'call.write',
    summary: '编制申报批次',
    body: CallBody,
    out: Call,
    status: 201,
    refusals: ['invalid-input'],
  }),
  readCall: route({
    ...base,
    id: 'readCall',
    method: 'GET',
    path: `${D}/calls/:id`,
    may: 'call.read',
    summary: '一个申报批次',
    out: Call,
    status: 200,
    refusals: ['not-found'],
  }),
  editCall: route({
    ...base,
    id: 'editCall',
    method: 'PATCH',
    path: `${D}/calls/:id`,
    may: 'call.write',
    summary: '修改申报批次；已发布的可修改说明、表单、截止时间（只能延后）、名额、条件和联系人，须写明原因',
    // a partial body has no defaults: what is not given stays as it is
    body: z.strictObject({
      ...CallBody.omit({ eligibility: true, contact: true }).partial().shape,
      eligibility: Eligibility.optional(),
      contact: z.string().max(100).optional(),
      note: Note.optional(),
    }),
    out: Call,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  openCall: route({
    ...base,
    ...moved,
    id: 'openCall',
    path: `${D}/calls/:id/actions/open`,
    may: 'call.open',
    summary: '发布申报批次',
    body: Noted,
    out: Call,
    refusals: [...moveRefusals, 'invalid-input'],
  }),
  closeCall: route({
    ...base,
    ...moved,
    id: 'closeCall',
    path: `${D}/calls/:id/actions/close`,
    may: 'call.close',
    summary: '截止申报批次',
    body: Noted,
    out: Call,
    refusals: moveRefusals,
  }),
  reopenCall: route({
    ...base,
    ...moved,
    id: 'reopenCall',
    path: `${D}/calls/:id/actions/reopen`,
    may: 'call.reopen',
    summary: '重新开放申报批次',
    body: z.strictObject({ note: Line(2000), closesAt: Instant }),
    out: Call,
    refusals: [...moveRefusals, 'invalid-input'],
  }),
  extendCall: route({
    ...base,
    id: 'extendCall',
    method: 'POST',
    path: `${D}/calls/:id/extensions`,
    may: 'call.write',
    summary: '准许一个单位延期提交',
    body: z.strictObject({ unitId: Id, until: Instant, reason: Line(2000) }),
    out: z.strictObject({ callId: Id, unitId: Id, until: Instant, reason: z.string() }),
    status: 201,
    refusals: ['not-found', 'invalid-input'],
  }),
  listExtensions: route({
    ...base,
    id: 'listExtensions',
    method: 'GET',
    path: `${D}/calls/:id/extensions`,
    may: 'call.write',
    summary: '一个批次的延期',
    out: z.strictObject({ items: z.array(Extension), next: z.null() }),
    status: 200,
    refusals: ['not-found'],
  }),
  copyCall: route({
    ...base,
    id: 'copyCall',
    method: 'POST',
    path: `${D}/calls/:id/copies`,
    may: 'call.write',
    summary: '复制往年批次为新的草稿',
    body: z.strictObject({ year: z.int().min(2000).max(2100), title: Line(100), opensAt: Instant, closesAt: Instant }),
    out: Call,
    status: 201,
    refusals: ['not-found', 'invalid-input'],
  }),
  listCallForms: route({
    ...base,
    id: 'listCallForms',
    method: 'GET',
    path: `${D}/calls/:id/forms`,
    may: 'call.read',
    summary: '申报表的各个版本',
    out: z.strictObject({
      items: z.array(
        z.strictObject({
          no: z.int(),
          form: z.array(FormField),
          createdAt: Instant,
          /** Why the form was changed once schools had read it. */
          note: z.string().nullable(),
          /** Keys of fields against the version before; null for the first. */
          changes: z
            .strictObject({
              added: z.array(z.string()),
              changed: z.array(z.string()),
              removed: z.array(z.string()),
            })
            .nullable(),
        }),
      ),
      next: z.null(),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  readCallHistory: route({
    ...base,
    id: 'readCallHistory',
    method: 'GET',
    path: `${D}/calls/:id/history`,
    may: 'call.read',
    summary: '申报批次的流转与更正记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  attachCallFile: route({
    ...base,
    id: 'attachCallFile',
    method: 'POST',
    path: `${D}/calls/:id/files`,
    may: 'call.write',
    summary: '上传批次的附件',
    media: 'multipart',
    body: z.unknown(),
    out: File,
    status: 201,
    refusals: ['not-found', 'body-too-large', 'file-type-refused', 'invalid-input', 'version-stale'],
  }),
  readCallFile: route({
    ...base,
    id: 'readCallFile',
    method: 'GET',
    path: `${D}/calls/:id/files/:fileId`,
    may: 'call.read',
    summary: '下载批次的附件',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  removeCallFile: route({
    ...base,
    id: 'removeCallFile',
    method: 'DELETE',
    path: `${D}/calls/:id/files/:fileId`,
    may: 'call.write',
    summary: '移除批次的附件',
    out: null,
    status: 204,
    refusals: ['not-found', 'version-stale'],
  }),
  ...applicationRoutes,
  ...draftRoutes,
  ...resultRoutes,
  ...submissionRoutes,
  ...noticeRoutes,
}
