import * as z from 'zod'
import { route } from './route.ts'
import { Id, Instant, item, Line, pageOf, paging, Role } from './shapes.ts'
import { identitySheets as SHEETS } from './sheets/identity.ts'

/** A name to sign in by: unique on the whole platform, never an e-mail address. */
export const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)

const Account = z.strictObject({
  ...item,
  username: z.string(),
  name: z.string(),
  state: z.enum(['invited', 'active', 'suspended']),
  memberships: z.array(
    z.strictObject({ id: Id, role: Role, unit: z.string().nullable(), unitName: z.string().nullable() }),
  ),
})

const NewMembership = z.strictObject({ role: Role, unit: Id.optional() })

export const accountRoutes = {
  listAccounts: route({
    id: 'listAccounts',
    part: 'identity',
    worker: 'identity',
    method: 'GET',
    path: '/api/districts/:district/accounts',
    may: 'account.read',
    summary: '账号',
    query: z.strictObject({ ...paging, q: z.string().trim().max(40).optional() }),
    out: pageOf(Account),
    sheet: SHEETS.accounts,
    status: 200,
    refusals: [],
  }),
  createAccount: route({
    id: 'createAccount',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/accounts',
    may: 'account.write',
    summary: '新建账号，得到一次性激活码',
    body: z.strictObject({ username: Username, name: Line(40), memberships: z.array(NewMembership).min(1).max(10) }),
    out: z.strictObject({ ...Account.shape, activationCode: z.string(), expiresAt: Instant }),
    status: 201,
    refusals: ['already-exists', 'posts-separate'],
  }),
  importAccounts: route({
    id: 'importAccounts',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/accounts/import',
    may: 'account.write',
    summary: '批量新建账号',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            username: z.string().max(80),
            name: z.string().max(80),
            role: z.string().max(40),
            unit: z.string().max(40).optional(),
          }),
        )
        .min(1)
        .max(1000),
    }),
    out: z.strictObject({
      accepted: z.int(),
      rejected: z.array(z.strictObject({ row: z.int(), column: z.string(), problem: z.string() })),
      codes: z.array(z.strictObject({ username: z.string(), name: z.string(), activationCode: z.string() })),
    }),
    status: 200,
    refusals: [],
  }),
  grantRole: route({
    id: 'grantRole',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/accounts/:id/actions/grant',
    may: 'account.write',
    summary: '授予角色（账号可以来自别的教育局）',
    body: z.strictObject({ ...NewMembership.shape }),
    out: Account,
    status: 200,
    refusals: ['not-found', 'posts-separate', 'already-exists', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  endRole: route({
    id: 'endRole',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/accounts/:id/actions/end',
    may: 'account.write',
    summary: '结束角色，以该角色的登录失效',
    body: z.strictObject({ membership: Id, note: Line(2000) }),
    out: Account,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  createInvitation: route({
    id: 'createInvitation',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/invitations',
    may: 'account.write',
    summary: '邀请外单位人员担任本局角色，得到一次性邀请码',
    body: NewMembership,
    out: z.strictObject({
      id: Id,
      role: Role,
      unit: z.string().nullable(),
      unitName: z.string().nullable(),
      code: z.string(),
      expiresAt: Instant,
    }),
    status: 201,
    refusals: [],
  }),
  renewActivation: route({
    id: 'renewActivation',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/accounts/:id/actions/renew',
    may: 'account.write',
    summary: '重发激活码，原密码和登录失效',
    body: z.strictObject({}),
    out: z.strictObject({ ...Account.shape, activationCode: z.string(), expiresAt: Instant }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  suspendAccount: route({
    id: 'suspendAccount',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/accounts/:id/actions/suspend',
    may: 'account.write',
    summary: '停用账号',
    body: z.strictObject({ note: Line(2000) }),
    out: Account,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  restoreAccount: route({
    id: 'restoreAccount',
    part: 'identity',
    worker: 'identity',
    method: 'POST',
    path: '/api/districts/:district/accounts/:id/actions/restore',
    may: 'account.write',
    summary: '恢复账号',
    body: z.strictObject({ note: Line(2000) }),
    out: Account,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
}
