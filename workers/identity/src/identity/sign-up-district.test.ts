import { ROUTES } from '@shixun/contract/routes'
import { aDistrict, aStranger, unique } from '@shixun/testkit/harness'
import { PASSWORD } from '@shixun/testkit/people'
import { describe, expect, it } from 'vitest'

function aBody() {
  const slug = unique('s')
  const admin = { name: '王芳', username: `${slug}.admin`, password: PASSWORD }
  return { slug, name: unique('开发区'), kind: 'zone' as const, division: '410100', admin }
}
const signUp = (body: ReturnType<typeof aBody> | Record<string, unknown>, key?: string) =>
  aStranger().post('/api/districts', body, key === undefined ? {} : { key })
const pointers = (body: Record<string, unknown>) =>
  (body['errors'] as { pointer: string; problem: string }[]).map(({ pointer, problem }) => `${pointer} ${problem}`)

describe('sign-up of a bureau', () => {
  it('founds it and lets its administrator in', async () => {
    const district = await aDistrict()
    const { body } = await district.admin.call(ROUTES.readDistrict, { params: { district: district.slug } })
    expect(body).toEqual({
      id: district.id,
      slug: district.slug,
      name: district.name,
      kind: 'zone',
      division: '410100',
      state: 'live',
    })
  })

  it('has one effect and one answer for the same key, fifty times at once', async () => {
    const body = aBody()
    const first = await signUp(body, body.slug)
    const replies = await Promise.all(Array.from({ length: 50 }, () => signUp(body, body.slug)))
    expect(first.status).toBe(201)
    expect(new Set([first, ...replies].map((reply) => JSON.stringify([reply.status, reply.body])))).toHaveLength(1)
    const other = await signUp({ ...body, name: '另一个' }, body.slug)
    expect(other.body['type']).toBe('urn:shixun:problem:idempotency-key-reused')
  })

  it.each([
    ['999999', 'zone', '/division not_a_choice'],
    ['410000', 'county', '/kind not_a_choice'],
    ['410100', 'county', '/kind not_a_choice'],
    ['410100', 'province', '/kind not_a_choice'],
    ['410105', 'city', '/kind not_a_choice'],
    ['410000', 'zone', '/kind not_a_choice'],
  ])('refuses division %s for a %s', async (division, kind, expected) => {
    const { status, body } = await signUp({ ...aBody(), division, kind })
    expect(status).toBe(422)
    expect(pointers(body)).toEqual([expected])
  })

  it('refuses a division that no longer stands (江北区, until 6 November 2025)', async () => {
    expect(pointers((await signUp({ ...aBody(), kind: 'county', division: '500105' })).body)).toEqual([
      '/division not_a_choice',
    ])
  })

  it('knows a bureau once: by slug, by administrator, by its own key', async () => {
    const body = aBody()
    expect((await signUp(body)).status).toBe(201)
    const taken = async (change: Record<string, unknown>) => (await signUp({ ...aBody(), ...change })).body['type']
    expect(await taken({ slug: body.slug })).toBe('urn:shixun:problem:already-exists')
    expect(await taken({ admin: { ...body.admin } })).toBe('urn:shixun:problem:already-exists')
    expect(await taken({ name: body.name })).toBe('urn:shixun:problem:bureau-taken')
  })

  it('refuses weak passwords and addresses of the platform with the member', async () => {
    const body = aBody()
    const withPassword = (password: string) => signUp({ ...body, admin: { ...body.admin, password } })
    expect(pointers((await withPassword('x7#kQ2p')).body)).toEqual(['/admin/password too_short'])
    expect(pointers((await withPassword('password2026')).body)).toEqual(['/admin/password common_password'])
    expect(pointers((await withPassword(`${body.slug}1`)).body)).toEqual(['/admin/password contextual_password'])
    expect(pointers((await signUp({ ...body, slug: 'feeds' })).body)).toEqual(['/slug not_a_choice'])
  })
})

describe('divisions', () => {
  it('begins with the provinces and goes down by parent, a page at a time', async () => {
    type Page = { items: { code: string; level: string }[]; next: string | null }
    const top = (await aStranger().get<Page>('/api/divisions')).body
    expect(top.items).toHaveLength(31)
    expect(new Set(top.items.map(({ level }) => level))).toEqual(new Set(['province']))
    const first = (await aStranger().get<Page>('/api/divisions?under=410000&limit=10')).body
    const second = (await aStranger().get<Page>(first.next ?? '')).body
    expect(first.items).toHaveLength(10)
    expect(String(second.items[0]?.code) > String(first.items[9]?.code)).toBe(true)
  })

  it('tells a code that was used again by the day', async () => {
    type Page = { items: { code: string; name: string }[] }
    const on = async (day: string) => {
      const { items } = (await aStranger().get<Page>(`/api/divisions?under=410000&on=${day}`)).body
      return items.find(({ code }) => code === '419001')?.name
    }
    expect([await on('1994-01-01'), await on('1996-06-01'), await on('2026-11-21')]).toEqual([
      '义马市',
      undefined,
      '济源市',
    ])
  })
})
