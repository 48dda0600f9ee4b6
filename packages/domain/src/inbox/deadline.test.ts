import { describe, expect, it } from 'vitest'
import { daysToClose, deadlineWords, reminderTitle, remindsToday } from './deadline.ts'

/** 2026-11-24 18:00 in China. */
const CLOSES = '2026-11-24T10:00:00.000Z'

describe('remindsToday', () => {
  it.each([
    ['2026-11-20T15:59:59.999Z', false, '23:59 four days before'],
    ['2026-11-20T16:00:00.000Z', true, 'midnight in China three days before'],
    ['2026-11-24T09:59:59.999Z', true, 'the last moment'],
    ['2026-11-24T10:00:00.000Z', false, 'the moment it closes'],
    ['2026-11-25T01:00:00.000Z', false, 'the day after'],
  ])('at %s is %s: %s', (now, reminds) => expect(remindsToday(CLOSES, now)).toBe(reminds))
})

describe('daysToClose', () => {
  it('counts days of China, not of UTC', () => {
    expect(daysToClose('2026-11-24T15:59:00.000Z', '2026-11-23T16:00:00.000Z')).toBe(0)
    expect(daysToClose('2026-11-24T16:01:00.000Z', '2026-11-24T15:00:00.000Z')).toBe(1)
    expect(daysToClose('2026-03-01T02:00:00.000Z', '2026-02-26T02:00:00.000Z')).toBe(3)
  })
})

describe('words', () => {
  const call = { title: '2026 年市级培训项目', closesAt: CLOSES }
  it('of a reminder say when and what is missing', () => {
    expect(reminderTitle(call, '2026-11-21T02:00:00.000Z', false)).toBe(
      '“2026 年市级培训项目”3 天后截止（11-24 18:00），本单位还没有申报',
    )
    expect(reminderTitle(call, '2026-11-24T02:00:00.000Z', true)).toBe(
      '“2026 年市级培训项目”今天截止（11-24 18:00），草稿还没有提交',
    )
  })
  it('of a robot count who is in and who is not', () => {
    expect(deadlineWords([{ ...call, submitted: 12, missing: 5 }], '2026-11-23T02:00:00.000Z').lines).toEqual([
      '· 2026 年市级培训项目：明天截止（2026-11-24 18:00），已提交 12 项，尚有 5 个单位没有提交',
    ])
  })
})
