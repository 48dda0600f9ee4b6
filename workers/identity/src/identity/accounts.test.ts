import { ROUTES } from '@shixun/contract/routes'
import type { Role } from '@shixun/domain/identity/role'
import { clientOf, type Reply, tokenIn } from '@shixun/testkit/client'
import { aDistrict, aStranger, constellation, type TestDistrict, unique } from '@shixun/testkit/harness'
import { PASSWORD } from '@shixun/testkit/people'
import { describe, expect, it } from 'vitest'

const typeOf = ({ body }: Reply<unknown>) => (body as { type?: string }).type?.split(':').at(-1)
const errorsOf = ({ body }: Reply<unknown>) =>
  ((body as { errors?: { pointer: string; problem: string }[] }).errors ?? []).map(
    ({ pointer, problem }) => `${pointer} ${problem}`,
  )

type Wanted = { role: Role; unit?: string }
const create = (
  { admin, slug }: TestDistrict,
  memberships: Wanted[],
  given: { username?: string; key?: string } = {},
) =>
  admin.call(ROUTES.createAccount, {
    params: { district: slug },
    body: { username: given.username ?? unique('u'), name: '王芳', memberships },
    ...(given.key === undefined ? {} : { key: given.key }),
  })
const activate = (code: string, password = PASSWORD) =>
  aStranger().call(ROUTES.activateAccount, { body: { code, password } })
const signIn = (username: string, password = PASSWORD) =>
  aStranger().call(ROUTES.signIn, { body: { username, password } })
const act = <R extends 'renewActivation' | 'suspendAccount' | 'restoreAccount'>(
  { admin, slug }: TestDistrict,
  route: R,
  id: string,
  ifMatch?: number,
) =>
  admin.call(ROUTES[route], {
    params: { district: slug, id },
    body: route === 'renewActivation' ? {} : { note: '离岗' },
    ...(ifMatch ? { ifMatch } : {}),
  } as never) as Promise<Reply<{ activationCode: string; state: string; actions: string[]; version: number }>>

describe('a new account', () => {
  it('has one effect and one answer for the same key, fifty times at once', async () => {
    const district = await aDistrict()
    const username = unique('u')
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => create(district, [{ role: 'office' }], { username, key: username })),
    )
    expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body])))).toHaveLength(1)
    expect(replies[0]?.status).toBe(201)
    const list = await district.admin.call(ROUTES.listAccounts, {
      params: { district: district.slug },
      query: { q: username },
    })
    expect(list.body.items).toHaveLength(1)
    expect((await activate(String(replies[0]?.body.activationCode))).status).toBe(200)
    expect(typeOf(await create(district, [{ role: 'finance' }], { username, key: username }))).toBe(
      'idempotency-key-reused',
    )
  })

  it('is refused under a taken name, and with posts that stay apart', async () => {
    const district = await aDistrict()
    const made = await create(district, [{ role: 'office' }])
    expect(typeOf(await create(district, [{ role: 'office' }], { username: made.body.username }))).toBe(
      'already-exists',
    )
    for (const pair of [
      ['admin', 'office'],
      ['admin', 'auditor'],
      ['office', 'auditor'],
    ] as Role[][])
      expect(
        typeOf(
          await create(
            district,
            pair.map((role) => ({ role })),
          ),
        ),
        pair.join(),
      ).toBe('posts-separate')
    expect((await create(district, [{ role: 'office' }, { role: 'finance' }])).status).toBe(201)
  })

  it('gets roles that this bureau has, with units it has', async () => {
    const [district, other] = [await aDistrict(), await aDistrict()]
    const [school, strange] = [await district.school(), await other.school()]
    expect(errorsOf(await create(district, [{ role: 'operator' }]))).toEqual(['/memberships/0/role not_a_choice'])
    expect(errorsOf(await create(district, [{ role: 'province_officer' }]))).toEqual([
      '/memberships/0/role not_a_choice',
    ])
    expect(errorsOf(await create(district, [{ role: 'curator' }]))).toEqual(['/memberships/0/role not_a_choice'])
    expect(errorsOf(await create(district, [{ role: 'office', unit: school.id }]))).toEqual([
      '/memberships/0/unit unknown_field',
    ])
    expect(errorsOf(await create(district, [{ role: 'school_admin' }]))).toEqual(['/memberships/0/unit required'])
    expect(errorsOf(await create(district, [{ role: 'school_admin', unit: strange.id }]))).toEqual([
      '/memberships/0/unit not_in_district',
    ])
    expect(errorsOf(await create(district, [{ role: 'provider', unit: school.id }]))).toEqual([
      '/memberships/0/unit not_in_district',
    ])
    const made = await create(district, [{ role: 'school_admin', unit: school.id }])
    expect(made.body.memberships).toMatchObject([{ role: 'school_admin', unit: school.id, unitName: school.name }])
  })
})

