import { ROUTES } from '@shixun/contract/routes'
import { clientOf, freshAddress, type Reply, tokenIn } from '@shixun/testkit/client'
import { aDistrict, aStranger, constellation, unique } from '@shixun/testkit/harness'
import { PASSWORD } from '@shixun/testkit/people'
import { describe, expect, it } from 'vitest'

const attempt = (username: string, password: string, given: { address?: string; cookie?: string } = {}) =>
  clientOf(constellation().url, { address: given.address ?? freshAddress() }).call(ROUTES.signIn, {
    body: { username, password },
    ...(given.cookie === undefined ? {} : { headers: { cookie: given.cookie } }),
  })
const cookiesOf = ({ headers }: Reply<unknown>) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const typeOf = ({ body }: Reply<unknown>) => (body as { type?: string }).type?.split(':').at(-1)
const withoutId = ({ status, body }: Reply<unknown>) => JSON.stringify([status, { ...(body as object), requestId: '' }])

async function fail(username: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await attempt(username, `wrong-${n}-guess`)
}

describe('sign-in', () => {
  it('gives a session of 256 bits in a cookie no script reads, in at most four trips', async () => {
    const { admin, id } = await aDistrict()
    const reply = await attempt(String(admin.username), PASSWORD)
    expect(reply.body.acting).toMatchObject({ role: 'admin', district: { id } })
    expect(reply.headers.getSetCookie()[0]).toMatch(/^sid=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    expect(Number(reply.headers.get('x-d1-trips'))).toBeLessThanOrEqual(4)
    expect(reply.headers.get('cache-control')).toBe('no-store')
  })

  it('takes the user name in any case, the password only as it is', async () => {
    const { admin } = await aDistrict()
    expect((await attempt(` ${admin.username?.toUpperCase()} `, PASSWORD)).status).toBe(200)
    expect(typeOf(await attempt(String(admin.username), PASSWORD.toLowerCase()))).toBe('wrong-credentials')
  })

  it('ends the session that the browser brought', async () => {
    const { admin } = await aDistrict()
    const first = await attempt(String(admin.username), PASSWORD)
    await attempt(String(admin.username), PASSWORD, { cookie: cookiesOf(first) })
    const { url } = constellation()
    expect((await clientOf(url, { token: tokenIn(first.headers) }).call(ROUTES.readSession)).status).toBe(401)
    expect((await admin.call(ROUTES.readSession)).status).toBe(200)
  })

  it('answers unknown, known, waiting and locked accounts alike', async () => {
    const district = await aDistrict()
    const username = unique('w')
    await district.admin.call(ROUTES.createAccount, {
      params: { district: district.slug },
      body: { username, name: '王芳', memberships: [{ role: 'office' }] },
    })
    const known = await attempt(String(district.admin.username), 'wrong-guess-1')
    const unknown = await attempt(unique('nobody'), 'wrong-guess-1')
    const waiting = await attempt(username, 'wrong-guess-1')
    await fail(String(district.admin.username), 5)
    const locked = await attempt(String(district.admin.username), PASSWORD)
    expect(new Set([known, unknown, waiting, locked].map(withoutId))).toHaveLength(1)
    expect(known.status).toBe(401)
  })

  it('takes the same time for unknown and known accounts', async () => {
    const { admin } = await aDistrict()
    const timed = async (username: string) => {
      const before = performance.now()
      await attempt(username, 'wrong-guess-1')
      return performance.now() - before
    }
    await timed(String(admin.username))
    const known: number[] = []
    const unknown: number[] = []
    for (let n = 0; n < 3; n++) {
      known.push(await timed(String(admin.username)))
      unknown.push(await timed(unique('nobody')))
    }
    const ratio = Math.min(...unknown) / Math.min(...known)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })
})

describe('lock-out', () => {
  it('weighs four failures, and not the right password after five', async () => {
    const [one, other] = [await aDistrict(), await aDistrict()]
    await fail(String(one.admin.username), 4)
    expect((await attempt(String(one.admin.username), PASSWORD)).status).toBe(200)
    await fail(String(other.admin.username), 5)
    expect((await attempt(String(other.admin.username), PASSWORD)).status).toBe(401)
  })

  it('begins anew after a success', async () => {
    const { admin } = await aDistrict()
    for (let round = 0; round < 2; round++) {
      await fail(String(admin.username), 4)
      expect((await attempt(String(admin.username), PASSWORD)).status).toBe(200)
    }
  })

  it('cannot be outrun by two hundred guesses at once', async () => {
    const { admin } = await aDistrict()
    const username = String(admin.username)
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, n) => attempt(username, n === 120 ? PASSWORD : `guess-number-${n}`)),
    )
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401, 503]))
    expect(typeOf(guesses.find(({ status }) => status === 503) as Reply<unknown>)).toBe('busy')
    expect(guesses.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(5)
    expect((await attempt(username, PASSWORD)).status).toBe(401)
  })

  it('does not lock a victim out of a known device, nor gives the device more than five', async () => {
    const { admin } = await aDistrict()
    const username = String(admin.username)
    const cookie = cookiesOf(await attempt(username, PASSWORD)).replace(/sid=[^;]+; /, '')
    expect(cookie).toMatch(/^device=[\w-]{43}$/)
    await fail(username, 5)
    expect((await attempt(username, PASSWORD)).status).toBe(401)
    expect((await attempt(username, PASSWORD, { cookie })).status).toBe(200)
    for (let n = 0; n < 5; n++) await attempt(username, `wrong-${n}-guess`, { cookie })
    expect((await attempt(username, PASSWORD, { cookie })).status).toBe(401)
  })

  it('does not take a made-up device for a known one', async () => {
    const { admin } = await aDistrict()
    const username = String(admin.username)
    for (let n = 0; n < 5; n++) await attempt(username, `wrong-${n}-guess`, { cookie: `device=${'A'.repeat(42)}${n}` })
    expect((await attempt(username, PASSWORD)).status).toBe(401)
  })

  it('closes the budget of an address that guesses a hundred times, not that of its neighbour', async () => {
    const address = freshAddress()
    const guess = () =>
      clientOf(constellation().url, { address }).call(ROUTES.activateAccount, {
        body: { code: 'no code at all', password: PASSWORD },
      })
    const guesses = await Promise.all(Array.from({ length: 100 }, guess))
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([422]))
    const { admin } = await aDistrict()
    const closed = await attempt(String(admin.username), PASSWORD, { address })
    expect([closed.status, typeOf(closed)]).toEqual([429, 'too-many-requests'])
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(800)
    expect((await attempt(String(admin.username), PASSWORD)).status).toBe(200)
  })
})

