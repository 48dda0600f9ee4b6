import { describe, expect, it } from 'vitest'
import { type AttendanceRules, checkInSpan, DEFAULT_ATTENDANCE_RULES, judgeCheckIn, worthAt } from './attendance.ts'

const RULES: AttendanceRules = { ...DEFAULT_ATTENDANCE_RULES, late: 'partial' }
// 09:00 to 12:00 in China, worth three hours
const SESSION = {
  topic: '作业设计',
  state: 'planned',
  startsAt: '2026-03-02T01:00:00.000Z',
  endsAt: '2026-03-02T04:00:00.000Z',
  minutes: 180,
} as const
const at = (time: string) => `2026-03-02T${time}Z`
const GIVEN = {
  session: SESSION,
  cohort: { title: '第一班', state: 'running' },
  enrolment: { state: 'enrolled' },
  mark: null,
  rules: RULES,
  now: at('01:00:00.000'),
} as const
const told = (given: Partial<Parameters<typeof judgeCheckIn>[0]>) => {
  const verdict = judgeCheckIn({ ...GIVEN, ...given })
  return verdict.ok ? verdict.value : `${verdict.refusal.code}: ${Object.values(verdict.refusal.facts ?? {}).join()}`
}

describe('a session takes codes', () => {
  it('from half an hour before it begins to ten minutes after its end', () => {
    expect(checkInSpan(SESSION, RULES)).toEqual({ from: at('00:30:00.000'), to: at('04:10:00.000') })
  })
  it.each([
    [
      'a millisecond too early',
      '00:29:59.999',
      'code-refused: “作业设计”2026-03-02 08:30 起才能签到，现在还没有到时间。',
    ],
    ['at the first instant', '00:30:00.000', { minutes: 180, lateBy: 0 }],
    ['on time', '01:00:00.000', { minutes: 180, lateBy: 0 }],
    ['at the last instant', '04:10:00.000', { minutes: 0, lateBy: 190 }],
    [
      'a millisecond too late',
      '04:10:00.001',
      'code-refused: “作业设计”的签到已于 2026-03-02 12:10 结束。确实到场的，请当面由承办单位补登并说明原因。',
    ],
  ])('%s', (_, time, result) => expect(told({ now: at(time) })).toEqual(result))
})

describe('who is late', () => {
  it.each([
    ['by fifteen minutes is not', '01:15:59.999', 180, 0],
    ['by sixteen is', '01:16:00.000', 164, 16],
    ['by half gets half', '02:30:00.000', 90, 90],
    ['gets whole minutes, rounded down', '02:30:20.000', 89, 90],
  ])('%s', (_, time, minutes, lateBy) => expect(worthAt(SESSION, RULES, at(time))).toEqual({ minutes, lateBy }))
  it('gets the whole where the bureau says so, and is told to be late all the same', () => {
    expect(worthAt(SESSION, { ...RULES, late: 'full' }, at('02:30:00.000'))).toEqual({ minutes: 180, lateBy: 90 })
  })
})

describe('what happened is told in words', () => {
  const mark = { way: 'code', minutes: 180, at: at('00:58:12.000'), reason: null } as const
  it.each([
    ['twice', { mark }, 'code-used: 2026-03-02 08:58'],
    ['twice, late in the evening', { mark, now: at('14:00:00.000') }, 'code-used: 2026-03-02 08:58'],
    ['entered as absent', { mark: { ...mark, minutes: 0 } }, /登记为缺勤/],
    ['not on the roster', { enrolment: null }, /不在“第一班”的学员名单中/],
    ['on the waiting list', { enrolment: { state: 'waiting' } }, /候补名单/],
    ['nominated only', { enrolment: { state: 'nominated' } }, /还没有录取/],
    ['a cancelled session', { session: { ...SESSION, state: 'cancelled' } }, /已取消/],
    ['a settled session', { session: { ...SESSION, state: 'held' } }, /考勤已经确认/],
    ['a cohort that is over', { cohort: { title: '第一班', state: 'concluded' } }, /已经结班/],
    ['a cohort that is being concluded', { cohort: { title: '第一班', state: 'concluding' } }, /已经结班/],
    ['a cohort that has not begun', { cohort: { title: '第一班', state: 'nominating' } }, /还没有开班/],
  ] as const)('%s', (_, given, words) => {
    const said = told(given)
    if (typeof words === 'string') expect(said).toBe(words)
    else expect(said).toMatch(words)
  })
})
