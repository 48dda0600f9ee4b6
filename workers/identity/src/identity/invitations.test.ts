import { ROUTES } from '@shixun/contract/routes'
import type { Role } from '@shixun/domain/identity/role'
import { type Client, clientOf, type Reply, tokenIn } from '@shixun/testkit/client'
import { aDistrict, aStranger, constellation, type TestDistrict, unique } from '@shixun/testkit/harness'
import { aPerson, must, PASSWORD } from '@shixun/testkit/people'
import { describe, expect, it } from 'vitest'

const typeOf = ({ body }: Reply<unknown>) => (body as { type?: string }).type?.split(':').at(-1)
const errorsOf = ({ body }: Reply<unknown>) =>
  ((body as { errors?: { pointer: string; problem: string }[] }).errors ?? []).map(
    ({ pointer, problem }) => `${pointer} ${problem}`,
  )
const withoutId = ({ status, body }: Reply<unknown>) => JSON.stringify([status, { ...(body as object), requestId: '' }])

const invite = ({ admin, slug }: TestDistrict, body: { role: Role; unit?: string }, key?: string) =>
  admin.call(ROUTES.createInvitation, { params: { district: slug }, body, ...(key === undefined ? {} : { key }) })
const accept = (person: Client, code: string, key?: string) =>
  person.call(ROUTES.acceptInvitation, { body: { code }, ...(key === undefined ? {} : { key }) })
const codeFor = async (district: TestDistrict, body: { role: Role; unit?: string }) =>
  must('invitation', await invite(district, body)).code
const personOf = ({ admin, slug }: TestDistrict, role: Role) =>
  aPerson(constellation().url, admin, { district: slug, username: unique('p'), name: '王芳', role })
const meOf = async (person: Client) => must('session', await person.call(ROUTES.readSession))
const listed = async ({ admin, slug }: TestDistrict, q?: string) =>
  must('accounts', await admin.call(ROUTES.listAccounts, { params: { district: slug }, query: q ? { q } : {} })).items
const end = ({ admin, slug }: TestDistrict, id: string, membership: string, ifMatch?: number) =>
  admin.call(ROUTES.endRole, {
    params: { district: slug, id },
    body: { membership, note: '聘期届满' },
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })
const UNKNOWN = `mem_${'0'.repeat(26)}`

describe('an invitation', () => {
  it('makes somebody of one bureau an expert of another, under which they can act', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'office')
    const expert = await other.expert()
    const invited = await invite(other, { role: 'expert', unit: expert.id })
    expect(invited.status).toBe(201)
    expect(invited.body).toMatchObject({ role: 'expert', unit: expert.id, unitName: expert.name })
    expect(invited.body.code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/)
    const days = (Date.parse(invited.body.expiresAt) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(13.9)
    expect(days).toBeLessThanOrEqual(14)

    const joined = await accept(person, invited.body.code.toLowerCase().replaceAll('-', ' '))
    expect(joined.status).toBe(201)
    expect(joined.body.acting).toMatchObject({ role: 'office', district: { slug: home.slug } })
    expect(joined.body).toEqual(await meOf(person))
    const [, second] = joined.body.memberships
    expect(second).toMatchObject({ role: 'expert', unit: expert.id, unitName: expert.name, district: { id: other.id } })

    const switched = await person.call(ROUTES.switchRole, { body: { membership: second?.id ?? '' } })
    const acting = clientOf(constellation().url, { token: tokenIn(switched.headers) })
    expect((await acting.get(`${other.base}/scoresheets`)).status).toBe(200)
    expect((await acting.get(`${home.base}/calls`)).status).toBe(404)
  })

  it('tells the bureau nothing about accounts before, and the member alone after', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'office')
    const { account } = await meOf(person)
    const { code, ...shown } = must('invitation', await invite(other, { role: 'office' }))
    expect(Object.keys(shown).sort()).toEqual(['expiresAt', 'id', 'role', 'unit', 'unitName'])
    expect(await listed(other, account.username)).toEqual([])
    await accept(person, code)
    for (const items of [await listed(other), await listed(other, account.username)]) {
      const found = items.find(({ id }) => id === account.id)
      expect(found).toMatchObject({ name: '王芳', actions: ['grant', 'end'], memberships: [{ role: 'office' }] })
      expect(found?.memberships).toHaveLength(1)
    }
    expect((await listed(home, account.username))[0]?.memberships).toHaveLength(1)
    const one = { params: { district: other.slug, id: account.id } }
    expect(typeOf(await other.admin.call(ROUTES.renewActivation, { ...one, body: {} }))).toBe('state-refuses')
    const note = { note: '离岗' }
    expect(typeOf(await other.admin.call(ROUTES.suspendAccount, { ...one, body: note }))).toBe('state-refuses')
    expect((await meOf(person)).memberships).toHaveLength(2)
  })

  it('is found by name beside those at home, page by page', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const prefix = unique('q')
    const made = (district: TestDistrict, n: number) =>
      aPerson(constellation().url, district.admin, {
        district: district.slug,
        username: `${prefix}.${n}`,
        name: '王芳',
        role: 'office',
      })
    for (const n of [1, 3, 5]) await made(other, n)
    for (const n of [2, 4]) await accept(await made(home, n), await codeFor(other, { role: 'office' }))
    await made(home, 6)
    const found: string[] = []
    let path: string | null = `${other.base}/accounts?limit=2&q=${prefix}`
    while (path !== null) {
      type Page = { items: { username: string }[]; next: string | null }
      const { body }: Reply<Page> = await other.admin.get<Page>(path)
      found.push(...body.items.map(({ username }) => username))
      path = body.next
    }
    expect(found).toEqual([1, 2, 3, 4, 5].map((n) => `${prefix}.${n}`))
  })

  it('offers roles that the bureau has, with units it has', async () => {
    const [district, other] = [await aDistrict(), await aDistrict()]
    const [school, strange] = [await district.school(), await other.school()]
    expect(errorsOf(await invite(district, { role: 'operator' }))).toEqual(['/role not_a_choice'])
    expect(errorsOf(await invite(district, { role: 'curator' }))).toEqual(['/role not_a_choice'])
    expect(errorsOf(await invite(district, { role: 'school_admin' }))).toEqual(['/unit required'])
    expect(errorsOf(await invite(district, { role: 'school_admin', unit: strange.id }))).toEqual([
      '/unit not_in_district',
    ])
    expect(errorsOf(await invite(district, { role: 'office', unit: school.id }))).toEqual(['/unit unknown_field'])
    expect((await invite(district, { role: 'school_admin', unit: school.id })).status).toBe(201)
  })

  it('gives the same code to a repeat of the request, and the same answer to a repeat of its acceptance', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const keyed = unique('k')
    const replies = await Promise.all(Array.from({ length: 10 }, () => invite(other, { role: 'finance' }, keyed)))
    expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body])))).toHaveLength(1)
    const person = await personOf(home, 'office')
    const code = replies[0]?.body.code ?? ''
    const joined = await Promise.all(Array.from({ length: 10 }, () => accept(person, code, keyed)))
    expect(new Set(joined.map(({ status, body }) => JSON.stringify([status, body])))).toHaveLength(1)
    expect(joined[0]?.status).toBe(201)
    expect((await meOf(person)).memberships).toHaveLength(2)
  })
})

