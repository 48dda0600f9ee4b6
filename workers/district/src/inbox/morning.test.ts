import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Reply, raiseDistrict, type TestDistrict } from '../../../../packages/testkit/src/test-district.ts'

let house: TestDistrict
const id = (prefix: string, no: number) => `${prefix}_${String(no).padStart(26, '0')}`
const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]
type Rounds = { tick(ref: DistrictRef, now: string): Promise<void> }
let rounds: Rounds
const CALL = id('cal', 1)
/** A Tuesday; the window closes at 18:00 in China on the Friday of that week. */
const TUESDAY = '2026-03-10T01:00:00.000Z'
const CLOSES = '2026-03-13T10:00:00.000Z'
const A = id('sch', 1)
const B = id('sch', 2)
const PROVIDER = id('prv', 1)

beforeAll(async () => {
  house = await raiseDistrict()
  rounds = (await house.constellation.miniflare.getBindings<{ DISTRICT: Rounds }>('shixun-jobs')).DISTRICT
  for (const [school, phase] of [
    [A, 'primary'],
    [B, 'senior'],
    [id('sch', 3), 'primary'],
  ] as const)
    await house.run(
      "INSERT INTO schools (id, code, name, area, phase, version, created_at) VALUES (?, ?, ?, 'town', ?, 1, '')",
      school,
      school.slice(-10),
      `学校 ${school.slice(-1)}`,
      phase,
    )
  for (const [provider, to] of [
    [PROVIDER, '2099-12-31'],
    [id('prv', 2), '2026-03-09'],
  ] as const)
    await house.run(
      `INSERT INTO providers (id, name, levels, accredited_from, accredited_to, periods, version, created_at)
       VALUES (?, ?, '["district"]', '2020-01-01', ?, ?, 1, '')`,
      provider,
      provider,
      to,
      JSON.stringify([
        { id: 'p1', levels: ['district'], number: '', from: '2020-01-01', to, endedOn: null, reason: null },
      ]),
    )
  await house.run(
    `INSERT INTO robots (id, kind, name, host, address_tail, address_cipher, events, state, version, created_at)
     VALUES (?, 'wecom', '群', 'h', 'abcd', 'none', '["digest.daily","deadline.near"]', 'on', 1, '')`,
    id('rob', 1),
  )
})
afterAll(async () => {
  await house.stop()
})
beforeEach(async () => {
  for (const table of ['dispatches', 'chores', 'tasks', 'applications', 'calls', 'settings'])
    await house.run(`DELETE FROM ${table}`)
})

const tick = (now: string) => rounds.tick(house.ref, now)

async function call(
  given: { eligibility?: object; quota?: number; unitKinds?: string[]; no?: number; closesAt?: string } = {},
) {
  await house.run(
    `INSERT INTO calls (id, kind, level, year, title, guidance, state, form, opens_at, closes_at, quota_per_unit,
       unit_kinds, review, notice_days, version, created_at, eligibility)
     VALUES (?, 'training_project', 'district', 2026, '区级培训项目', '', 'open', '[]', '2026-03-01T00:00:00.000Z', ?, ?, ?, '{}', 5, 1, '', ?)`,
    given.no === undefined ? CALL : id('cal', given.no),
    given.closesAt ?? CLOSES,
    given.quota ?? 1,
    JSON.stringify(given.unitKinds ?? ['school']),
    JSON.stringify(given.eligibility ?? { phases: [], accredited: false, ethicsVeto: false }),
  )
}

async function application(no: number, unit: string, state: string) {
  await house.run(
    `INSERT INTO applications (id, call_id, unit_kind, unit_id, unit_name, title, state, form_values, submission_no, version, created_at, updated_at)
     VALUES (?, ?, 'school', ?, '校', '题', ?, '{}', 0, 1, '', '')`,
    id('app', no),
    CALL,
    unit,
    state,
  )
}

const reminders = async () =>
  (await house.run(
    "SELECT unit, role, title, due_on FROM tasks WHERE kind = 'call.closing' AND done_at IS NULL ORDER BY unit",
  )) as {
    unit: string
    role: string
    title: string
    due_on: string
  }[]