describe('an activation code', () => {
  it('works once, however it is typed', async () => {
    const made = (await create(await aDistrict(), [{ role: 'office' }])).body
    expect(made.activationCode).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/)
    expect((await activate(made.activationCode.toLowerCase().replaceAll('-', ' '))).body).toEqual({
      username: made.username,
      name: '王芳',
    })
    expect(typeOf(await activate(made.activationCode, 'lantern-42-orchard'))).toBe('activation-code-invalid')
    expect((await signIn(made.username)).status).toBe(200)
  })

  it('is used by one of twenty at the same moment', async () => {
    const made = (await create(await aDistrict(), [{ role: 'office' }])).body
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => activate(made.activationCode, `lantern-${n}-orchard`)),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is not used up by a password that is refused', async () => {
    const made = (await create(await aDistrict(), [{ role: 'office' }])).body
    const refused = await activate(made.activationCode, `${made.username}1`)
    expect([typeOf(refused), ...errorsOf(refused)]).toEqual(['password-refused', '/password contextual_password'])
    expect((await activate(made.activationCode)).status).toBe(200)
  })

  it.each(['0000000000', '00000-00000-00000-00000-00000-0', '什么也不是的激活码文字'])('is not %s', async (code) => {
    expect(typeOf(await activate(code))).toBe('activation-code-invalid')
  })

  it('comes anew and takes the old one, the password and the sessions away', async () => {
    const district = await aDistrict()
    const made = (await create(district, [{ role: 'office' }])).body
    const renewed = await act(district, 'renewActivation', made.id)
    expect(typeOf(await activate(made.activationCode))).toBe('activation-code-invalid')
    expect((await activate(renewed.body.activationCode)).status).toBe(200)
    const person = clientOf(constellation().url, { token: tokenIn((await signIn(made.username)).headers) })
    expect((await person.call(ROUTES.readSession)).status).toBe(200)
    await act(district, 'renewActivation', made.id)
    expect((await person.call(ROUTES.readSession)).status).toBe(401)
    expect((await signIn(made.username)).status).toBe(401)
  })
})

