import * as z from 'zod'
import { File } from './form-shapes.ts'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, Paging, pageOf, Reasoned } from './shapes.ts'
import { callSheets as SHEETS } from './sheets/calls.ts'

const Objection = z.strictObject({
  ...item,
  noticeId: Id,
  named: z.boolean(),
  name: z.string().nullable(),
  contact: z.string().nullable(),
  text: z.string(),
  state: z.enum(['open', 'dismissed', 'upheld']),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  files: z.array(File),
  createdAt: Instant,
})

const base = { part: 'calls', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Objections to notices: anybody raises them, the office answers. */
export const objectionRoutes = {
  listObjections: route({
    ...base,
    id: 'listObjections',
    method: 'GET',
    path: `${D}/notices/:id/objections`,
    may: 'objection.read',
    summary: '对公示的异议',
    query: Paging,
    out: pageOf(Objection),
    sheet: SHEETS.objections,
    status: 200,
    refusals: ['not-found'],
  }),
  readObjection: route({
    ...base,
    id: 'readObjection',
    method: 'GET',
    path: `${D}/objections/:id`,
    may: 'objection.read',
    summary: '一条异议',
    out: Objection,
    status: 200,
    refusals: ['not-found'],
  }),
  raiseObjection: route({
    ...base,
    id: 'raiseObjection',
    method: 'POST',
    path: '/notices/:district/:id/objections',
    may: 'public',
    summary: '提出异议（实名或匿名）',
    body: z.strictObject({
      named: z.boolean(),
      name: Line(40).optional(),
      contact: Line(80).optional(),
      text: Line(4000),
    }),
    out: z.strictObject({ id: Id, receipt: z.string(), answerPath: z.string(), receivedAt: Instant }),
    status: 201,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'too-many-requests'],
  }),
  readObjectionFile: route({
    ...base,
    id: 'readObjectionFile',
    method: 'GET',
    path: `${D}/objections/:id/evidence/:fileId`,
    may: 'objection.read',
    summary: '下载异议的证据材料',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  dismissObjection: route({
    ...base,
    ...moved,
    id: 'dismissObjection',
    path: `${D}/objections/:id/actions/dismiss`,
    may: 'objection.dismiss',
    summary: '答复异议：不成立',
    body: Reasoned,
    out: Objection,
    refusals: moveRefusals,
  }),
  upholdObjection: route({
    ...base,
    ...moved,
    id: 'upholdObjection',
    path: `${D}/objections/:id/actions/uphold`,
    may: 'objection.uphold',
    summary: '答复异议：成立，撤销公示',
    body: Reasoned,
    out: Objection,
    refusals: moveRefusals,
  }),
}
