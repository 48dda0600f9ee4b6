import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { ROUTES } from '@shixun/contract/routes'
import { exportJWK, SignJWT } from 'jose'
import { sessionOf } from '../../local/api-client.ts'
import { BEGIN, fixedId } from '../house.ts'
import type { Tale } from './tale.ts'

const PASSWORD = 'Songyue-pagoda-523'
const NEXT_PASSWORD = 'Shaolin-steles-618'
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** A bureau signs up, gives its people accounts and roles, and they come and go. */
export async function countIdentity({ measure, prepare, house }: Tale): Promise<void> {
  const admin = { name: '管理员', username: 'gongyi.admin', password: PASSWORD }
  const bureau = { slug: 'gongyi', name: '巩义市教育局', kind: 'county' as const, division: '410181', admin }
  await measure(ROUTES.signUpDistrict, { as: null, body: bureau })
  const credentials = { username: admin.username, password: PASSWORD }
  const signedIn = await measure(ROUTES.signIn, { as: null, body: credentials })
  const as = sessionOf(signedIn.headers)
  const own = { as, params: { district: 'gongyi' } }
  await measure(ROUTES.readSession, own)
  await measure(ROUTES.readDistrict, own)
  await measure(ROUTES.listDivisions, { as: null, query: { under: '410100' } })
  await measure(ROUTES.listCurators, own)
  const account = { username: 'gongyi.office', name: '师训科', memberships: [{ role: 'office' as const }] }
  const created = await measure(ROUTES.createAccount, { ...own, body: account })
  const { id, activationCode } = created.body
  await measure(ROUTES.activateAccount, { as: null, body: { code: activationCode, password: PASSWORD } })
  const one = { as, params: { district: 'gongyi', id } }
  await measure(ROUTES.grantRole, { ...one, body: { role: 'finance' } })
  const office = await prepare(ROUTES.signIn, { as: null, body: { username: account.username, password: PASSWORD } })
  const other = office.body.memberships.find(({ id: membership }) => membership !== office.body.acting?.id)
  const switched = await measure(ROUTES.switchRole, {
    as: sessionOf(office.headers),
    body: { membership: other?.id ?? '' },
  })
  const acting = sessionOf(switched.headers)
  await measure(ROUTES.changePassword, { as: acting, body: { current: PASSWORD, next: NEXT_PASSWORD } })
  const again = await prepare(ROUTES.signIn, {
    as: null,
    body: { username: account.username, password: NEXT_PASSWORD },
  })
  await measure(ROUTES.signOut, { as: sessionOf(again.headers) })
  const invited = await measure(ROUTES.createInvitation, { ...own, body: { role: 'office' } })
  const guest = await house.session({ role: 'office', bureau: null })
  const joined = await measure(ROUTES.acceptInvitation, { as: guest, body: { code: invited.body.code } })
  const there = { as, params: { district: 'gongyi', id: joined.body.account.id } }
  const ended = joined.body.memberships.at(-1)?.id ?? ''
  await measure(ROUTES.endRole, { ...there, body: { membership: ended, note: '聘期届满' } })
  await measure(ROUTES.suspendAccount, { ...one, body: { note: '调离' } })
  await measure(ROUTES.restoreAccount, { ...one, body: { note: '返岗' } })
  await measure(ROUTES.renewActivation, { ...one, body: {} })
  // one row: ids made in the same millisecond have no order, and a seek counts the entry behind it unless it is the last
  const rows = [{ username: 'gongyi.one', name: '审计员', role: 'auditor' }]
  await measure(ROUTES.importAccounts, { ...own, body: { rows } })
  await measure(ROUTES.listAccounts, own)
  await measure(ROUTES.listAccounts, { ...own, query: { q: 'gongyi.o' } }, 'q')
  const operator = await house.session({ role: 'operator', bureau: null })
  await measure(ROUTES.listPlatformDistricts, { as: operator })
}

/** A client of the province, and the access token it gets. */
export async function countToken({ measure, house }: Tale): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const id = fixedId('cli', 1)
  await house.directory.batch([
    house.directory
      .prepare(
        "INSERT INTO api_clients (id, name, division, jwk, state, created_at) VALUES (?, '河南省教育厅', '410000', ?, 'active', ?)",
      )
      .bind(id, JSON.stringify({ ...(await exportJWK(publicKey)), kid: 'k', alg: 'EdDSA' }), BEGIN),
  ])
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
    .setIssuer(id)
    .setSubject(id)
    .setAudience(new URL(house.url).origin)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('45s')
    .sign(privateKey)
  const form = { grant_type: 'client_credentials', client_assertion_type: ASSERTION, client_assertion: assertion }
  const { body } = await measure(ROUTES.issueToken, { as: null, body: new URLSearchParams(form) })
  return body.access_token
}
