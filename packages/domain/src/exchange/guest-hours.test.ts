import { describe, expect, it } from 'vitest'
import { carriedData } from './carried-data.ts'
import { isNews } from './guest.ts'
import { contradictionIn, type GuestEntry, judgeHours } from './guest-hours.ts'
import { offerStateOf } from './offer.ts'

const entry = (date: string, minutes = 180, given: Partial<GuestEntry> = {}): GuestEntry => ({
  date,
  channel: 'concentrated',
  module: '专业能力',
  category: '',
  minutes,
  ...given,
})
const DAYS = { startsOn: '2026-06-01', endsOn: '2026-06-02' }

describe('hours that came', () => {
  it.each([
    ['the first and the last day', [entry('2026-06-01'), entry('2026-06-02')], 360, null],
    ['the day before', [entry('2026-05-31')], 180, '2026-05-31 不在班次起止日期之内'],
    ['the day after', [entry('2026-06-03')], 180, '2026-06-03 不在班次起止日期之内'],
    ['a day of 24 hours', [entry('2026-06-01', 1440)], 1440, null],
    [
      'a day of a minute more, in two channels',
      [entry('2026-06-01', 1440), entry('2026-06-01', 1, { channel: 'online' })],
      1441,
      '2026-06-01 超过 24 小时',
    ],
    ['the same line twice', [entry('2026-06-01'), entry('2026-06-01')], 360, '同一天、同一方式、同一模块出现两次'],
    ['a sum that is not what was attended', [entry('2026-06-01')], 181, '逐日学时合计 180 分钟，与出勤 181 分钟不符'],
    ['nothing attended', [], 0, null],
  ])('on %s', (_, entries, attended, wrong) => expect(contradictionIn(entries, DAYS, attended)).toBe(wrong))
})

describe('hours enter the ledger', () => {
  const period = { levels: ['city' as const], number: '1', from: '2026-01-01', to: '2026-06-01', endedOn: null }
  const provider = { name: '师院', periods: [period] }
  const city = { kind: 'city', name: '郑州市教育局' } as const
  const county = { kind: 'county', name: '巩义市教育局' } as const
  it.each([
    ['on the last day of accreditation', '2026-06-01', { provider, level: 'city' }, city, 'confirmed'],
    ['on the day after it', '2026-06-02', { provider, level: 'city' }, city, 'pending'],
    ['of another level', '2026-06-01', { provider, level: 'district' }, city, 'pending'],
    ['of a county’s accredited provider', '2026-06-01', { provider, level: 'city' }, county, 'confirmed'],
    ['carried out by a city itself', '2026-06-02', { provider: null, level: 'city' }, city, 'confirmed'],
    ['carried out by a county itself', '2026-06-02', { provider: null, level: 'city' }, county, 'pending'],
  ] as const)('%s', (_, date, training, sender, state) => {
    const verdict = judgeHours(date, training, sender)
    expect(verdict).toMatchObject({ state, accredited: state === 'confirmed' })
    expect(verdict.reason === null).toBe(state === 'confirmed')
  })
})

describe('what the organiser says', () => {
  it.each([
    ['nominating', false, 'open'],
    ['ready', false, 'closed'],
    ['concluded', false, 'closed'],
    ['cancelled', false, 'withdrawn'],
    ['nominating', true, 'withdrawn'],
  ] as const)('of a cohort that is %s, withdrawn %s: %s', (state, withdrawn, offer) =>
    expect(offerStateOf(state, withdrawn)).toBe(offer),
  )
  it('counts when it is newer, and never for who was not sent', () => {
    expect(isNews({ state: 'nominated', toldVersion: 2 }, { version: 2 })).toBe(false)
    expect(isNews({ state: 'nominated', toldVersion: 2 }, { version: 3 })).toBe(true)
    expect(isNews({ state: 'proposed', toldVersion: 0 }, { version: 1 })).toBe(false)
  })
})

it('an envelope says how many persons it is about and what of them it carries', () => {
  expect(carriedData('guest_nomination', { people: [{}, {}] })).toEqual({
    persons: 2,
    fields: expect.arrayContaining(['姓名', '学校']),
  })
  expect(carriedData('guest_result', { results: [{}] })?.persons).toBe(1)
  expect(carriedData('cohort_offer', { cohort: {} })).toBeNull()
  expect(carriedData('of another age', {})).toBeNull()
})
