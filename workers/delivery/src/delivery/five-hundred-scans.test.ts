import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client, Reply } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { problemOf } from '../../../../packages/testkit/src/test-spine.ts'
import { type Hall, raiseHall } from './test-attendance.ts'

const TEACHERS = 500
const AT_ONCE = 50
const TWO_MINUTES = 120_000

let hall: Hall
let session: string
let phones: Client[]
beforeAll(async () => {
  hall = await raiseHall()
  const { cohort, sessions } = await hall.running([{}], { places: TEACHERS })
  session = sessions[0] ?? ''
  const people = await hall.admitted(cohort, TEACHERS)
  phones = []
  for (let start = 0; start < TEACHERS; start += AT_ONCE)
    phones.push(
      ...(await Promise.all(people.slice(start, start + AT_ONCE).map(({ teacher }) => hall.teacher(teacher)))),
    )
}, 240_000)
afterAll(() => hall.stop())

type Codes = { present: number; codes: { code: string }[] }
const screen = async () =>
  must('codes', await hall.runner.client.get<Codes>(`${hall.base}/sessions/${session}/check-in-codes`))

/** Everybody scans what the screen shows at that moment, fifty at a time, and every tenth a second time. */
async function everybodyScans(): Promise<Reply<unknown>[]> {
  const replies: Reply<unknown>[] = []
  for (let start = 0; start < TEACHERS; start += AT_ONCE) {
    const code = (await screen()).codes[0]?.code ?? ''
    const group = phones.slice(start, start + AT_ONCE)
    const twice = group.filter((_, n) => n % 10 === 0)
    replies.push(
      ...(await Promise.all([...group, ...twice].map((phone) => phone.post(`${hall.base}/check-ins`, { code })))),
    )
  }
  return replies
}

test('five hundred teachers scan within two minutes: all are recorded, none twice, in three trips each', async () => {
  const began = Date.now()
  const replies = await everybodyScans()
  const took = Date.now() - began
  const told: Record<string, number> = {}
  for (const reply of replies) {
    const outcome = reply.status === 200 ? 'recorded' : problemOf(reply)
    told[outcome] = (told[outcome] ?? 0) + 1
  }
  expect(told).toEqual({ recorded: TEACHERS, 'code-used': TEACHERS / 10 })
  expect(took).toBeLessThan(TWO_MINUTES)
  expect((await screen()).present).toBe(TEACHERS)
  const [kept] = await hall.rows(
    'SELECT count(*) AS n, count(DISTINCT enrolment_id) AS people, sum(minutes) AS minutes FROM attendance WHERE session_id = ?',
    session,
  )
  expect(kept).toEqual({ n: TEACHERS, people: TEACHERS, minutes: TEACHERS * 120 })
  const [journal] = await hall.rows("SELECT count(*) AS n FROM journal WHERE verb = 'check_in'")
  expect(journal).toEqual({ n: TEACHERS })
  const trips = replies.filter(({ status }) => status === 200).map(({ headers }) => Number(headers.get('x-d1-trips')))
  const rows = replies.filter(({ status }) => status === 200).map(({ headers }) => Number(headers.get('x-d1-rows')))
  // who scans, what they scan, what is written; an isolate that has not met this database reads whose it is once
  expect(trips.filter((n) => n > 3).length).toBeLessThan(TEACHERS / 50)
  expect(Math.max(...rows)).toBeLessThan(40)
}, 240_000)
