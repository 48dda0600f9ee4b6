import { describe, expect, it } from 'vitest'
import { DISTRICT_240 } from './samples/district-hours.ts'
import { entry, TEACHER } from './test-credits.ts'
import { trialCredits } from './trial-credits.ts'

describe('the trial', () => {
  const given = {
    policy: DISTRICT_240.policy,
    teacher: TEACHER,
    entries: [entry('a', { hours: 240 })],
    asOf: '2026-12-31',
  }
  it('answers the result and the policy in words', () => {
    const answer = trialCredits(given)
    expect(answer).toMatchObject({ ok: true, value: { unit: 'credits', totals: { hours: 240, credits: 240 } } })
    expect(answer.ok && answer.value.words.map(({ title }) => title)).toEqual([
      '周期与口径',
      '学时折算',
      '上限',
      '要求',
    ])
  })
  it('points at what is wrong in policy, teacher and entries at once', () => {
    const answer = trialCredits({
      policy: { ...given.policy, validTo: '2016-12-31' },
      teacher: { ...TEACHER, entryDate: '2026-13-01' },
      entries: [entry('a', { hours: -1 })],
      asOf: 'today',
    })
    expect(answer.ok ? [] : answer.refusal.map(({ pointer }) => pointer)).toEqual([
      '/policy/validTo',
      '/asOf',
      '/teacher/entryDate',
      '/entries/0/hours',
    ])
  })
})
