import fc from 'fast-check'
import { checkPolicy } from './check-policy.ts'
import type { Cap, Conversion, Policy, Requirement, Selector } from './policy.ts'
import { policyOf } from './test-credits.ts'

const WHERE: fc.Arbitrary<Selector> = fc.constantFrom(
  {},
  {},
  { channel: ['online'] },
  { channel: ['online', 'degree'] },
  { channel: ['concentrated'] },
  { category: ['公需科目'] },
  { channel: ['online', 'practice'], category: ['专业科目', '班主任培训'] },
)
const UNIT = fc.constantFrom('hours' as const, 'credits' as const)
const CONVERSION: fc.Arbitrary<Conversion> = fc
  .record({
    where: WHERE,
    perHour: fc.constantFrom([1, 1] as const, [1, 7] as const, [1, 20] as const, [2, 3] as const),
    factors: fc.constantFrom([], [], [{ post: 'head_teacher', factor: [3, 2] as const }]),
  })
  .map((one) => ({ id: '', title: '折算', ...one }))
const CAP: fc.Arbitrary<Cap> = fc
  .record({
    where: WHERE,
    unit: UNIT,
    per: fc.constantFrom(
      'entry' as const,
      'project' as const,
      'day' as const,
      'calendar_year' as const,
      'cycle' as const,
    ),
    most: fc.constantFrom(2, 4.5, 8, 20, 60, 300),
  })
  .map((one) => ({ id: '', title: '上限', ...one }))
const REQUIREMENT: fc.Arbitrary<Requirement> = fc
  .record({
    kind: fc.constantFrom('min' as const, 'min' as const, 'max' as const),
    unit: UNIT,
    amount: fc.constantFrom(5, 12.5, 40, 120),
    where: WHERE,
    window: fc.constantFrom(
      { kind: 'cycle' as const },
      { kind: 'cycle' as const },
      { kind: 'calendar_year' as const },
      { kind: 'last_years' as const, years: 2 },
      { kind: 'first_months' as const, months: 18 },
      { kind: 'dates' as const, from: '2024-07-01', to: '2026-03-02' },
    ),
    appliesTo: fc.constantFrom(undefined, undefined, { posts: ['head_teacher'] }, { phases: ['primary'] }),
  })
  .map((one) => ({ id: '', title: '要求', ...one }))

function named<T>(things: readonly T[], prefix: string): T[] {
  return things.map((thing, n) => ({ ...thing, id: `${prefix}${n}` }))
}

/** For tests: policies of every make in which `checkPolicy` finds nothing wrong. */
export const ANY_POLICY: fc.Arbitrary<Policy> = fc
  .record({
    cycle: fc.record({
      years: fc.integer({ min: 1, max: 5 }),
      anchor: fc.constantFrom(
        { kind: 'entry' as const },
        { kind: 'calendar' as const },
        { kind: 'fixed' as const, start: '2019-09-01' },
      ),
    }),
    conversions: fc.array(CONVERSION, { maxLength: 2 }).map((some) => named(some, 'v')),
    caps: fc.array(CAP, { maxLength: 3 }).map((some) => named(some, 'c')),
    requirements: fc.array(REQUIREMENT, { minLength: 1, maxLength: 4 }).map((some) => named(some, 'r')),
    leave: fc.constantFrom(null, { kinds: ['maternity'], fromDays: 90 }),
    carryOver: fc.option(fc.record({ where: WHERE, unit: UNIT, most: fc.constantFrom(3, 30) })),
  })
  .map((given) => policyOf({ title: 'any', ...given }))
  .filter((policy) => checkPolicy(policy).length === 0)
