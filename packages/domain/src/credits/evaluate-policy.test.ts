import { describe, expect, it } from 'vitest'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import type { Policy } from './policy.ts'
import { demanded, entry, judge, policyOf, TEACHER } from './test-credits.ts'

const one = (given: Partial<CreditEntry>, id = 'e') => entry(id, given)
const conversions: Policy['conversions'] = [{ id: 'a', title: '每 8 学时', where: {}, perHour: [1, 8], factors: [] }]
const total = (policy: Policy, entries: CreditEntry[], given: Parameters<typeof judge>[2] = {}) =>
  demanded(judge(policy, entries, given), 'total')

describe('the cycle', () => {
  const earned = (date: string, policy = policyOf()) => total(policy, [one({ date })]).earned
  it('takes its first and last day', () => {
    expect(['2024-12-31', '2025-01-01'].map((date) => earned(date))).toEqual([0, 1])
    const late = { asOf: '2028-12-31' }
    expect(['2028-12-31'].map((date) => total(policyOf(), [one({ date })], late).earned)).toEqual([1])
    expect(judge(policyOf(), [], { asOf: '2029-01-01' }).cycle.from).toBe('2029-01-01')
  })
  it('runs from the entry into service, from 29 February too', () => {
    const policy = policyOf({ cycle: { years: 1, anchor: { kind: 'entry' } } })
    const of = (asOf: string) => judge(policy, [], { teacher: { ...TEACHER, entryDate: '2024-02-29' }, asOf }).cycle
    expect(of('2026-02-27')).toEqual({ from: '2025-02-28', to: '2026-02-27', extendedBy: 0 })
    expect(of('2028-02-29').from).toBe('2028-02-29')
  })
  it('runs by calendar years', () => {
    const policy = policyOf({ validFrom: '2025-05-01', cycle: { years: 2, anchor: { kind: 'calendar' } } })
    expect(judge(policy, [], { asOf: '2027-01-01' }).cycle).toEqual({
      from: '2027-01-01',
      to: '2028-12-31',
      extendedBy: 0,
    })
  })
  it('is the last one once the policy has ended', () => {
    expect(judge(policyOf({ validTo: '2028-12-31' }), [], { asOf: '2030-06-01' }).cycle.to).toBe('2028-12-31')
  })
  it('leaves out what is after the day asked about', () => {
    const { entries } = judge(policyOf(), [one({ date: '2026-07-01' })], { asOf: '2026-06-30' })
    expect(entries[0]?.why.code).toBe('future')
  })
})

describe('leave', () => {
  const policy = policyOf({ leave: { kinds: ['maternity'], fromDays: 30 } })
  const cycle = (leaves: [string, string][], asOf = '2026-12-31') =>
    judge(policy, [], {
      asOf,
      teacher: { ...TEACHER, leaves: leaves.map(([from, to]) => ({ kind: 'maternity' as const, from, to })) },
    }).cycle
  it('extends by its days, from the least length on', () => {
    expect(cycle([['2026-03-01', '2026-03-29']]).extendedBy).toBe(0)
    expect(cycle([['2026-03-01', '2026-03-30']])).toEqual({ from: '2025-01-01', to: '2029-01-30', extendedBy: 30 })
  })
  it('counts a day once, and days before the cycle not at all', () => {
    const both: [string, string][] = [
      ['2026-03-01', '2026-03-31'],
      ['2026-03-15', '2026-04-30'],
    ]
    expect(cycle(both).extendedBy).toBe(61)
    expect(cycle([['2024-12-01', '2025-01-10']]).extendedBy).toBe(10)
  })
  it('in the extension extends again, and later cycles follow on', () => {
    const twice: [string, string][] = [
      ['2028-12-01', '2029-01-20'],
      ['2029-02-01', '2029-03-02'],
    ]
    expect(cycle(twice, '2028-12-31')).toEqual({ from: '2025-01-01', to: '2029-03-22', extendedBy: 81 })
    expect(cycle(twice, '2029-03-23')).toEqual({ from: '2029-03-23', to: '2033-03-22', extendedBy: 0 })
  })
  it('exempts by its kind', () => {
    const exempting = policyOf({
      exemptions: [
        { id: 'x', title: '产假减半', when: { leaveKinds: ['maternity'] }, requirements: 'all', share: [1, 2] },
      ],
    })
    const away = { ...TEACHER, leaves: [{ kind: 'maternity' as const, from: '2026-01-01', to: '2026-05-01' }] }
    const of = (hours: number, teacher: CreditTeacher = away) => total(exempting, [one({ hours })], { teacher })
    expect(of(49.99)).toMatchObject({ required: 50, met: false, exempt: false, exemption: '产假减半', remaining: 0.01 })
    expect(of(50).met).toBe(true)
    expect(of(50, TEACHER).required).toBe(100)
  })
})

