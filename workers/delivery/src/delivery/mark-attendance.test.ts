import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { detailOf, pointersOf, refusalOf } from '../../../../packages/testkit/src/test-spine.ts'
import { type Hall, raiseHall } from './test-attendance.ts'

type Codes = {
  now: number
  phase: string
  rotateSeconds: number
  present: number
  taken: number
  codes: { code: string; from: number; to: number }[]
}
type Scanned = { topic: string; at: string; minutes: number; lateBy: number }
type Person = {
  id: string
  name: string
  way: string | null
  minutes: number
  reason: string | null
  at: string | null
}

let hall: Hall
let runner: Client
beforeAll(async () => {
  hall = await raiseHall()
  runner = hall.runner.client
})
afterAll(() => hall.stop())

const screen = (session: string, who = runner) => who.get<Codes>(`${hall.base}/sessions/${session}/check-in-codes`)
const codeOf = async (session: string) => must('codes', await screen(session)).codes[0]?.code ?? ''
const scan = (who: Client, code: string) => who.post<Scanned>(`${hall.base}/check-ins`, { code })
const mark = (session: string, marks: { enrolmentId: string; minutes: number }[], given: object = {}) =>
  runner.post<{ changed: number; present: number }>(`${hall.base}/sessions/${session}/attendance`, {
    marks,
    reason: '设备故障，现场点名',
    ...given,
  })
const roster = async (session: string) =>
  must('roster', await runner.get<{ items: Person[] }>(`${hall.base}/sessions/${session}/attendance`)).items
const settle = (session: string) => runner.post(`${hall.base}/sessions/${session}/attendance/settle`, {})