describe('roles and sessions', () => {
  it('switches the role under a new token and ends the old one', async () => {
    const district = await aDistrict({ kind: 'zone' })
    const body = {
      username: unique('w'),
      name: '王芳',
      memberships: [{ role: 'office' as const }, { role: 'finance' as const }],
    }
    const made = await district.admin.call(ROUTES.createAccount, { params: { district: district.slug }, body })
    await aStranger().call(ROUTES.activateAccount, { body: { code: made.body.activationCode, password: PASSWORD } })
    const signedIn = await attempt(body.username, PASSWORD)
    const { url } = constellation()
    const old = clientOf(url, { token: tokenIn(signedIn.headers) })
    const finance = signedIn.body.memberships.find(({ role }) => role === 'finance')
    expect(signedIn.body.acting?.role).toBe('office')

    const switched = await old.call(ROUTES.switchRole, { body: { membership: String(finance?.id) } })
    expect(switched.body.acting?.role).toBe('finance')
    expect(tokenIn(switched.headers)).not.toBe(old.token)
    expect((await old.call(ROUTES.readSession)).status).toBe(401)
    const renewed = clientOf(url, { token: tokenIn(switched.headers) })
    expect((await renewed.call(ROUTES.readSession)).body.acting?.role).toBe('finance')
    expect((await attempt(body.username, PASSWORD)).body.acting?.role).toBe('finance')
  })

  it('lets nobody act under a membership of others', async () => {
    const [one, other] = [await aDistrict(), await aDistrict()]
    const theirs = (await other.admin.call(ROUTES.readSession)).body.acting
    const foreign = await one.admin.call(ROUTES.switchRole, { body: { membership: String(theirs?.id) } })
    const unknown = await one.admin.call(ROUTES.switchRole, { body: { membership: `mem_${'0'.repeat(26)}` } })
    expect(withoutId(foreign)).toBe(withoutId(unknown))
    expect(foreign.status).toBe(404)
  })

  it('signs out for good', async () => {
    const { admin } = await aDistrict()
    const out = await admin.call(ROUTES.signOut)
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([
      204,
      'sid=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
    ])
    expect((await admin.call(ROUTES.readSession)).status).toBe(401)
  })

  it('changes a password and ends the other sessions', async () => {
    const { admin } = await aDistrict()
    const username = String(admin.username)
    const other = clientOf(constellation().url, { token: tokenIn((await attempt(username, PASSWORD)).headers) })
    const next = 'lantern-42-orchard'
    expect(typeOf(await admin.call(ROUTES.changePassword, { body: { current: 'not the one', next } }))).toBe(
      'wrong-credentials',
    )
    expect(typeOf(await admin.call(ROUTES.changePassword, { body: { current: PASSWORD, next: 'password1' } }))).toBe(
      'password-refused',
    )
    expect((await admin.call(ROUTES.changePassword, { body: { current: PASSWORD, next } })).status).toBe(204)
    expect((await other.call(ROUTES.readSession)).status).toBe(401)
    expect((await admin.call(ROUTES.readSession)).status).toBe(200)
    expect((await attempt(username, PASSWORD)).status).toBe(401)
    expect((await attempt(username, next)).status).toBe(200)
  })

  it('counts guesses at the old password under a stolen session', async () => {
    const { admin } = await aDistrict()
    for (let n = 0; n < 5; n++)
      await admin.call(ROUTES.changePassword, { body: { current: `wrong-${n}`, next: 'lantern-42-orchard' } })
    const closed = await admin.call(ROUTES.changePassword, { body: { current: PASSWORD, next: 'lantern-42-orchard' } })
    expect(typeOf(closed)).toBe('too-many-requests')
  })
})