describe('a new version in mid-cycle', () => {
  it('keeps the hours of what came before it and judges all by the new rules', () => {
    const old = policyOf({ minutesPerHour: 60 })
    const next = policyOf({ version: 2, validFrom: '2026-01-01', minutesPerHour: 45, conversions })
    const before = one({ minutes: 180, date: '2025-12-31' }, 'old')
    const after = one({ minutes: 180, date: '2026-01-01' }, 'new')
    const result = judge(next, [before, after], { earlier: [old] })
    expect(result.entries.map(({ hours, credits }) => [hours, credits])).toEqual([
      [3, 0.38],
      [4, 0.5],
    ])
    expect(total(next, [before, after], { earlier: [old] }).earned).toBe(7)
  })
})

describe('caps', () => {
  const caps: Policy['caps'] = [
    { id: 'day', title: '每天', where: {}, per: 'day', unit: 'hours', most: 8 },
    { id: 'year', title: '每年', where: {}, per: 'calendar_year', unit: 'hours', most: 20 },
    { id: 'online', title: '网络每天', where: { channel: ['online'] }, per: 'day', unit: 'hours', most: 3 },
  ]
  it('bind in turn, whichever comes first', () => {
    const result = judge(policyOf({ caps }), [
      one({ hours: 5, channel: 'online' }, 'a'),
      one({ hours: 6 }, 'b'),
      one({ hours: 9, date: '2026-03-03' }, 'c'),
      one({ hours: 9, date: '2026-03-04' }, 'd'),
      one({ hours: 1, date: '2026-03-05' }, 'e'),
    ])
    expect(result.entries.map(({ counted, why }) => [counted, why.cap ?? why.code])).toEqual([
      [3, 'online'],
      [5, 'day'],
      [8, 'day'],
      [4, 'year'],
      [0, 'year'],
    ])
    expect(result.totals.hours).toBe(20)
  })
  it('give the same in every order of input', () => {
    const many = [one({ hours: 5, channel: 'online' }, 'a'), one({ hours: 6 }, 'b'), one({ hours: 9 }, 'c')]
    const by = (entries: CreditEntry[]) =>
      Object.fromEntries(judge(policyOf({ caps }), entries).entries.map((e) => [e.id, e.counted]))
    expect(by([...many].reverse())).toEqual(by(many))
  })
  it('in hours prefer the better rate, so that an hour more costs no credits', () => {
    const rates: Policy['conversions'] = [
      { id: 'o', title: '网络', where: { channel: ['online'] }, perHour: [1, 20], factors: [] },
      { id: 'r', title: '其他', where: {}, perHour: [1, 4], factors: [] },
    ]
    const policy = policyOf({
      conversions: rates,
      caps: [{ id: 'd', title: '每天', where: {}, per: 'day', unit: 'hours', most: 8 }],
    })
    const of = (online: number) =>
      judge(policy, [one({ hours: online, channel: 'online' }, 'a'), one({ hours: 8 }, 'b')]).totals.credits
    expect([of(0), of(8)]).toEqual([2, 2])
  })
  it('of one entry may be several', () => {
    const policy = policyOf({
      conversions,
      caps: [
        { id: 'h', title: '一条 16 学时', where: {}, per: 'entry', unit: 'hours', most: 16 },
        { id: 'c', title: '一条 1 学分', where: { channel: ['online'] }, per: 'entry', unit: 'credits', most: 1 },
      ],
    })
    const worth = (channel: string, hours: number) => judge(policy, [one({ channel, hours })]).entries[0]
    expect(worth('online', 8)).toMatchObject({ counted: 1, why: { code: 'counted' } })
    expect(worth('online', 8.01)).toMatchObject({
      counted: 1,
      why: { code: 'counted', words: expect.stringContaining('8.01') },
    })
    expect(worth('online', 20)).toMatchObject({ counted: 1, why: { code: 'counted_partly', cap: 'c' } })
    expect(worth('concentrated', 20)).toMatchObject({ counted: 2, why: { code: 'counted_partly', cap: 'h' } })
  })
})

