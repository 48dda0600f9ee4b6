import { DIFFERENCE_PARTS } from '@shixun/domain/training/agreement-difference'
import * as z from 'zod'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, Noted, Reasoned } from './shapes.ts'

const Milestone = z.strictObject({ text: Line(500), from: Day, to: Day })
const Fen = z.int().min(-99_999_999_999).max(99_999_999_999)

const Promised = z.union([z.number().min(-10_000_000).max(10_000_000), Line(5000)])
const Target = z.strictObject({
  means: z.enum(['persons', 'days', 'hours', 'target']),
  name: Line(60),
  promised: Promised,
  unit: z.string().max(20),
})

/** What an amendment may change: figures with their units (or sentences), money in fen, outputs, dates. */
const AgreementTerms = z.strictObject({
  targets: z.array(Target).max(60),
  money: z.strictObject({ total: Fen, items: z.array(z.strictObject({ item: Line(60), amount: Fen })).max(60) }),
  outputs: z.array(Line(5000)).max(60),
  dates: z.strictObject({ from: Day.nullable(), to: Day.nullable(), milestones: z.array(Milestone).max(60) }),
})
const AgreementBody = z.strictObject({
  number: z.string(),
  title: z.string(),
  unitName: z.string(),
  ...AgreementTerms.shape,
})

/** A numbered agreement: `text` is frozen, `sha256` is its hash. */
export const Agreement = z.strictObject({
  no: z.int(),
  body: AgreementBody,
  text: z.string(),
  sha256: z.string(),
  officeConfirmedAt: Instant,
  /** Names of who confirmed; null in agreements of before they were kept. */
  officeConfirmedBy: z.string().nullable(),
  unitConfirmedAt: Instant.nullable(),
  unitConfirmedBy: z.string().nullable(),
  amendmentId: Id.nullable(),
})

/** What an amendment changes, line by line, as both sides read it: null before an added line, null after a removed one. */
const Changes = z.array(
  z.strictObject({
    part: z.enum(DIFFERENCE_PARTS),
    name: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
)

const Amendment = z.strictObject({
  ...item,
  projectId: Id,
  projectTitle: z.string(),
  projectNumber: z.string(),
  unitName: z.string(),
  state: z.enum(['proposed_by_unit', 'proposed_by_office', 'approved', 'refused', 'withdrawn']),
  /** The number of the agreement that it changes. */
  fromNo: z.int(),
  body: AgreementBody,
  changes: Changes,
  reason: z.string(),
  proposedBy: z.string(),
  answer: z.string().nullable(),
  settledBy: z.string().nullable(),
  createdAt: Instant,
  settledAt: Instant.nullable(),
})
/** `fromNo` is the number of the agreement that the proposer has before them: a newer one is not overwritten unseen. */
const proposal = { fromNo: z.int().positive(), terms: AgreementTerms }

const base = { part: 'training', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional', out: Amendment } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Agreements (任务书), their amendments, and the archive of a project. */
export const agreementRoutes = {
  listAgreements: route({
    ...base,
    id: 'listAgreements',
    method: 'GET',
    path: `${D}/projects/:id/agreements`,
    may: 'project.read',
    summary: '任务书的各个版本',
    out: z.strictObject({ items: z.array(Agreement) }),
    status: 200,
    refusals: ['not-found'],
  }),
  listAmendments: route({
    ...base,
    id: 'listAmendments',
    method: 'GET',
    path: `${D}/projects/:id/amendments`,
    may: 'project.read',
    summary: '任务书变更',
    out: z.strictObject({ items: z.array(Amendment) }),
    status: 200,
    refusals: ['not-found'],
  }),
  compareTerms: route({
    ...base,
    id: 'compareTerms',
    method: 'POST',
    path: `${D}/projects/:id/amendments/compare`,
    may: 'amendment.write',
    summary: '提出变更之前：检查内容，列出与现行任务书的不同，不保存',
    body: z.strictObject(proposal),
    out: z.strictObject({ changes: Changes }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'amendment-open', 'version-stale'],
  }),
  proposeAmendment: route({
    ...base,
    id: 'proposeAmendment',
    method: 'POST',
    path: `${D}/projects/:id/amendments`,
    may: 'amendment.write',
    summary: '提出任务书变更，由对方决定',
    body: z.strictObject({ ...proposal, reason: Line(2000) }),
    out: Amendment,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'amendment-open', 'version-stale'],
  }),
  readAmendment: route({
    ...base,
    id: 'readAmendment',
    method: 'GET',
    path: `${D}/amendments/:id`,
    may: 'project.read',
    summary: '一项任务书变更',
    out: Amendment,
    status: 200,
    refusals: ['not-found'],
  }),
  approveAmendment: route({
    ...base,
    ...moved,
    id: 'approveAmendment',
    path: `${D}/amendments/:id/actions/approve`,
    may: 'amendment.approve',
    summary: '同意任务书变更',
    body: Noted,
    refusals: moveRefusals,
  }),
  refuseAmendment: route({
    ...base,
    ...moved,
    id: 'refuseAmendment',
    path: `${D}/amendments/:id/actions/refuse`,
    may: 'amendment.refuse',
    summary: '不同意任务书变更',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  withdrawAmendment: route({
    ...base,
    ...moved,
    id: 'withdrawAmendment',
    path: `${D}/amendments/:id/actions/withdraw`,
    may: 'amendment.withdraw',
    summary: '撤回任务书变更',
    body: Noted,
    refusals: moveRefusals,
  }),
  readLetter: route({
    ...base,
    id: 'readLetter',
    method: 'GET',
    path: `${D}/projects/:id/letter`,
    may: 'project.read',
    summary: '立项批复的正文，用于打印；内容取自批准时的任务书',
    out: z.strictObject({
      bureau: z.string(),
      title: z.string(),
      to: z.string(),
      paragraphs: z.array(z.string()),
      attachment: z.string(),
      year: z.int(),
      date: z.string(),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  downloadArchive: route({
    ...base,
    id: 'downloadArchive',
    method: 'GET',
    path: `${D}/projects/:id/archive`,
    may: 'project.read',
    summary: '项目档案（ZIP，含目录和校验值）',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
}
