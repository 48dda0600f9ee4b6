import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { detailOf, problemOf, refusalOf } from '../../../../packages/testkit/src/test-spine.ts'
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

describe('the screen', () => {
  test('shows the codes of the next minute and how many are there, to who runs the cohort alone', async () => {
    const { cohort, sessions } = await hall.running([{}])
    await hall.admitted(cohort, 2)
    const [session = ''] = sessions
    const shown = must('codes', await screen(session))
    expect([shown.phase, shown.present, shown.taken, shown.rotateSeconds]).toEqual(['open', 0, 2, 15])
    expect(shown.codes.length).toBe(6)
    expect(new Set(shown.codes.map(({ code }) => code)).size).toBe(6)
    expect(shown.codes[0]?.from).toBeLessThanOrEqual(shown.now)
    expect((shown.codes.at(-1)?.to ?? 0) - shown.now).toBeGreaterThanOrEqual(75_000)
    const other = await hall.school('别的学校')
    expect((await screen(session, other.client)).status).toBe(404)
    expect((await screen(session, await hall.teacher('tea_x'))).status).toBe(403)
  })

  test('shows none before its time, after it, and once it is settled', async () => {
    const { sessions } = await hall.running([
      { day: '2099-01-01' },
      { day: '2026-01-06' },
      { state: 'held' },
      { state: 'cancelled' },
    ])
    const phases = await Promise.all(sessions.map(async (session) => must('codes', await screen(session))))
    expect(phases.map(({ phase, codes }) => [phase, codes.length])).toEqual([
      ['early', 0],
      ['closed', 0],
      ['held', 0],
      ['cancelled', 0],
    ])
  })
})

describe('a scan', () => {
  test('records who came, once, and says so the second time', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const [one] = await hall.admitted(cohort, 1)
    const phone = await hall.teacher(one?.teacher ?? '')
    const code = await codeOf(session)
    const first = must('scan', await scan(phone, code))
    expect([first.minutes, first.lateBy]).toEqual([120, 0])
    const again = await scan(phone, code)
    expect(refusalOf(again)).toEqual([409, 'code-used'])
    expect(detailOf(again)).toMatch(/签到已于 20\d\d-\d\d-\d\d \d\d:\d\d 记录/)
    expect(must('codes', await screen(session)).present).toBe(1)
    expect(await hall.rows('SELECT way, minutes, version FROM attendance WHERE session_id = ?', session)).toEqual([
      { way: 'code', minutes: 120, version: 1 },
    ])
    expect(await hall.rows('SELECT verb FROM journal WHERE entity = ?', `${session}/${one?.enrolment}`)).toEqual([
      { verb: 'check_in' },
    ])
  })

  test('from two phones at once counts once', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const [one] = await hall.admitted(cohort, 1)
    const code = await codeOf(session)
    const phone = await hall.teacher(one?.teacher ?? '')
    const replies = await Promise.all(Array.from({ length: 6 }, () => scan(phone, code)))
    expect(replies.filter(({ status }) => status === 200).length).toBe(1)
    expect(new Set(replies.filter(({ status }) => status !== 200).map(problemOf))).toEqual(new Set(['code-used']))
    expect(must('codes', await screen(session)).present).toBe(1)
  })

  test('of an old picture, a cut one, a forged one, another bureau’s or a coming one is refused in words', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const [one] = await hall.admitted(cohort, 1)
    const phone = await hall.teacher(one?.teacher ?? '')
    const { codes } = must('codes', await screen(session))
    const code = codes[0]?.code ?? ''
    const [slug = '', ses = '', window = '', kid = '', mac = ''] = code.split('.')
    const told = async (text: string) => {
      const reply = await scan(phone, text)
      return [problemOf(reply), detailOf(reply)]
    }
    expect(await told(code.slice(0, -1))).toEqual(['code-refused', expect.stringContaining('不完整')])
    const earlier = (Number.parseInt(window, 36) - 1).toString(36)
    expect(await told([slug, ses, earlier, kid, mac].join('.'))).toEqual([
      'code-refused',
      expect.stringContaining('伪造'),
    ])
    expect(await told(['erqi', ses, window, kid, mac].join('.'))).toEqual([
      'code-refused',
      expect.stringContaining('另一个教育局'),
    ])
    expect(await told(codes.at(-1)?.code ?? '')).toEqual(['code-refused', expect.stringContaining('还没有显示')])
  })

  test('of a screenshot says that the code has gone, by real time', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const [one] = await hall.admitted(cohort, 1)
    must(
      'setting',
      await hall.office.call(ROUTES.putSetting, {
        params: { district: 'jinshui', key: 'attendance' },
        body: {
          value: {
            rotateSeconds: 5,
            graceSeconds: 0,
            earlyMinutes: 30,
            lateMinutes: 5,
            late: 'partial',
            closeMinutes: 10,
          },
        },
      }),
    )
    const code = await codeOf(session)
    await new Promise((done) => setTimeout(done, 5_100))
    const phone = await hall.teacher(one?.teacher ?? '')
    const late = await scan(phone, code)
    expect(refusalOf(late)).toEqual([409, 'code-expired'])
    expect(detailOf(late)).toContain('每 5 秒更换一次')
    const taken = must('scan', await scan(phone, await codeOf(session)))
    expect([taken.lateBy >= 10, taken.minutes < 120, taken.minutes > 100]).toEqual([true, true, true])
    must(
      'sample',
      await hall.office.call(ROUTES.putSetting, {
        params: { district: 'jinshui', key: 'attendance' },
        body: { value: null },
      }),
    )
  })

  test('of somebody who is not on the roster, or only on the waiting list, says whom to ask', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const [waiting] = await hall.admitted(cohort, 1, { state: 'waiting' })
    const school = await hall.school('外校')
    const [stranger = ''] = await hall.teachers(school, 1)
    const code = await codeOf(session)
    const told = async (teacher: string) => detailOf(await scan(await hall.teacher(teacher), code))
    expect(await told(stranger)).toContain('不在“')
    expect(await told(waiting?.teacher ?? '')).toContain('候补')
    expect(await hall.rows('SELECT count(*) AS n FROM attendance WHERE session_id = ?', session)).toEqual([{ n: 0 }])
  })

  test('costs one look and one batch beside the session, whatever the roster', async () => {
    const { cohort, sessions } = await hall.running([{}])
    const [session = ''] = sessions
    const [one] = await hall.admitted(cohort, 60)
    const code = await codeOf(session)
    const reply = await scan(await hall.teacher(one?.teacher ?? ''), code)
    const cost = (name: string) => Number(reply.headers.get(`x-d1-${name}`))
    expect([reply.status, cost('trips') <= 4, cost('rows') < 40]).toEqual([200, true, true])
  })
})