describe('what stands', () => {
  const code = (entries: CreditEntry[]) => judge(policyOf(), entries).entries.map(({ why }) => why.code)
  it('says why an entry does not', () => {
    expect(code([one({ status: 'pending' })])).toEqual(['pending'])
    expect(code([one({ accredited: undefined })])).toEqual(['not_accredited'])
    expect(code([one({ date: '2024-12-31' })])).toEqual(['outside_cycle'])
    expect(code([one({ hours: 0 })])).toEqual(['no_hours'])
    const narrow = policyOf({
      conversions: [{ id: 'o', title: '网络', where: { channel: ['online'] }, perHour: [1, 1], factors: [] }],
    })
    expect(judge(narrow, [one({})]).entries[0]?.why.code).toBe('no_conversion')
  })
  it('a counter-entry takes its entry away, and its own counter-entry brings it back', () => {
    const reversed = [one({ hours: 9 }, 'a'), one({ reverses: 'a' }, 'b')]
    expect(code(reversed)).toEqual(['reversed', 'reversal'])
    expect(code([...reversed, one({ reverses: 'b' }, 'c')])).toEqual(['counted', 'reversal', 'reversal'])
    expect(code([one({}, 'a'), one({ reverses: 'a', status: 'pending' }, 'b')])).toEqual(['counted', 'reversal'])
    expect(code([one({}, 'a'), one({ reverses: 'a', date: '2027-01-01' }, 'b')])).toEqual(['counted', 'future'])
  })
})

describe('a requirement', () => {
  it('knows its pace', () => {
    const at = (hours: number, asOf: string) => total(policyOf(), [one({ hours, date: '2025-03-01' })], { asOf })
    expect(at(50, '2026-12-31')).toMatchObject({ expectedByNow: 49.97, pace: 'on_pace' })
    expect(at(49.96, '2026-12-31').pace).toBe('behind')
    expect(at(100, '2025-03-01').pace).toBe('met')
    expect(at(99.99, '2028-12-31')).toMatchObject({ pace: 'behind', remaining: 0.01, met: false })
  })
  it('of at most says when it is over', () => {
    const policy = policyOf({
      requirements: [
        { id: 'total', title: '网络', kind: 'max', unit: 'hours', amount: 40, where: {}, window: { kind: 'cycle' } },
      ],
    })
    const of = (hours: number) => total(policy, [one({ hours })])
    expect(of(40)).toMatchObject({ met: true, pace: 'met', remaining: 0 })
    expect(of(40.01)).toMatchObject({ met: false, pace: 'over' })
    expect(of(39)).toMatchObject({ met: true, remaining: 1 })
  })
  it('takes the surplus of the cycle before, up to the limit and once', () => {
    const policy = policyOf({
      cycle: { years: 1, anchor: { kind: 'calendar' } },
      carryOver: { where: { channel: ['online'] }, unit: 'hours', most: 10 },
    })
    const of = (online: number, other: number) =>
      total(policy, [
        one({ hours: online, channel: 'online', date: '2025-05-05' }, 'a'),
        one({ hours: other, date: '2025-05-06' }, 'b'),
      ]).carried
    expect([of(50, 50), of(50, 55), of(3, 105), of(60, 60), of(0, 120)]).toEqual([0, 5, 3, 10, 0])
  })
})