const said = async (event: string) =>
  (await house.run('SELECT title, body FROM dispatches WHERE event = ? ORDER BY id', event)) as {
    title: string
    body: string
  }[]

describe('reminders', () => {
  it('begin on the third day before the end, from eight in the morning, and not before', async () => {
    await call()
    await tick('2026-03-09T15:00:00.000Z')
    expect(await reminders()).toEqual([])
    await tick('2026-03-09T23:59:00.000Z')
    expect(await reminders()).toEqual([])
    await tick('2026-03-10T00:00:00.000Z')
    expect((await reminders()).map(({ unit }) => unit)).toEqual([A, B, id('sch', 3)])
  })

  it('tell a unit with a draft that it lies there, one without that it has not applied, and leave those in peace who are in', async () => {
    await call()
    await application(1, A, 'draft')
    await application(2, B, 'submitted')
    await application(3, id('sch', 3), 'withdrawn')
    await tick(TUESDAY)
    expect(await reminders()).toEqual([
      {
        unit: A,
        role: 'school_admin',
        title: '“区级培训项目”3 天后截止（03-13 18:00），草稿还没有提交',
        due_on: '2026-03-13',
      },
      {
        unit: id('sch', 3),
        role: 'school_admin',
        title: '“区级培训项目”3 天后截止（03-13 18:00），本单位还没有申报',
        due_on: '2026-03-13',
      },
    ])
  })

  it('are one task a unit and call whose words follow the days; it goes when the unit is in', async () => {
    await call()
    await application(1, A, 'draft')
    await tick(TUESDAY)
    await tick('2026-03-10T05:00:00.000Z')
    await house.run("UPDATE applications SET state = 'submitted' WHERE id = ?", id('app', 1))
    await application(2, B, 'draft')
    await tick('2026-03-11T01:00:00.000Z')
    expect((await reminders()).map(({ unit, title }) => [unit, title])).toEqual([
      [B, '“区级培训项目”2 天后截止（03-13 18:00），草稿还没有提交'],
      [id('sch', 3), '“区级培训项目”2 天后截止（03-13 18:00），本单位还没有申报'],
    ])
    expect(await house.run("SELECT id FROM tasks WHERE kind = 'call.closing'")).toHaveLength(3)
  })

  it('count a second draft only while the quota has room for it', async () => {
    await call({ quota: 1 })
    await application(1, A, 'submitted')
    await application(2, A, 'draft')
    await tick(TUESDAY)
    expect((await reminders()).map(({ unit }) => unit)).not.toContain(A)
    await house.run('UPDATE calls SET quota_per_unit = 2')
    await tick('2026-03-11T01:00:00.000Z')
    expect((await reminders()).find(({ unit }) => unit === A)?.title).toContain('草稿还没有提交')
  })

  it('go to those alone who may apply: phase, kind of unit, accreditation on the day', async () => {
    await call({
      eligibility: { phases: ['senior'], accredited: true, ethicsVeto: false },
      unitKinds: ['school', 'provider'],
    })
    await tick(TUESDAY)
    expect((await reminders()).map(({ unit, role }) => [unit, role])).toEqual([
      [PROVIDER, 'provider'],
      [B, 'school_admin'],
    ])
  })

  it('end with the window', async () => {
    await call()
    await tick(TUESDAY)
    await tick('2026-03-13T10:00:00.000Z')
    expect(await reminders()).toEqual([])
    expect(await house.run('SELECT state FROM calls')).toEqual([{ state: 'closed' }])
  })

  it('stand in the inbox of the school, due soon, with the call behind them', async () => {
    await call({ closesAt: new Date(Date.now() + 86_400_000).toISOString() })
    await house.run('INSERT INTO settings (key, value, version) VALUES (\'digest\', \'{"on":true,"hour":0}\', 1)')
    await tick(new Date().toISOString())
    const school = await house.person('school_admin', A)
    expect(items(await school('GET', '/api/me/tasks'))).toMatchObject([
      { kind: 'call.closing', entity: CALL, due: 'soon' },
    ])
    expect((await school('GET', '/api/me/digest')).body).toMatchObject({
      total: 1,
      overdue: 0,
      dueSoon: 1,
      groups: [{ kind: 'call.closing', label: '申报批次即将截止', n: 1, overdue: 0 }],
      more: false,
    })
  })
})

