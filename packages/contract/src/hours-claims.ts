import * as z from 'zod'
import { Batch, BatchItems, BatchNote, EvidenceIds, HoursClaim, Minutes } from './attendance-shapes.ts'
import { ChannelName } from './cohort-shapes.ts'
import { route } from './route.ts'
import { Id, Instant, Line, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { hoursSheets as SHEETS } from './sheets/hours.ts'

const base = { part: 'delivery', worker: 'delivery' } as const
const D = '/api/districts/:district'
const moved = { ...base, method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Claims of hours that nobody saw (学时申报): made by a teacher or school, decided by who runs the cohort. */
export const hoursClaimRoutes = {
  listClaimableSessions: route({
    ...base,
    id: 'listClaimableSessions',
    method: 'GET',
    path: `${D}/claimable-sessions`,
    may: 'hours_claim.write',
    summary: '可以申报学时的课次：网络、校本和返岗实践',
    query: z.strictObject({ teacher: Id.optional() }),
    out: z.strictObject({
      items: z.array(
        z.strictObject({
          sessionId: Id,
          enrolmentId: Id,
          teacherId: Id,
          teacherName: z.string(),
          cohortTitle: z.string(),
          topic: z.string(),
          channel: ChannelName,
          startsAt: Instant,
          endsAt: Instant,
          minutes: z.int(),
        }),
      ),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  listHoursClaims: route({
    ...base,
    id: 'listHoursClaims',
    method: 'GET',
    path: `${D}/hours-claims`,
    may: 'hours_claim.read',
    summary: '学时申报',
    query: z.strictObject({ ...paging, cohort: Id.optional(), state: HoursClaim.shape.state.optional() }),
    out: pageOf(HoursClaim),
    sheet: SHEETS.hoursClaims,
    status: 200,
    refusals: [],
  }),
  createHoursClaim: route({
    ...base,
    id: 'createHoursClaim',
    method: 'POST',
    path: `${D}/hours-claims`,
    may: 'hours_claim.write',
    summary: '申报一节课的学时，附证明；由承办单位确认',
    body: z.strictObject({
      sessionId: Id,
      /** For whom; a teacher claims for themselves. */
      teacherId: Id.optional(),
      minutes: Minutes.min(1),
      note: Line(500),
      evidence: EvidenceIds,
    }),
    out: HoursClaim,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'already-exists'],
  }),
  readHoursClaimEvidence: route({
    ...base,
    id: 'readHoursClaimEvidence',
    method: 'GET',
    path: `${D}/hours-claims/:id/materials/:fileId`,
    may: 'hours_claim.read',
    summary: '学时申报的证明材料',
    out: null,
    produces: 'bytes',
    status: 200,
    refusals: ['not-found'],
  }),
  acceptHoursClaim: route({
    ...moved,
    id: 'acceptHoursClaim',
    path: `${D}/hours-claims/:id/actions/accept`,
    may: 'hours_claim.accept',
    summary: '确认申报，记入考勤',
    body: Noted,
    out: HoursClaim,
    refusals: moveRefusals,
  }),
  refuseHoursClaim: route({
    ...moved,
    id: 'refuseHoursClaim',
    path: `${D}/hours-claims/:id/actions/refuse`,
    may: 'hours_claim.refuse',
    summary: '不予确认',
    body: Reasoned,
    out: HoursClaim,
    refusals: moveRefusals,
  }),
  withdrawHoursClaim: route({
    ...moved,
    id: 'withdrawHoursClaim',
    path: `${D}/hours-claims/:id/actions/withdraw`,
    may: 'hours_claim.withdraw',
    summary: '撤回申报',
    body: Noted,
    out: HoursClaim,
    refusals: moveRefusals,
  }),
  batchHoursClaims: route({
    ...base,
    id: 'batchHoursClaims',
    method: 'POST',
    path: `${D}/hours-claims/batch`,
    may: 'hours_claim.accept',
    summary: '批量确认或不予确认学时申报',
    body: z.strictObject({ action: z.enum(['accept', 'refuse']), items: BatchItems, note: BatchNote }),
    out: Batch,
    status: 200,
    refusals: ['invalid-input', 'version-stale'],
  }),
}
