import { PHASES } from '@shixun/domain/calls/design/call'
import { REPEAT_RULES, type RepeatRule } from '@shixun/domain/delivery/repeat-rules'
import * as z from 'zod'
import { attendanceRoutes } from './attendance.ts'
import { OfferedCohort } from './guest-letters.ts'
import { route } from './route.ts'
import { Day, DistrictKind, Id, Instant, item, Line, pageOf, paging, Reasoned, Slug } from './shapes.ts'
import { exchangeSheets as SHEETS } from './sheets/exchange.ts'

const base = { part: 'exchange', worker: 'delivery' } as const
const D = '/api/districts/:district'

/** Places of a cohort of this bureau for another one, and how many of its teachers hold one. */
const CohortOffer = z.strictObject({
  ...item,
  cohortId: Id,
  receiver: Slug,
  receiverName: z.string(),
  places: z.int(),
  /** Teachers of that bureau who are nominated, waiting, enrolled or through. */
  nominated: z.int(),
  enrolled: z.int(),
  message: z.string(),
  state: z.enum(['sent', 'received', 'refused', 'withdrawn', 'ended']),
  reason: z.string().nullable(),
  /** The last day on which the bureau may fill its places; null: as long as the cohort takes nominations. */
  until: Day.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})

const OfferState = z.enum(['open', 'closed', 'withdrawn'])
/** Places that another bureau offers to this one. */
const OfferCard = z.strictObject({
  ...item,
  sender: Slug,
  senderName: z.string(),
  senderKind: DistrictKind,
  title: z.string(),
  startsOn: Day,
  endsOn: Day,
  nominateUntil: Instant.nullable(),
  places: z.int(),
  /** How many of them are taken by nominations that were sent. */
  taken: z.int(),
  state: OfferState,
  reason: z.string().nullable(),
  message: z.string(),
  updatedAt: Instant,
})
const Offer = z.strictObject({ ...OfferCard.shape, cohort: OfferedCohort })

const GuestState = z.enum([
  'proposed',
  'nominated',
  'waiting',
  'offered',
  'enrolled',
  'completed',
  'failed',
  'withdrawn',
  'refused',
])
const Finding = z.strictObject({
  rule: z.enum(Object.keys(REPEAT_RULES) as [RepeatRule, ...RepeatRule[]]),
  mode: z.enum(['warn', 'block']),
  with: z.strictObject({ id: z.string(), title: z.string(), from: z.string(), to: z.string() }),
  detail: z.string(),
})
const Waiver = z.strictObject({ by: z.string(), at: Instant, reason: z.string(), covers: z.array(z.string()) })

/** A teacher of this bureau in a cohort of another. */
const Guest = z.strictObject({
  ...item,
  offerId: Id,
  offerTitle: z.string(),
  sender: Slug,
  senderName: z.string(),
  startsOn: Day,
  endsOn: Day,
  teacherId: Id,
  name: z.string(),
  schoolId: Id,
  schoolName: z.string(),
  subject: z.string(),
  phase: z.enum(PHASES),
  state: GuestState,
  preference: z.int(),
  findings: z.array(Finding),
  waiver: Waiver.nullable(),
  reason: z.string().nullable(),
  minutesDue: z.int(),
  minutesAttended: z.int(),
  /** The last day on which the school may take the place that the organiser keeps. */
  offerUntil: Day.nullable(),
  updatedAt: Instant,
})

/** One teacher as a proposal would stand: eligible or why not, what it would repeat, and what the organiser's preference counts. */
const Proposal = z.strictObject({
  teacherId: Id,
  name: z.string(),
  schoolName: z.string(),
  /** Null: may be proposed. */
  problem: z.string().nullable(),
  conditions: z.array(z.strictObject({ name: z.string(), met: z.boolean(), detail: z.string() })),
  preference: z.strictObject({
    points: z.int(),
    parts: z.array(z.strictObject({ what: z.string(), points: z.int() })),
  }),
  findings: z.array(Finding),
})

/** What a scan comes to, for a guest as for everybody. */
const CheckedIn = attendanceRoutes.checkIn.out