describe('an account', () => {
  it('is suspended with its sessions and restored', async () => {
    const district = await aDistrict()
    const made = (await create(district, [{ role: 'office' }])).body
    await activate(made.activationCode)
    const person = clientOf(constellation().url, { token: tokenIn((await signIn(made.username)).headers) })
    const suspended = await act(district, 'suspendAccount', made.id)
    expect(suspended.body).toMatchObject({ state: 'suspended', actions: ['restore', 'end'] })
    expect((await person.call(ROUTES.readSession)).status).toBe(401)
    expect((await signIn(made.username)).status).toBe(401)
    expect(typeOf(await act(district, 'suspendAccount', made.id))).toBe('state-refuses')
    expect((await act(district, 'restoreAccount', made.id)).body.state).toBe('active')
    expect((await signIn(made.username)).status).toBe(200)
  })

  it('cannot be suspended by its own hand', async () => {
    const district = await aDistrict()
    const me = (await district.admin.call(ROUTES.readSession)).body.account
    expect(typeOf(await act(district, 'suspendAccount', me.id))).toBe('state-refuses')
  })

  it('is unknown to other bureaus, like one that does not exist', async () => {
    const [district, other] = [await aDistrict(), await aDistrict()]
    const made = (await create(district, [{ role: 'office' }])).body
    for (const route of ['renewActivation', 'suspendAccount', 'restoreAccount'] as const) {
      const [foreign, unknown] = [await act(other, route, made.id), await act(other, route, `acc_${'0'.repeat(26)}`)]
      expect([foreign.status, { ...foreign.body, requestId: '' }]).toEqual([404, { ...unknown.body, requestId: '' }])
    }
  })

  it('refuses a stale version, and one of two at the same moment', async () => {
    const district = await aDistrict()
    const made = (await create(district, [{ role: 'office' }])).body
    expect((await act(district, 'suspendAccount', made.id, 7)).status).toBe(412)
    const both = await Promise.all([
      act(district, 'suspendAccount', made.id, 1),
      act(district, 'suspendAccount', made.id, 1),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it('is granted a role once, and none of another post', async () => {
    const district = await aDistrict()
    const made = (await create(district, [{ role: 'office' }])).body
    const grant = (role: Role) =>
      district.admin.call(ROUTES.grantRole, { params: { district: district.slug, id: made.id }, body: { role } })
    const granted = await grant('finance')
    expect(granted.body.memberships.map(({ role }) => role)).toEqual(['office', 'finance'])
    expect(granted.headers.get('etag')).toBe('"2"')
    expect(typeOf(await grant('finance'))).toBe('already-exists')
    expect(typeOf(await grant('auditor'))).toBe('posts-separate')
  })

  it('is listed newest first by pages, and by the beginning of its name', async () => {
    const district = await aDistrict()
    const prefix = unique('u')
    for (const n of [1, 2, 3]) await create(district, [{ role: 'office' }], { username: `${prefix}.${n}` })
    await create(await aDistrict(), [{ role: 'office' }], { username: `${prefix}.4` })
    const list = async (path: string) =>
      (await district.admin.get<{ items: { username: string; memberships: unknown[] }[]; next: string | null }>(path))
        .body
    const first = await list(`${district.base}/accounts?limit=2`)
    expect(first.items.map(({ username }) => username)).toEqual([`${prefix}.3`, `${prefix}.2`])
    expect(first.items[0]?.memberships).toHaveLength(1)
    const second = await list(String(first.next))
    expect(second.items.map(({ username }) => username)).toEqual([`${prefix}.1`, district.admin.username])
    expect(second.next).toBeNull()
    const found = await list(`${district.base}/accounts?limit=2&q=${prefix}`)
    expect(found.items.map(({ username }) => username)).toEqual([`${prefix}.1`, `${prefix}.2`])
    expect((await list(String(found.next))).items.map(({ username }) => username)).toEqual([`${prefix}.3`])
  })
})

describe('an import', () => {
  it('creates a thousand accounts at once and tells what it left out', async () => {
    const district = await aDistrict()
    const school = await district.school()
    const prefix = unique('u')
    const rows = Array.from({ length: 999 }, (_, n) => ({
      username: `${prefix}.${n}`,
      name: `教师${n}`,
      role: 'school_admin',
      unit: school.id,
    }))
    const body = { rows: [...rows, { username: `${prefix}.0`, name: '重复', role: 'office' }] }
    const imported = await district.admin.call(ROUTES.importAccounts, {
      params: { district: district.slug },
      body,
      key: prefix,
    })
    expect(imported.body).toMatchObject({
      accepted: 999,
      rejected: [{ row: 1000, column: 'username', problem: 'duplicate' }],
    })
    expect(new Set(imported.body.codes.map(({ activationCode }) => activationCode))).toHaveLength(999)
    const again = await district.admin.call(ROUTES.importAccounts, {
      params: { district: district.slug },
      body,
      key: prefix,
    })
    expect(again.body).toEqual(imported.body)
    expect((await activate(imported.body.codes[998]?.activationCode ?? '')).body.username).toBe(`${prefix}.998`)
  })
})

describe('curators', () => {
  it('are the live bureaus of cities and provinces, and can give the role', async () => {
    const district = await aDistrict()
    const divisions = (await aStranger().get<{ items: { code: string }[] }>('/api/divisions?under=440000')).body.items
    const division = divisions[Math.floor(Math.random() * divisions.length)]?.code ?? ''
    const city = await aDistrict({ kind: 'city', division })
    expect((await create(city, [{ role: 'curator' }])).status).toBe(201)
    const { body } = await district.admin.call(ROUTES.listCurators, { query: { limit: 200 } })
    expect(body.items).toContainEqual({ slug: city.slug, name: city.name, kind: 'city', division })
    expect(body.items.some(({ slug }) => slug === district.slug)).toBe(false)
  })
})
