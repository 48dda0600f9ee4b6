import { CALL_KINDS, UNIT_KINDS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { applicationRoutes } from './applications.ts'
import { BudgetPolicyShape } from './budget-policy-shape.ts'
import { callDesignRoutes } from './call-design.ts'
import { Call, CallBody, CallCard, CallState } from './call-shapes.ts'
import { draftRoutes } from './drafts.ts'
import { Eligibility, FormField } from './form-shapes.ts'
import { noticeRoutes } from './notices.ts'
import { resultRoutes } from './results.ts'
import { route } from './route.ts'
import { Id, Instant, Line, Note, Noted, pageOf, paging } from './shapes.ts'
import { callSheets as SHEETS } from './sheets/calls.ts'
import { submissionRoutes } from './submissions.ts'

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
      budgetPolicies: z.array(z.strictObject({ key: z.string(), policy: BudgetPolicyShape })),
      rubrics: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          purpose: z.enum(['review', 'completion']),
          /** When a bureau would take it. */
          about: z.string(),
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
    sheet: SHEETS.calls,
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
  ...callDesignRoutes,
  ...applicationRoutes,
  ...draftRoutes,
  ...resultRoutes,
  ...submissionRoutes,
  ...noticeRoutes,
}
