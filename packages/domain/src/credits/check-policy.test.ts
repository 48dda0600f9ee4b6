import { describe, expect, it } from 'vitest'
import { checkCreditInput } from './check-input.ts'
import { checkPolicy } from './check-policy.ts'
import type { Cap, Policy, Requirement } from './policy.ts'
import { entry, policyOf, TEACHER } from './test-credits.ts'

const found = (given: Partial<Policy>) => checkPolicy(policyOf(given)).map(({ pointer, problem }) => [pointer, problem])
const words = (given: Partial<Policy>) =>
  checkPolicy(policyOf(given))
    .map(({ detail }) => detail ?? '')
    .join('\n')
const need = (id: string, given: Partial<Requirement> = {}): Requirement => ({
  id,
  title: `要求${id}`,
  kind: 'min',
  unit: 'hours',
  amount: 100,
  where: {},
  window: { kind: 'cycle' },
  ...given,
})
const cap = (id: string, given: Partial<Cap> = {}): Cap => ({
  id,
  title: `上限${id}`,
  where: {},
  per: 'cycle',
  unit: 'hours',
  most: 100,
  ...given,
})
const online = { channel: ['online'] }

describe('figures and words', () => {
  it.each([
    [{ minutesPerHour: 0 }, '/minutesPerHour', 'out_of_range'],
    [{ validTo: '2024-12-31' }, '/validTo', 'ends_before_start'],
    [{ validFrom: '2025-02-29' }, '/validFrom', 'not_a_date'],
    [{ cycle: { years: 0, anchor: { kind: 'entry' } } }, '/cycle/years', 'out_of_range'],
    [{ attendance: { absenceFrom: [1, 0] } }, '/attendance/absenceFrom/1', 'zero_denominator'],
    [{ attendance: { absenceFrom: [0, 5] } }, '/attendance/absenceFrom', 'out_of_range'],
    [{ requirements: [] }, '/requirements', 'required'],
    [{ requirements: [need('a', { where: { channel: ['tv'] } })] }, '/requirements/0/where/channel/0', 'unknown_word'],
    [{ requirements: [need('a', { where: { module: [] } })] }, '/requirements/0/where/module', 'empty_list'],
    [
      { requirements: [need('a', { appliesTo: { posts: ['mayor'] } })] },
      '/requirements/0/appliesTo/posts/0',
      'unknown_word',
    ],
    [{ requirements: [need('a', { amount: 0.001 })] }, '/requirements/0/amount', 'too_many_decimals'],
    [{ requirements: [need('a', { unit: 'credits' })] }, '/requirements/0/unit', 'no_conversion'],
    [{ requirements: [need('a'), need('a', { where: online })] }, '/requirements/1/id', 'duplicate'],
    [{ leave: { kinds: ['holiday'], fromDays: 1 } }, '/leave/kinds/0', 'unknown_word'],
    [{ carryOver: { where: {}, unit: 'credits', most: 5 } }, '/carryOver', 'no_such_rule'],
  ] as [Partial<Policy>, string, string][])('%j', (given, pointer, problem) =>
    expect(found(given)).toEqual([[pointer, problem]]),
  )
  it('refuses denominators that cannot be brought together exactly', () => {
    const conversions = [9973, 9967].map((d, n) => ({
      id: `c${n}`,
      title: `折算${n}`,
      where: n ? {} : online,
      perHour: [1, d] as const,
      factors: [],
    }))
    expect(found({ conversions })).toEqual([['/conversions', 'scale_too_fine']])
  })
  it('refuses an exemption of nothing and of a maximum', () => {
    const exemptions = [{ id: 'x', title: '减免', when: {}, requirements: ['a', 'z'], share: [1, 1] as const }]
    expect(found({ exemptions, requirements: [need('a', { kind: 'max' })] })).toEqual([
      ['/exemptions/0/requirements/0', 'contradiction'],
      ['/exemptions/0/requirements/1', 'no_such_rule'],
    ])
  })
})