const moved = { ...base, method: 'POST', status: 200, ifMatch: 'optional', out: Guest } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Teachers across bureaus: places that this bureau offers, places that are offered to it, and who goes. */
export const offerRoutes = {
  listCohortOffers: route({
    ...base,
    id: 'listCohortOffers',
    method: 'GET',
    path: `${D}/cohorts/:id/offers`,
    may: 'cohort_offer.read',
    summary: '班次分配给其他教育局的名额',
    query: z.strictObject({ ...paging, limit: z.coerce.number().int().min(1).max(200).default(200) }),
    out: pageOf(CohortOffer),
    sheet: SHEETS.cohortOffers,
    status: 200,
    refusals: ['not-found'],
  }),
  offerCohort: route({
    ...base,
    id: 'offerCohort',
    method: 'POST',
    path: `${D}/cohorts/:id/offers`,
    may: 'cohort_offer.write',
    summary: '向其他教育局分配名额；已有名额的改为新的数目',
    body: z.strictObject({
      receivers: z
        .array(z.strictObject({ slug: Slug, name: Line(100), places: z.int().min(1).max(5000) }))
        .min(1)
        .max(60),
      message: z.string().trim().max(500).default(''),
      /** The last day on which these bureaus may fill their places; what is not used then is taken back. */
      until: Day.optional(),
    }),
    out: z.strictObject({ items: z.array(CohortOffer) }),
    status: 201,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
  }),
  withdrawCohortOffer: route({
    ...base,
    id: 'withdrawCohortOffer',
    method: 'POST',
    path: `${D}/cohort-offers/:id/actions/withdraw`,
    may: 'cohort_offer.withdraw',
    summary: '撤回名额',
    body: Reasoned,
    out: CohortOffer,
    status: 200,
    ifMatch: 'optional',
    refusals: moveRefusals,
  }),
  listOffers: route({
    ...base,
    id: 'listOffers',
    method: 'GET',
    path: `${D}/offers`,
    may: 'offer.read',
    summary: '其他教育局给本局的培训名额',
    query: z.strictObject({ ...paging, state: OfferState.optional() }),
    out: pageOf(OfferCard),
    sheet: SHEETS.offers,
    status: 200,
    refusals: [],
  }),
  readOffer: route({
    ...base,
    id: 'readOffer',
    method: 'GET',
    path: `${D}/offers/:id`,
    may: 'offer.read',
    summary: '一项名额：班次、课表、推荐条件',
    out: Offer,
    status: 200,
    refusals: ['not-found'],
  }),
  proposeGuests: route({
    ...base,
    id: 'proposeGuests',
    method: 'POST',
    path: `${D}/offers/:id/guests`,
    may: 'guest.write',
    summary: '推荐教师参加外局班次；dryRun 只检查：条件、师德、时间冲突、重复培训',
    body: z.strictObject({
      teacherIds: z.array(Id).min(1).max(200),
      dryRun: z.boolean().default(false),
    }),
    out: z.strictObject({ proposals: z.array(Proposal), guests: z.array(Guest) }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
  }),
  sendGuests: route({
    ...base,
    id: 'sendGuests',
    method: 'POST',
    path: `${D}/offers/:id/sendings`,
    may: 'guest.send',
    summary: '把推荐名单报送主办局：只传编号、姓名、学校、学科、学段',
    body: z.strictObject({
      /** Of the proposed: whose names go. */
      teacherIds: z.array(Id).min(1).max(200),
      /** Why they go although something blocks some of them. */
      waiver: Line(500).optional(),
    }),
    out: z.strictObject({ envelopeId: Id, guests: z.array(Guest) }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'cohort-full', 'training-repeated', 'version-stale'],
  }),
  listGuests: route({
    ...base,
    id: 'listGuests',
    method: 'GET',
    path: `${D}/guests`,
    may: 'guest.read',
    summary: '本局教师在外局班次的情况',
    query: z.strictObject({ ...paging, offer: Id.optional(), teacher: Id.optional() }),
    out: pageOf(Guest),
    sheet: SHEETS.guests,
    status: 200,
    refusals: [],
  }),
  acceptGuest: route({
    ...moved,
    id: 'acceptGuest',
    path: `${D}/guests/:id/actions/accept`,
    may: 'guest.accept',
    summary: '确认递补的名额',
    body: z.strictObject({}),
    refusals: moveRefusals,
  }),
  refuseGuest: route({
    ...moved,
    id: 'refuseGuest',
    path: `${D}/guests/:id/actions/refuse`,
    may: 'guest.refuse',
    summary: '不报送',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  withdrawGuest: route({
    ...moved,
    id: 'withdrawGuest',
    path: `${D}/guests/:id/actions/withdraw`,
    may: 'guest.withdraw',
    summary: '退出；已报送的同时告知主办局',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  checkInGuest: route({
    ...base,
    id: 'checkInGuest',
    method: 'POST',
    path: `${D}/guest-check-ins`,
    may: 'public',
    summary: '外局学员扫码签到：签到码和本人的签到凭据',
    body: z.strictObject({ code: z.string().trim().min(1).max(300), pass: z.string().trim().min(1).max(120) }),
    out: CheckedIn,
    status: 200,
    refusals: ['code-expired', 'code-used', 'code-refused'],
  }),
  readGuestPass: route({
    ...base,
    id: 'readGuestPass',
    method: 'GET',
    path: `${D}/guests/:id/pass`,
    may: 'guest.check_in',
    summary: '我的签到凭据：在外局班次扫码签到时用',
    out: z.strictObject({ sender: Slug, pass: z.string() }),
    status: 200,
    refusals: ['not-found', 'state-refuses'],
  }),
}
