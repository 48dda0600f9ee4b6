import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConcludedSession, failureWords, minutesDue, outcomeOf } from './conclusion.ts'

const session = (id: string, startsAt: string, given: Partial<ConcludedSession> = {}): ConcludedSession => ({
  ...{ id, topic: `第 ${id} 讲`, module: '师德', channel: 'concentrated', startsAt, minutes: 120, state: 'held' },
  ...given,
})
const RULES = { absenceFrom: [1, 5] as const, module: '综合' }
const all = (sessions: readonly ConcludedSession[]) => sessions.map(({ id, minutes }) => ({ sessionId: id, minutes }))

describe('the outcome of a training', () => {
  // 23:30 and 00:30 in China are two days, though one in UTC
  const LATE = [session('1', '2026-03-02T15:30:00.000Z'), session('2', '2026-03-02T16:30:00.000Z')]

  it('has one sum a day in China, channel and module', () => {
    const sessions = [
      ...LATE,
      session('3', '2026-03-02T01:00:00.000Z'),
      session('4', '2026-03-02T06:00:00.000Z', { channel: 'online' }),
      session('5', '2026-03-02T08:00:00.000Z', { module: '' }),
    ]
    expect(outcomeOf(sessions, all(sessions), RULES).days).toEqual([
      { date: '2026-03-02', channel: 'concentrated', module: '师德', minutes: 240, topics: ['第 1 讲', '第 3 讲'] },
      { date: '2026-03-02', channel: 'online', module: '师德', minutes: 120, topics: ['第 4 讲'] },
      { date: '2026-03-02', channel: 'concentrated', module: '综合', minutes: 120, topics: ['第 5 讲'] },
      { date: '2026-03-03', channel: 'concentrated', module: '师德', minutes: 120, topics: ['第 2 讲'] },
    ])
  })

  it('asks nothing for what was cancelled, and gives nobody more than a session is worth', () => {
    const sessions = [...LATE, session('3', '2026-03-04T01:00:00.000Z', { state: 'cancelled' })]
    const marks = [...all(sessions), { sessionId: '1', minutes: 999 }]
    expect(minutesDue(sessions)).toBe(240)
    expect(outcomeOf(sessions, marks, RULES)).toMatchObject({ due: 240, attended: 240, completed: true })
  })

  it('says in words why credit is lost', () => {
    const outcome = outcomeOf(LATE, [{ sessionId: '1', minutes: 120 }], RULES)
    expect(outcome.completed).toBe(false)
    expect(failureWords(outcome, RULES.absenceFrom)).toBe(
      '应到 240 分钟，实到 120 分钟，缺课 120 分钟，达到应到的 1/5，不计学时',
    )
  })

  it('loses and invents no minute, whatever the timetable', () => {
    const any = fc.record({
      hour: fc.integer({ min: 0, max: 500 }),
      minutes: fc.integer({ min: 1, max: 480 }),
      had: fc.integer({ min: 0, max: 600 }),
      channel: fc.constantFrom('concentrated', 'online', 'school_based'),
      module: fc.constantFrom('', '师德', '教学'),
      state: fc.constantFrom('held' as const, 'held' as const, 'cancelled' as const),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (given) => {
        const sessions = given.map(({ hour, minutes, channel, module, state }, n) =>
          session(String(n), new Date(Date.UTC(2026, 2, 1, hour)).toISOString(), { minutes, channel, module, state }),
        )
        const marks = given.map(({ had }, n) => ({ sessionId: String(n), minutes: had }))
        const outcome = outcomeOf(sessions, marks, RULES)
        const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)
        const wanted = given.map(({ had, minutes, state }) => (state === 'cancelled' ? 0 : Math.min(had, minutes)))
        expect(outcome.attended).toBe(sum(wanted))
        expect(sum(outcome.days.map(({ minutes }) => minutes))).toBe(outcome.attended)
        expect(sum(outcome.channels.map(({ due }) => due))).toBe(minutesDue(sessions))
        const keys = outcome.days.map(({ date, channel, module }) => JSON.stringify([date, channel, module]))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