describe('two rules that cannot hold together are both named', () => {
  it.each([
    [100, 0],
    [99.99, 1],
    [100.01, 0],
  ])('a minimum of 100 under a cap of %d', (most, problems) => {
    const policy = { requirements: [need('a')], caps: [cap('b', { most })] }
    expect(found(policy)).toHaveLength(problems)
    if (problems > 0) expect(words(policy)).toMatch(/“要求a”.*“上限b”/)
  })
  it.each([
    [100, 0],
    [99.99, 1],
  ])('a minimum of 100 within a maximum of %d', (amount, problems) => {
    const policy = { requirements: [need('a', { where: online }), need('b', { kind: 'max', amount })] }
    expect(found(policy)).toHaveLength(problems)
    if (problems > 0) expect(words(policy)).toMatch(/“要求a”.*“要求b”/)
  })
  it('adds minima that exclude one another', () => {
    const of = (most: number) => ({
      requirements: [
        need('a', { where: online, amount: 60 }),
        need('b', { where: { channel: ['degree'] }, amount: 40 }),
      ],
      caps: [cap('c', { most })],
    })
    expect(found(of(100))).toEqual([])
    expect(found(of(99.99))).toEqual([['/requirements/0', 'contradiction']])
    expect(words(of(99))).toMatch(/“要求a”、“要求b”合计至少 100 学时.*“上限c”/)
  })
  it('bounds a cycle by its years, and years by their cycle', () => {
    const year = (most: number) =>
      found({ requirements: [need('a')], caps: [cap('y', { per: 'calendar_year', most })] })
    expect([year(20).length, year(19.99).length]).toEqual([0, 1])
    const yearly = need('a', { amount: 30, window: { kind: 'calendar_year' } })
    expect(found({ requirements: [yearly], caps: [cap('c', { most: 90 })] })).toEqual([])
    expect(found({ requirements: [yearly], caps: [cap('c', { most: 89 })] })).toHaveLength(1)
  })
  it('does not see one between unlike people, units or windows', () => {
    const max = (given: Partial<Requirement>) => need('b', { kind: 'max', amount: 1, ...given })
    const least = need('a', { appliesTo: { phases: ['primary'] } })
    expect(found({ requirements: [least, max({ appliesTo: { phases: ['junior'] } })] })).toEqual([])
    expect(found({ requirements: [least, max({ window: { kind: 'calendar_year' } })] })).toEqual([])
    expect(found({ requirements: [least, max({ where: online })] })).toEqual([])
  })
  it('finds repeated requirements and caps', () => {
    expect(found({ requirements: [need('a'), need('b', { amount: 5 })] })).toEqual([['/requirements/1', 'duplicate']])
    expect(found({ caps: [cap('a'), cap('b', { most: 500 })] })).toEqual([['/caps/1', 'duplicate']])
  })
  it('finds a conversion that is never reached', () => {
    const conversion = (id: string, where: Policy['conversions'][number]['where']) => ({
      id,
      title: `折算${id}`,
      where,
      perHour: [1, 1] as const,
      factors: [],
    })
    const policy = { conversions: [conversion('a', {}), conversion('b', online)] }
    expect(found(policy)).toEqual([['/conversions/1', 'shadowed']])
    expect(words(policy)).toMatch(/“折算b”.*“折算a”/)
    expect(found({ conversions: [...policy.conversions].reverse() })).toEqual([])
  })
})

describe('caps must hold one another or be apart', () => {
  it.each([
    [cap('a', { per: 'day', most: 200 }), cap('b', { where: online, per: 'calendar_year' }), 'crossing_caps'],
    [cap('a', { per: 'project' }), cap('b', { per: 'day' }), 'crossing_caps'],
    [cap('a', { where: online }), cap('b', { where: { level: ['city'] } }), 'crossing_caps'],
    [cap('a', { where: online, per: 'project' }), cap('b'), null],
    [cap('a', { where: online, per: 'day' }), cap('b', { where: { channel: ['degree'] }, per: 'project' }), null],
    [cap('a', { per: 'entry' }), cap('b', { where: online, per: 'project' }), null],
  ])('%j beside %j', (a, b, problem) => {
    const problems = checkPolicy(policyOf({ caps: [a, b] }))
    expect(problems.map((one) => one.problem)).toEqual(problem === null ? [] : [problem])
    if (problem) expect(problems[0]?.detail).toMatch(/“上限a”.*“上限b”/)
  })
  it('must share a unit where they meet', () => {
    const conversions = [{ id: 'c', title: '折算', where: {}, perHour: [1, 1] as const, factors: [] }]
    const caps = [cap('a', { per: 'day', most: 300 }), cap('b', { unit: 'credits' })]
    expect(found({ conversions, caps })).toEqual([['/caps/1', 'mixed_caps']])
  })
})

describe('the lines of a ledger', () => {
  const wrong = (given: Parameters<typeof entry>[1], id = 'a') =>
    checkCreditInput({
      teacher: TEACHER,
      entries: [entry('a'), entry(id === 'a' ? 'b' : id, given)],
      asOf: '2026-01-01',
    }).map(({ pointer, problem }) => [pointer, problem])
  it.each([
    [{ hours: -1 }, '/entries/1/hours', 'too_small'],
    [{ hours: 1.005 }, '/entries/1/hours', 'too_many_decimals'],
    [{ hours: 1, minutes: 60 }, '/entries/1/hours', 'duplicate'],
    [{ minutes: 0.5 }, '/entries/1/minutes', 'out_of_range'],
    [{ date: '2026-02-30' }, '/entries/1/date', 'not_a_date'],
    [{ date: '1900-01-01' }, '/entries/1/date', 'out_of_range'],
    [{ channel: '网络' }, '/entries/1/channel', 'unknown_word'],
    [{ attendance: { due: 0, actual: 0 } }, '/entries/1/attendance/due', 'out_of_range'],
    [{ attendance: { due: 8, actual: 9 } }, '/entries/1/attendance/actual', 'out_of_range'],
    [{ reverses: 'z' }, '/entries/1/reverses', 'no_such_rule'],
    [{ reverses: 'b' }, '/entries/1/reverses', 'ring'],
  ])('%j', (given, pointer, problem) => expect(wrong(given)).toEqual([[pointer, problem]]))
  it('has every id once', () => {
    const entries = [entry('a'), entry('a')]
    expect(checkCreditInput({ teacher: TEACHER, entries, asOf: '2026-01-01' })[0]).toMatchObject({
      pointer: '/entries/1/id',
      problem: 'duplicate',
    })
  })
})