describe('by hand', () => {
  test('many are entered with a reason, corrected with another, and the journal keeps what stood', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const people = await hall.admitted(cohort, 3)
    const [a, b, c] = people.map(({ enrolment }) => enrolment)
    const marks = [a, b, c].map((enrolmentId) => ({ enrolmentId: enrolmentId ?? '', minutes: 120 }))
    expect(must('marks', await mark(session, marks))).toEqual({ changed: 3, present: 3 })
    const changed = must(
      'correction',
      await mark(session, [{ enrolmentId: b ?? '', minutes: 0 }], { reason: '代签，查实缺勤' }),
    )
    expect(changed).toEqual({ changed: 1, present: 2 })
    expect((await roster(session)).map(({ minutes, reason }) => [minutes, reason])).toEqual([
      [120, '设备故障，现场点名'],
      [0, '代签，查实缺勤'],
      [120, '设备故障，现场点名'],
    ])
    expect(
      await hall.rows(
        'SELECT version, verb, before, note FROM journal WHERE entity = ? ORDER BY version',
        `${session}/${b}`,
      ),
    ).toEqual([
      { version: 1, verb: 'enter', before: null, note: '设备故障，现场点名' },
      { version: 2, verb: 'correct', before: '{"way":"hand","minutes":120}', note: '代签，查实缺勤' },
    ])
    const phone = await hall.teacher(people[1]?.teacher ?? '')
    expect(detailOf(await scan(phone, await codeOf(session)))).toContain('登记为缺勤')
  })

  test('nobody gets more than the session is worth, nobody is entered twice, and strangers are pointed at', async () => {
    const { cohort, sessions } = await hall.running([{}, { day: '2099-01-01' }])
    const [session = '', coming = ''] = sessions
    const [one] = await hall.admitted(cohort, 1)
    const id = one?.enrolment ?? ''
    const wrong = await mark(session, [
      { enrolmentId: id, minutes: 121 },
      { enrolmentId: id, minutes: 10 },
      { enrolmentId: 'enr_00000000000000000000000000', minutes: 10 },
    ])
    expect([wrong.status, pointersOf(wrong)]).toEqual([
      422,
      [
        ['/marks/0/minutes', 'too_large'],
        ['/marks/1/enrolmentId', 'duplicate'],
        ['/marks/2/enrolmentId', 'not_on_roster'],
      ],
    ])
    expect(refusalOf(await mark(coming, [{ enrolmentId: id, minutes: 10 }]))).toEqual([409, 'state-refuses'])
    const other = await hall.school('又一所')
    const reply = await other.client.post(`${hall.base}/sessions/${session}/attendance`, {
      marks: [{ enrolmentId: id, minutes: 10 }],
      reason: '越权',
    })
    expect(reply.status).toBe(404)
  })

  test('a platform’s list is matched by name and school; its wrong rows harm none', async () => {
    const { cohort, sessions } = await hall.running([{ channel: 'online' }])
    const [session = ''] = sessions
    const first = await hall.admitted(cohort, 1, { name: '李芳' })
    const second = await hall.admitted(cohort, 1, { name: '李芳' })
    await hall.admitted(cohort, 1, { name: '王勇' })
    const [{ school_name: school } = { school_name: '' }] = await hall.rows(
      'SELECT school_name FROM enrolments WHERE id = ?',
      first[0]?.enrolment,
    )
    const rows = [
      { name: '王勇', school: '', minutes: '90' },
      { name: '李芳', school: '', minutes: 60 },
      { name: '李芳', school, minutes: 60 },
      { name: '赵六', minutes: 60 },
      { name: '王勇', minutes: 30 },
      { name: '王勇', minutes: '九十' },
      { name: '', minutes: 500 },
    ]
    const path = `${hall.base}/sessions/${session}/attendance/import`
    const tried = must(
      'dry run',
      await runner.post<{ accepted: number }>(path, { rows, reason: '平台导出', dryRun: true }),
    )
    expect([tried.accepted, (await roster(session)).filter(({ way }) => way).length]).toEqual([2, 0])
    const done = must('import', await runner.post<object>(path, { rows, reason: '平台导出' }))
    expect(done).toEqual({
      accepted: 2,
      rejected: [
        { row: 2, column: 'school', problem: 'ambiguous_person' },
        { row: 4, column: 'name', problem: 'not_on_roster' },
        { row: 5, column: 'name', problem: 'duplicate' },
        { row: 6, column: 'minutes', problem: 'not_a_number' },
        { row: 7, column: 'name', problem: 'required' },
        { row: 7, column: 'minutes', problem: 'too_large', limit: 120 },
      ],
    })
    const entered = (await roster(session))
      .filter(({ way }) => way)
      .map(({ name, way, minutes }) => [name, way, minutes])
    expect(entered).toEqual([
      ['李芳', 'online', 60],
      ['王勇', 'online', 90],
    ])
    expect(second.length).toBe(1)
  })

  test('a settled session takes no more scans, but a correction with a reason', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const [one] = await hall.admitted(cohort, 1)
    const code = await codeOf(session)
    must('settling', await settle(session))
    expect(refusalOf(await settle(session))).toEqual([409, 'state-refuses'])
    const phone = await hall.teacher(one?.teacher ?? '')
    expect(detailOf(await scan(phone, code))).toContain('考勤已经确认')
    expect(must('mark', await mark(session, [{ enrolmentId: one?.enrolment ?? '', minutes: 120 }])).present).toBe(1)
  })
})

describe('who sees what', () => {
  test('the runner all, a school its own, a teacher themselves, a stranger nothing', async () => {
    const { cohort } = await hall.running([{}])
    const people = await hall.admitted(cohort, 2)
    const others = await hall.admitted(cohort, 2)
    const names = async (who: Client) => {
      const reply = await who.get<{ items: { name: string }[] }>(`${hall.base}/cohorts/${cohort}/attendees`)
      return reply.status === 200 ? reply.body.items.map(({ name }) => name) : reply.status
    }
    const [{ school_id: school } = { school_id: '' }] = await hall.rows(
      'SELECT school_id FROM enrolments WHERE id = ?',
      people[0]?.enrolment,
    )
    expect(await names(runner)).toHaveLength(4)
    expect(await names(hall.office)).toHaveLength(4)
    expect(await names(await hall.as('registrar', String(school)))).toEqual(people.map(({ name }) => name))
    expect(await names(await hall.teacher(others[1]?.teacher ?? ''))).toEqual([others[1]?.name])
    expect(await names((await hall.school('无关学校')).client)).toBe(404)
    expect((await clientOf(hall.house.url).get(`${hall.base}/cohorts/${cohort}/attendees`)).status).toBe(401)
  })
})