describe('a code', () => {
  it('is used once by one of twenty people at the same moment', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const people = await Promise.all(Array.from({ length: 5 }, () => personOf(home, 'office')))
    const code = await codeFor(other, { role: 'office' })
    const tries = await Promise.all(Array.from({ length: 20 }, (_, n) => accept(people[n % 5] as Client, code)))
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(1)
    const refused = tries.filter(({ status }) => status !== 201)
    expect(new Set(refused.map(typeOf))).toEqual(new Set(['activation-code-invalid']))
    const counts = await Promise.all(people.map(async (person) => (await meOf(person)).memberships.length))
    expect(counts.sort()).toEqual([1, 1, 1, 1, 2])
  })

  it('is used once by one person in twenty tries', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'office')
    const code = await codeFor(other, { role: 'office' })
    const tries = await Promise.all(Array.from({ length: 20 }, () => accept(person, code)))
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await meOf(person)).memberships).toHaveLength(2)
  })

  it('is nothing when unknown, used, no code at all, or a code of activation', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'office')
    const used = await codeFor(other, { role: 'office' })
    await accept(person, used)
    const created = await home.admin.call(ROUTES.createAccount, {
      params: { district: home.slug },
      body: { username: unique('u'), name: '李明', memberships: [{ role: 'office' }] },
    })
    const codes = [used, '00000-00000-00000-00000-00000-0', '什么也不是的激活码文字', created.body.activationCode]
    const replies = await Promise.all(codes.map((code) => accept(person, code)))
    expect(new Set(replies.map(withoutId))).toHaveLength(1)
    expect(replies.map(typeOf)[0]).toBe('activation-code-invalid')
    const open = await codeFor(other, { role: 'finance' })
    expect(typeOf(await aStranger().call(ROUTES.activateAccount, { body: { code: open, password: PASSWORD } }))).toBe(
      'activation-code-invalid',
    )
    expect((await accept(aStranger(), open)).status).toBe(401)
  })

  it('is not used up by a refusal: posts stay apart within a bureau, not across, and a role is held once', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'auditor')
    expect((await accept(person, await codeFor(other, { role: 'office' }))).status).toBe(201)
    for (const role of ['admin', 'auditor'] as const)
      expect(typeOf(await accept(person, await codeFor(other, { role }))), role).toBe('posts-separate')
    const again = await codeFor(other, { role: 'office' })
    expect(typeOf(await accept(person, again))).toBe('already-exists')
    expect((await accept(person, await codeFor(other, { role: 'finance' }))).status).toBe(201)
    expect((await accept(await personOf(home, 'office'), again)).status).toBe(201)
  })

  it('lets two roles of different posts be taken at once by one of them alone', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'office')
    const codes = await Promise.all((['office', 'auditor'] as const).map((role) => codeFor(other, { role })))
    const replies = await Promise.all(codes.map((code) => accept(person, code)))
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})