describe('robots in the morning', () => {
  it('say once which windows close, how many are in and how many units are missing', async () => {
    await call()
    await application(1, A, 'submitted')
    await application(2, B, 'draft')
    await tick(TUESDAY)
    await tick('2026-03-10T03:00:00.000Z')
    expect(await said('deadline.near')).toEqual([
      {
        title: '申报即将截止',
        body: '· 区级培训项目：3 天后截止（2026-03-13 18:00），已提交 1 项，尚有 2 个单位没有提交',
      },
    ])
  })

  it('say the digest once a working day from the hour that is set, and nothing when nothing waits', async () => {
    const task = (no: number, role: string, dueOn: string) =>
      house.run(
        "INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at) VALUES (?, ?, 'application.submitted', ?, ?, '', ?, '')",
        id('tsk', no),
        id('app', no),
        `申报 ${no}`,
        role,
        dueOn,
      )
    await tick('2026-03-09T01:00:00.000Z')
    expect(await said('digest.daily')).toEqual([])
    await task(1, 'office', '2026-03-09')
    await task(2, 'office', '2026-03-20')
    await task(3, 'auditor', '2026-03-09')
    await tick('2026-03-09T02:00:00.000Z')
    expect(await said('digest.daily')).toEqual([])
    await house.run('INSERT INTO settings (key, value, version) VALUES (\'digest\', \'{"on":true,"hour":10}\', 1)')
    await tick('2026-03-10T01:59:00.000Z')
    expect(await said('digest.daily')).toEqual([])
    await Promise.all([tick('2026-03-10T02:00:00.000Z'), tick('2026-03-10T02:00:00.000Z')])
    expect(await said('digest.daily')).toEqual([
      {
        title: '金水区教育局3月10日待办',
        body: [
          '待办 2 项：逾期 1 项，3 天内到期 0 项。',
          '· 申报：已提交，等待初审 2 项（逾期 1 项）',
          '1. 申报 1（已逾期，应于 3月9日 前办理）',
        ].join('\n'),
      },
    ])
    // Saturday, then a Saturday that is worked
    await tick('2026-03-14T03:00:00.000Z')
    expect(await said('digest.daily')).toHaveLength(1)
    await tick('2026-05-09T03:00:00.000Z')
    expect(await said('digest.daily')).toHaveLength(2)
    await house.run('UPDATE settings SET value = \'{"on":false,"hour":8}\'')
    await tick('2026-05-11T03:00:00.000Z')
    expect(await said('digest.daily')).toHaveLength(2)
    await house.run("UPDATE settings SET value = 'null'")
    await tick('2026-05-12T00:30:00.000Z')
    expect(await said('digest.daily')).toHaveLength(3)
  })

  it('forget after ninety days what is settled', async () => {
    const row = (no: string, state: string) =>
      house.run(
        `INSERT INTO dispatches (id, robot_id, event, title, body, state, attempts, next_at, version, created_at)
         VALUES (?, ?, 'digest.daily', '', '', ?, 1, '9', 1, '')`,
        no,
        id('rob', 1),
        state,
      )
    await row(id('dsp', 1), 'sent')
    await row(id('dsp', 2), 'dead')
    await row(id('dsp', 3), 'waiting')
    await row('dsp_zzzzzzzzzz0000000000000000', 'sent')
    await tick(TUESDAY)
    expect(await house.run('SELECT id FROM dispatches ORDER BY id')).toEqual([
      { id: id('dsp', 3) },
      { id: 'dsp_zzzzzzzzzz0000000000000000' },
    ])
  })
})
