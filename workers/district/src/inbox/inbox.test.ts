import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { MACHINES } from '@shixun/domain/shared/machines'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Reply, raiseDistrict, type TestDistrict } from '../../../../packages/testkit/src/test-district.ts'

let house: TestDistrict
const SCHOOLS = ['sch_00000000000000000000000001', 'sch_00000000000000000000000002'] as const
const id = (prefix: string, no: number) => `${prefix}_${String(no).padStart(26, '0')}`
const at = '2026-01-01T00:00:00.000Z'
const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]

beforeAll(async () => {
  house = await raiseDistrict()
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

async function task(no: number, role: string, unit: string, dueOn: string | null, doneAt: string | null = null) {
  await house.run(
    'INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at, done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id('tsk', no),
    id('app', no),
    'application.submitted',
    `待办 ${no}`,
    role,
    unit,
    dueOn,
    at,
    doneAt,
  )
}

describe('my tasks', () => {
  it('are those of my role and unit that are open, oldest first, each with its clock', async () => {
    const today = chinaDate(new Date().toISOString())
    await task(1, 'office', '', addDays(today, -1))
    await task(2, 'office', '', today)
    await task(3, 'office', '', null)
    await task(4, 'office', '', null, at)
    await task(5, 'school_admin', SCHOOLS[0], addDays(today, 1))
    await task(6, 'school_admin', SCHOOLS[1], null)
    await task(7, 'school_admin', '', null)
    await task(8, 'registrar', SCHOOLS[0], null)
    const office = await (await house.person('office'))('GET', '/api/me/tasks')
    expect(items(office).map(({ title, overdue }) => [title, overdue])).toEqual([
      ['待办 1', true],
      ['待办 2', false],
      ['待办 3', false],
    ])
    expect(items(office)[0]).toEqual({
      id: id('tsk', 1),
      version: 1,
      actions: [],
      kind: 'application.submitted',
      entity: id('app', 1),
      title: '待办 1',
      alarm: null,
      dueOn: addDays(today, -1),
      due: 'overdue',
      overdue: true,
      createdAt: at,
    })
    const school = await (await house.person('school_admin', SCHOOLS[0]))('GET', '/api/me/tasks')
    expect(items(school).map(({ title }) => title)).toEqual(['待办 5', '待办 7'])
    expect(items(await (await house.person('auditor'))('GET', '/api/me/tasks'))).toEqual([])
  })

  it('come page by page, each once, at a price that does not grow', async () => {
    for (let no = 100; no < 160; no++) await task(no, 'school_admin', no % 2 ? SCHOOLS[1] : '', null)
    const ask = await house.person('school_admin', SCHOOLS[1])
    const seen: unknown[] = []
    let next: string | null = '/api/me/tasks?limit=20'
    while (next) {
      const page: Reply = await ask('GET', next)
      expect(Number(page.headers.get('x-d1-rows'))).toBeLessThanOrEqual(40)
      expect(Number(page.headers.get('x-d1-trips'))).toBeLessThanOrEqual(3)
      seen.push(...items(page).map((item) => item['id']))
      next = page.body['next'] as string | null
    }
    expect(seen).toEqual([6, 7, ...Array.from({ length: 60 }, (_, no) => no + 100)].map((no) => id('tsk', no)))
  })

  it('need a session', async () => {
    expect((await fetch(`${house.constellation.url}/api/me/tasks`)).status).toBe(401)
  })
})

async function application(no: number, unit: string, state: string) {
  await house.run(
    "INSERT INTO applications (id, unit_kind, unit_id, unit_name, title, state, form_values, submission_no, version, created_at, updated_at) VALUES (?, 'school', ?, '校', '题', ?, '{}', 0, 1, ?, ?)",
    id('app', no),
    unit,
    state,
    at,
    at,
  )
}

describe('the dashboard', () => {
  it('shows a bureau what it has in hand, in at most 20 rows of the tenant with every counter there is', async () => {
    const names = MACHINES.flatMap(({ entity, states }) => Object.keys(states).map((state) => `${entity}.${state}`))
    for (const name of [...names, 'number.project.2026'])
      await house.run('INSERT INTO counters (name, n) VALUES (?, ?)', name, name.length)
    const seen = async (role: 'office' | 'curator') => {
      const reply = await (await house.person(role))('GET', 'dashboard')
      expect(Number(reply.headers.get('x-d1-trips'))).toBe(2)
      const session = Number((await (await house.person(role))('GET', 'schools?q=0000000000')).headers.get('x-d1-rows'))
      expect(Number(reply.headers.get('x-d1-rows')) - session).toBeLessThanOrEqual(20)
      return reply.body['counters'] as Record<string, number>
    }
    const office = await seen('office')
    expect(Object.keys(office)).toHaveLength(18)
    expect(office).toMatchObject({
      'application.submitted': 21,
      'project.running': 15,
      'call.open': 9,
      'notice.standing': 15,
    })
    const curator = await seen('curator')
    expect(Object.keys(curator).filter((name) => name.startsWith('listing.'))).toHaveLength(5)
    expect(Object.keys(curator).filter((name) => name.startsWith('project.'))).toEqual([])
  })

  it('shows a unit its own rows by state, and no other unit’s', async () => {
    await application(1, SCHOOLS[0], 'draft')
    await application(2, SCHOOLS[0], 'draft')
    await application(3, SCHOOLS[0], 'approved')
    await application(4, SCHOOLS[1], 'draft')
    const ask = await house.person('school_admin', SCHOOLS[0])
    const reply = await ask('GET', 'dashboard')
    expect(reply.body).toEqual({ counters: { 'application.draft': 2, 'application.approved': 1 } })
    expect(Number(reply.headers.get('x-d1-trips'))).toBe(2)
    expect((await (await house.person('teacher', id('tea', 1)))('GET', 'dashboard')).body).toEqual({ counters: {} })
    expect((await (await house.person('expert', id('exp', 1)))('GET', 'dashboard')).body).toEqual({ counters: {} })
  })
})

describe('the inbox by day', () => {
  beforeEach(() => house.run('DELETE FROM tasks'))

  const mine = (no: number, unit: string, dueOn: string | null) =>
    house.run(
      "INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at) VALUES (?, ?, 'application.returned', ?, 'school_admin', ?, ?, '2026-01-01T00:00:00.000Z')",
      id('tsk', no),
      id('app', no),
      `待办 ${no}`,
      unit,
      dueOn,
    )
  const day = (n: number) => new Date(Date.now() + 8 * 3_600_000 + n * 86_400_000).toISOString().slice(0, 10)
  const titles = async (path: string) => {
    const ask = await house.person('school_admin', SCHOOLS[0])
    return items(await ask('GET', path)).map(({ title }) => title)
  }

  it('brings the earliest day first and what has no day last; filters cut at yesterday, today, the third day and the fourth', async () => {
    await mine(1, SCHOOLS[0], null)
    await mine(2, SCHOOLS[0], day(4))
    await mine(3, '', day(0))
    await mine(4, SCHOOLS[0], day(-1))
    await mine(5, SCHOOLS[0], day(3))
    await mine(6, SCHOOLS[1], day(-5))
    expect(await titles('/api/me/tasks?sort=day')).toEqual(['待办 4', '待办 3', '待办 5', '待办 2', '待办 1'])
    expect(await titles('/api/me/tasks?due=overdue')).toEqual(['待办 4'])
    expect(await titles('/api/me/tasks?due=soon')).toEqual(['待办 3', '待办 5'])
    expect(await titles('/api/me/tasks')).toEqual(['待办 1', '待办 2', '待办 3', '待办 4', '待办 5'])
  })

  it('comes page by page, each once, at a price that does not grow even when one day has them all', async () => {
    for (let no = 100; no < 160; no++) await mine(no, no % 2 ? SCHOOLS[0] : '', day(1))
    const ask = await house.person('school_admin', SCHOOLS[0])
    const seen: unknown[] = []
    let next: string | null = '/api/me/tasks?sort=day&limit=20'
    while (next) {
      const page: Reply = await ask('GET', next)
      expect(Number(page.headers.get('x-d1-rows'))).toBeLessThanOrEqual(40)
      expect(Number(page.headers.get('x-d1-trips'))).toBeLessThanOrEqual(2)
      seen.push(...items(page).map((item) => item['id']))
      next = page.body['next'] as string | null
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, no) => id('tsk', no + 100)))
  })

  it('is counted in the digest up to two hundred, which then says that there are more', async () => {
    for (let no = 100; no < 301; no++) await mine(no, SCHOOLS[0], day(-1))
    const ask = await house.person('school_admin', SCHOOLS[0])
    const digest = await ask('GET', '/api/me/digest')
    expect(digest.body).toMatchObject({ total: 200, overdue: 200, more: true })
    expect(digest.body['text']).toContain('待办 200 项以上')
    expect((await fetch(`${house.constellation.url}/api/me/digest`)).status).toBe(401)
  })
})