describe('a role', () => {
  it('ends with the sessions that act under it, and with no other', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'office')
    const joined = must('joined', await accept(person, await codeFor(other, { role: 'office' })))
    const there = joined.memberships[1]?.id ?? ''
    const again = await aStranger().call(ROUTES.signIn, {
      body: { username: String(person.username), password: PASSWORD },
    })
    const switched = await clientOf(constellation().url, { token: tokenIn(again.headers) }).call(ROUTES.switchRole, {
      body: { membership: there },
    })
    const acting = clientOf(constellation().url, { token: tokenIn(switched.headers) })
    expect((await acting.get(`${other.base}/calls`)).status).toBe(200)

    const ended = await end(other, joined.account.id, there)
    expect(ended.body).toMatchObject({ memberships: [], actions: [], state: 'active' })
    expect((await acting.get(`${other.base}/calls`)).status).toBe(401)
    expect((await person.get(`${home.base}/calls`)).status).toBe(200)
    expect((await meOf(person)).memberships).toHaveLength(1)
    expect(typeOf(await end(other, joined.account.id, there))).toBe('state-refuses')
    const grant = { params: { district: other.slug, id: joined.account.id }, body: { role: 'finance' as const } }
    expect(typeOf(await other.admin.call(ROUTES.grantRole, grant))).toBe('state-refuses')
    expect((await accept(person, await codeFor(other, { role: 'office' }))).status).toBe(201)
  })

  it('is ended by the bureau that gave it alone, and unknown to others like one that does not exist', async () => {
    const [home, other] = [await aDistrict(), await aDistrict()]
    const person = await personOf(home, 'office')
    const joined = must('joined', await accept(person, await codeFor(other, { role: 'office' })))
    const { id } = joined.account
    const [atHome = UNKNOWN, there = UNKNOWN] = joined.memberships.map((one) => one.id)
    const unknown = withoutId(await end(other, id, UNKNOWN))
    expect(unknown).toMatch(/^\[404,/)
    expect(withoutId(await end(other, id, atHome))).toBe(unknown)
    expect(withoutId(await end(home, id, there))).toBe(unknown)
    expect(withoutId(await end(await aDistrict(), id, there))).toBe(unknown)
    expect((await end(other, id, there, 7)).status).toBe(412)
    expect((await meOf(person)).memberships).toHaveLength(2)
  })

  it('is ended once by two at the same moment', async () => {
    const district = await aDistrict()
    const person = await personOf(district, 'office')
    const me = await meOf(person)
    const membership = me.acting?.id ?? ''
    const both = await Promise.all([
      end(district, me.account.id, membership, 1),
      end(district, me.account.id, membership, 1),
    ])
    // the account's versions: created, activated
    expect(both.map(({ status }) => status)).toEqual([412, 412])
    const seen = await Promise.all([
      end(district, me.account.id, membership, 2),
      end(district, me.account.id, membership, 2),
    ])
    expect(seen.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

describe('the last administrator', () => {
  it('stays, until another is there who can sign in', async () => {
    const district = await aDistrict()
    const me = await meOf(district.admin)
    const own = me.acting?.id ?? ''
    const alone = await end(district, me.account.id, own)
    expect([alone.status, typeOf(alone)]).toEqual([409, 'state-refuses'])
    const waiting = await district.admin.call(ROUTES.createAccount, {
      params: { district: district.slug },
      body: { username: unique('u'), name: '李明', memberships: [{ role: 'admin' }] },
    })
    expect(typeOf(await end(district, me.account.id, own))).toBe('state-refuses')
    await aStranger().call(ROUTES.activateAccount, { body: { code: waiting.body.activationCode, password: PASSWORD } })
    expect((await end(district, me.account.id, own)).status).toBe(200)
    expect((await district.admin.call(ROUTES.readSession)).status).toBe(401)
  })

  it.each(['end', 'suspend'] as const)('is left when two %s each other at the same moment', async (action) => {
    const district = await aDistrict()
    const second = await personOf(district, 'admin')
    const [one, other] = [await meOf(district.admin), await meOf(second)]
    const against = (by: Client, { account, acting }: typeof one) => {
      const params = { district: district.slug, id: account.id }
      const note = '离岗'
      return action === 'end'
        ? by.call(ROUTES.endRole, { params, body: { membership: acting?.id ?? '', note } })
        : by.call(ROUTES.suspendAccount, { params, body: { note } })
    }
    const both = await Promise.all([against(district.admin, other), against(second, one)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await Promise.all([district.admin, second].map((client) => client.call(ROUTES.readSession)))
    expect(left.map(({ status }) => status).sort()).toEqual([200, 401])
  })
})
