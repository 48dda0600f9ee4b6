import * as z from 'zod'
import { Clauses, PolicyBody, PolicyProblems } from './policy-shape.ts'
import { Recomputation } from './recomputations.ts'
import { route } from './route.ts'
import { Day, History, Id, Instant, item, Note, Noted, pageOf, paging } from './shapes.ts'
import { creditSheets as SHEETS } from './sheets/credits.ts'

const PolicyState = z.enum(['draft', 'published', 'retired'])
const version = {
  id: Id,
  /** What the versions of one policy share: the id of the first. */
  line: Id,
  no: z.int().positive(),
  title: z.string(),
  state: PolicyState,
  /** A draft may still hold anything. */
  validFrom: z.string(),
  publishedAt: Instant.nullable(),
}
const PolicyCard = z.strictObject({ ...item, ...version, createdAt: Instant, inForce: z.boolean() })
const Policy = z.strictObject({
  ...PolicyCard.shape,
  body: PolicyBody,
  words: Clauses,
  /** Empty: it can be published. */
  problems: PolicyProblems,
  versions: z.array(z.strictObject(version)),
  recomputation: Recomputation.nullable(),
})

const base = { part: 'credits', worker: 'registry' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Policies of credits (学分办法): drafts, versions, publication. */
export const policyRoutes = {
  listPolicies: route({
    ...base,
    id: 'listPolicies',
    method: 'GET',
    path: `${D}/policies`,
    may: 'policy.read',
    summary: '学分办法',
    query: z.strictObject({ ...paging, state: PolicyState.optional() }),
    out: pageOf(PolicyCard),
    sheet: SHEETS.policies,
    status: 200,
    refusals: [],
  }),
  createPolicy: route({
    ...base,
    id: 'createPolicy',
    method: 'POST',
    path: `${D}/policies`,
    may: 'policy.write',
    summary: '新建学分办法：从样例、另一办法、上一版或文件开始',
    body: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('sample'), key: z.string().max(60) }),
      z.strictObject({ from: z.literal('copy'), of: Id }),
      /** The next version of the same policy. */
      z.strictObject({ from: z.literal('version'), of: Id }),
      z.strictObject({ from: z.literal('body'), body: PolicyBody }),
    ]),
    out: Policy,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'already-exists'],
  }),
  readPolicy: route({
    ...base,
    id: 'readPolicy',
    method: 'GET',
    path: `${D}/policies/:id`,
    may: 'policy.read',
    summary: '一份学分办法：全文、逐条说明、检查结果、各版本',
    out: Policy,
    status: 200,
    refusals: ['not-found'],
  }),
  editPolicy: route({
    ...base,
    id: 'editPolicy',
    method: 'PATCH',
    path: `${D}/policies/:id`,
    may: 'policy.write',
    summary: '修改学分办法草稿；有矛盾也能保存，但不能发布',
    body: z.strictObject({ body: PolicyBody }),
    out: Policy,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  publishPolicy: route({
    ...base,
    ...moved,
    id: 'publishPolicy',
    path: `${D}/policies/:id/actions/publish`,
    may: 'policy.publish',
    summary: '发布学分办法，按它重新计算',
    body: z.strictObject({ note: Note.optional(), validFrom: Day.optional() }),
    out: Policy,
    refusals: [...moveRefusals, 'invalid-input', 'policy-contradicts'],
  }),
  retirePolicy: route({
    ...base,
    ...moved,
    id: 'retirePolicy',
    path: `${D}/policies/:id/actions/retire`,
    may: 'policy.retire',
    summary: '停用学分办法',
    body: Noted,
    out: Policy,
    refusals: moveRefusals,
  }),
  comparePolicies: route({
    ...base,
    id: 'comparePolicies',
    method: 'GET',
    path: `${D}/policies/:id/comparison`,
    may: 'policy.read',
    summary: '与另一版逐条对照',
    /** The version before it unless given. */
    query: z.strictObject({ with: Id.optional() }),
    out: z.strictObject({
      before: z.strictObject(version),
      after: z.strictObject(version),
      sections: z.array(
        z.strictObject({
          title: z.string(),
          clauses: z.array(
            z.strictObject({
              key: z.string(),
              change: z.enum(['same', 'changed', 'added', 'removed']),
              before: z.string().nullable(),
              after: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  policyHistory: route({
    ...base,
    id: 'policyHistory',
    method: 'GET',
    path: `${D}/policies/:id/history`,
    may: 'policy.read',
    summary: '学分办法的流转记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
}
