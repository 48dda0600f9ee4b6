import { PRINTED } from '@shixun/domain/credits/certificate'
import * as z from 'zod'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, pageOf, paging, Reasoned, Slug } from './shapes.ts'
import { CERTIFICATE_SHEET } from './sheets/certificates.ts'

const printed = Object.fromEntries(Object.keys(PRINTED).map((key) => [key, z.string()])) as Record<
  keyof typeof PRINTED,
  z.ZodString
>
/** Every field on the paper; hours as text, days as `YYYY-MM-DD`, '' where there is nothing to print. */
const Printed = z.strictObject(printed)

const State = z.enum(['valid', 'revoked', 'superseded'])

/** `code` is what stands behind `/v/` in the QR code; `origin` names the bureau that issued it when it was not this one. */
export const Certificate = z.strictObject({
  ...item,
  code: z.string(),
  number: z.string(),
  state: State,
  reason: z.string().nullable(),
  supersedes: Id.nullable(),
  supersededBy: Id.nullable(),
  endedAt: Instant.nullable(),
  issuedAt: Instant,
  /** Named to the bureau and to whoever ran the cohort. */
  cohortId: Id.nullable(),
  enrolmentId: Id.nullable(),
  /** Named to the bureau, to the teacher and to their school. */
  teacherId: Id.nullable(),
  name: z.string(),
  printed: Printed,
  origin: z.strictObject({ slug: Slug, name: z.string(), ref: z.string() }).nullable(),
})

/** How far the certificates of a cohort are: `pending` have completed it and have none; `now` were issued by this step. */
const Issuance = z.strictObject({
  cohortId: Id,
  cohortTitle: z.string(),
  cohortState: z.string(),
  issued: z.int(),
  pending: z.int(),
  now: z.int(),
  version: z.int().min(0),
  actions: z.array(z.string()),
})

/** What may be put right when a certificate is issued anew; what is absent stays as it was printed. */
const Corrections = z.strictObject({
  name: Line(40).optional(),
  schoolName: Line(60).optional(),
  projectTitle: Line(100).optional(),
  cohortTitle: Line(100).optional(),
  providerName: Line(60).optional(),
  from: Day.optional(),
  to: Day.optional(),
  hours: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,2})?$/)
    .optional(),
})

const base = { part: 'credits', worker: 'registry' } as const
const D = '/api/districts/:district'

/** Certificates of completion (结业证书): issued, shown, printed, taken back, and checked by anybody. */
export const certificateRoutes = {
  readIssuance: route({
    ...base,
    id: 'readIssuance',
    method: 'GET',
    path: `${D}/cohorts/:id/issuance`,
    may: 'certificate.issue',
    summary: '一个班次的结业证书：已制发多少，还有多少待制发',
    out: Issuance,
    status: 200,
    refusals: ['not-found'],
  }),
  issueCertificates: route({
    ...base,
    id: 'issueCertificates',
    method: 'POST',
    path: `${D}/cohorts/:id/issuance/steps`,
    may: 'certificate.issue',
    summary: '为已结班的班次制发结业证书：每次一批，反复调用直到 pending 为 0；中断后接着做，不重号、不跳号',
    body: z.strictObject({ issuedOn: Day.optional() }),
    out: Issuance,
    status: 200,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'version-stale'],
  }),
  listCertificates: route({
    ...base,
    id: 'listCertificates',
    method: 'GET',
    path: `${D}/certificates`,
    may: 'certificate.read',
    summary: '结业证书：本局的、本校教师的、本单位班次的，或本人的',
    query: z.strictObject({
      ...paging,
      cohort: Id.optional(),
      teacher: Id.optional(),
      state: State.optional(),
      /** The beginning of a number, or of a name. */
      q: z.string().trim().max(60).optional(),
    }),
    out: pageOf(Certificate),
    sheet: CERTIFICATE_SHEET,
    status: 200,
    refusals: [],
  }),
  readCertificate: route({
    ...base,
    id: 'readCertificate',
    method: 'GET',
    path: `${D}/certificates/:id`,
    may: 'certificate.read',
    summary: '一张结业证书',
    out: Certificate,
    status: 200,
    refusals: ['not-found'],
  }),
  readCertificateProof: route({
    ...base,
    id: 'readCertificateProof',
    method: 'GET',
    path: `${D}/certificates/:id/proof`,
    may: 'certificate.read',
    summary: '一张结业证书的验证文件（JSON）：连同公钥可以离线验证',
    out: null,
    produces: 'bytes',
    status: 200,
    refusals: ['not-found'],
  }),
  revokeCertificate: route({
    ...base,
    id: 'revokeCertificate',
    method: 'POST',
    path: `${D}/certificates/:id/actions/revoke`,
    may: 'certificate.revoke',
    summary: '撤销结业证书',
    body: Reasoned,
    out: Certificate,
    status: 200,
    refusals: ['not-found', 'forbidden', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  supersedeCertificate: route({
    ...base,
    id: 'supersedeCertificate',
    method: 'POST',
    path: `${D}/certificates/:id/actions/supersede`,
    may: 'certificate.supersede',
    summary: '更正换发结业证书：原证书作废，新证书有新的编号；答复是新证书',
    body: z.strictObject({ note: Line(2000), corrections: Corrections }),
    out: Certificate,
    status: 201,
    refusals: ['not-found', 'forbidden', 'invalid-input', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  showCertificate: route({
    ...base,
    id: 'showCertificate',
    method: 'GET',
    path: '/v/:code',
    may: 'public',
    summary: '结业证书查验（二维码打开的公开页面，不需要脚本）',
    out: null,
    produces: 'html',
    status: 200,
    refusals: [],
  }),
  readCertificateKeys: route({
    ...base,
    id: 'readCertificateKeys',
    method: 'GET',
    path: '/.well-known/certificate-keys.json',
    may: 'public',
    summary: '签发结业证书的公钥（JWKS），离线验证用',
    out: z.strictObject({
      keys: z.array(z.looseObject({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string() })),
    }),
    status: 200,
    refusals: [],
  }),
}
