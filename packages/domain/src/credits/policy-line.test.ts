import { describe, expect, it } from 'vitest'
import { comparePolicies } from './compare-policies.ts'
import type { PolicyState } from './credit-policy.ts'
import { countsTogether, earlierOf, type PolicyVersion, policiesOn } from './policy-line.ts'
import { pastMonths, planRecomputations } from './recomputation-plan.ts'
import { policyOf } from './test-credits.ts'

const version = (
  id: string,
  no: number,
  validFrom: string,
  state: PolicyState = 'published',
  line = 'a',
): PolicyVersion => ({
  id,
  line,
  no,
  state,
  validFrom,
  publishedAt: state === 'draft' ? null : `2025-0${no}-01T00:00:00.000Z`,
  body: policyOf({ version: no, validFrom, title: id }),
})
const on = (day: string, ...versions: PolicyVersion[]) => policiesOn(versions, day).map(({ version: { id } }) => id)

describe('what is in force', () => {
  const [first, second] = [version('v1', 1, '2025-01-01'), version('v2', 2, '2026-01-01')]
  it.each([
    ['2024-12-31', []],
    ['2025-01-01', ['v1']],
    ['2025-12-31', ['v1']],
    ['2026-01-01', ['v2']],
  ])('on %s', (day, ids) => expect(on(day, first, second)).toEqual(ids))
  it('is the later of two that begin on one day', () =>
    expect(on('2026-01-01', version('v3', 3, '2026-01-01'), second)).toEqual(['v3']))
  it('is nothing once the newest is retired, has run out, or is a draft', () => {
    expect(on('2026-02-01', first, { ...second, state: 'retired' })).toEqual([])
    const ended = { ...second, body: { ...second.body, validTo: '2026-06-30' } }
    expect([on('2026-06-30', first, ended), on('2026-07-01', first, ended)]).toEqual([['v2'], []])
    expect(on('2026-02-01', first, { ...second, state: 'draft' })).toEqual(['v1'])
  })
  it('names every line, the one published last first, with the versions before it newest first', () => {
    const third = version('v3', 3, '2026-02-01')
    const other = version('x', 5, '2020-01-01', 'published', 'b')
    expect(on('2026-03-01', first, second, third, other)).toEqual(['x', 'v3'])
    expect(earlierOf(third, [first, second, third, other]).map(({ title }) => title)).toEqual(['v2', 'v1'])
  })
  it('must count hours in common parts', () => {
    const [a, b] = [policyOf({ minutesPerHour: 60 }), policyOf({ minutesPerHour: 45 })]
    expect(countsTogether(a, [b])).toBe(true)
    expect(countsTogether(policyOf({ minutesPerHour: 239 }), [a])).toBe(false)
  })
})

describe('what is to be computed', () => {
  const inForce = [{ id: 'p', validFrom: '2026-09-15' }]
  const known = (given: object) =>
    [{ policyId: 'p', kind: 'compute', state: 'done', asOf: '2026-11-02', ...given }] as const
  const plan = (given: object | null, today: string, of = inForce) =>
    planRecomputations(of, given ? known(given) : [], today).map(({ kind, reason, months }) => [kind, reason, months])
  it('a version that came into force, with the months behind it', () => {
    expect(plan(null, '2026-11-22')).toEqual([['compute', 'in_force', ['2026-09-30', '2026-10-31']]])
    expect(pastMonths('2020-01-01', '2026-03-01')).toHaveLength(11)
    expect(pastMonths('2026-03-01', '2026-03-01')).toEqual([])
  })
  it('all of them once a month', () => {
    expect(plan({}, '2026-11-30')).toEqual([])
    expect(plan({}, '2026-12-01')).toEqual([['compute', 'month', ['2026-11-30']]])
    expect(plan({}, '2027-01-01')).toEqual([['compute', 'month', ['2026-11-30', '2026-12-31']]])
    expect(plan({ state: 'running' }, '2026-12-01')).toEqual([])
    expect(plan({ state: 'paused' }, '2026-12-01')).toEqual([])
  })
  it('one no longer in force is cleared away, once', () => {
    expect(plan({}, '2026-11-22', [])).toEqual([['clear', 'retired', []]])
    expect(plan({ kind: 'clear' }, '2026-11-22', [])).toEqual([])
    expect(plan({ kind: 'clear' }, '2026-11-22')).toEqual([['compute', 'in_force', ['2026-09-30', '2026-10-31']]])
  })
})

describe('two versions side by side', () => {
  const conversions = ['a', 'b'].map((id) => ({ id, title: id, where: {}, perHour: [1, 8] as const, factors: [] }))
  const changes = (before: object, after: object) =>
    comparePolicies(policyOf(before), policyOf(after)).flatMap(({ clauses }) =>
      clauses.filter(({ change }) => change !== 'same').map(({ key, change }) => `${key} ${change}`),
    )
  it('tell what changed, came and went', () => {
    expect(changes({}, {})).toEqual([])
    expect(changes({ attendance: { absenceFrom: [1, 5] } }, { minutesPerHour: 45 })).toEqual([
      'minutes changed',
      'attendance removed',
    ])
    expect(changes({}, { carryOver: { where: {}, unit: 'hours', most: 5 } })).toEqual(['carry-over added'])
  })
  it('tell that conversions apply in another order', () => {
    expect(changes({ conversions }, { conversions: [...conversions].reverse() })).toEqual(['order changed'])
  })
})
