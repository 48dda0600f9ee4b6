import * as z from 'zod'
import { route } from './route.ts'
import { Id, Instant, item, Line, Note, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { rosterSheets as SHEETS } from './sheets/rosters.ts'

const State = z.enum(['proposed', 'accepted', 'refused', 'withdrawn'])

const Transfer = z.strictObject({
  ...item,
  teacherId: Id,
  teacherName: z.string(),
  fromSchoolId: Id,
  fromSchoolName: z.string(),
  toSchoolId: Id,
  toSchoolName: z.string(),
  state: State,
  reason: z.string(),
  note: z.string().nullable(),
  proposedBy: z.string(),
  settledBy: z.string().nullable(),
  createdAt: Instant,
  settledAt: Instant.nullable(),
})

const base = { part: 'teachers', worker: 'registry' } as const
const T = '/api/districts/:district/transfers'
const moves = { out: Transfer, status: 200, ifMatch: 'optional', method: 'POST' } as const
const REFUSALS = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Moves of teachers between schools of the district (区内调动). Hours, credits and certificates go with the teacher. */
export const transferRoutes = {
  listTransfers: route({
    ...base,
    id: 'listTransfers',
    method: 'GET',
    path: T,
    may: 'transfer.read',
    summary: '区内调动',
    query: z.strictObject({ ...paging, state: State.optional() }),
    out: pageOf(Transfer),
    sheet: SHEETS.transfers,
    status: 200,
    refusals: [],
  }),
  createTransfer: route({
    ...base,
    id: 'createTransfer',
    method: 'POST',
    path: T,
    may: 'transfer.write',
    summary: '发起调动；师训科可以直接办结',
    body: z.strictObject({
      teacherId: Id,
      /** The school's own 10-digit code: a school need not see the list of schools to name one. */
      toSchoolCode: z.string().regex(/^\d{10}$/),
      reason: Line(500),
      atOnce: z.boolean().optional(),
    }),
    out: Transfer,
    status: 201,
    refusals: ['invalid-input', 'already-exists', 'state-refuses', 'forbidden', 'version-stale'],
  }),
  readTransfer: route({
    ...base,
    id: 'readTransfer',
    method: 'GET',
    path: `${T}/:id`,
    may: 'transfer.read',
    summary: '一次调动',
    out: Transfer,
    status: 200,
    refusals: ['not-found'],
  }),
  acceptTransfer: route({
    ...base,
    ...moves,
    id: 'acceptTransfer',
    path: `${T}/:id/actions/accept`,
    may: 'transfer.accept',
    summary: '接收',
    body: Noted,
    refusals: REFUSALS,
  }),
  refuseTransfer: route({
    ...base,
    ...moves,
    id: 'refuseTransfer',
    path: `${T}/:id/actions/refuse`,
    may: 'transfer.refuse',
    summary: '不接收',
    body: Reasoned,
    refusals: REFUSALS,
  }),
  withdrawTransfer: route({
    ...base,
    ...moves,
    id: 'withdrawTransfer',
    path: `${T}/:id/actions/withdraw`,
    may: 'transfer.withdraw',
    summary: '撤回',
    body: z.strictObject({ note: Note.optional() }),
    refusals: REFUSALS,
  }),
}
