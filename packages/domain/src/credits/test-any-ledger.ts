import fc from 'fast-check'
import { dateOf, dayOf } from './day-number.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import type { Policy } from './policy.ts'
import { entry, policyOf } from './test-credits.ts'

const day = (first: string, last: string) => fc.integer({ min: dayOf(first), max: dayOf(last) }).map(dateOf)
const span = day('2021-01-01', '2027-12-31').chain((from) =>
  fc.integer({ min: 0, max: 500 }).map((days) => ({ from, to: dateOf(dayOf(from) + days) })),
)

/** For tests: teachers of every kind. */
export const ANY_TEACHER: fc.Arbitrary<CreditTeacher> = fc.record({
  entryDate: day('2015-01-01', '2026-12-31'),
  phase: fc.constantFrom('primary' as const, 'junior' as const),
  posts: fc.array(
    fc
      .record({
        post: fc.constantFrom('head_teacher' as const, 'principal' as const, 'trainer' as const),
        at: span,
        open: fc.boolean(),
      })
      .map(({ post, at, open }) => ({ post, from: at.from, to: open ? null : at.to })),
    { maxLength: 2 },
  ),
  leaves: fc.array(
    fc
      .record({ kind: fc.constantFrom('maternity' as const, 'sick' as const), at: span })
      .map(({ kind, at }) => ({ kind, ...at })),
    { maxLength: 2 },
  ),
})

const ANY_ENTRY: fc.Arbitrary<Partial<CreditEntry>> = fc.record({
  date: fc.oneof(day('2017-01-01', '2028-12-31'), fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-02')),
  hours: fc.integer({ min: 0, max: 15_000 }).map((n) => n / 100),
  channel: fc.constantFrom('concentrated', 'online', 'school_based', 'degree', 'practice'),
  category: fc.constantFrom('', '公需科目', '专业科目', '班主任培训', '信息技术应用能力提升工程2.0'),
  project: fc.constantFrom('', 'A', 'B'),
  status: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'confirmed' as const, 'pending' as const),
  accredited: fc.constantFrom(true, true, true, false),
})

/** For tests: a ledger, with counter-entries against some of its lines. */
export const ANY_ENTRIES: fc.Arbitrary<CreditEntry[]> = fc
  .array(fc.record({ given: ANY_ENTRY, reverse: fc.constantFrom(false, false, false, true) }), { maxLength: 25 })
  .map((many) =>
    many.map(({ given, reverse }, n) => entry(`e${n}`, reverse && n > 0 ? { ...given, reverses: `e${n - 1}` } : given)),
  )

const ALL = { where: {}, unit: 'credits' } as const
/** For tests: policies in which caps nest and bind in turn, leave extends, surplus is carried and rates differ under a cap in hours. */
export const HARD_POLICIES: readonly Policy[] = [
  policyOf({
    title: 'nested caps, leave, exemption, carry-over',
    cycle: { years: 2, anchor: { kind: 'entry' } },
    conversions: [
      {
        id: 'o',
        title: '网络',
        where: { channel: ['online'] },
        perHour: [1, 20],
        factors: [{ post: 'principal', factor: [1, 2] }],
      },
      { id: 'a', title: '其他', where: {}, perHour: [1, 6], factors: [] },
    ],
    caps: [
      { id: 'e', title: '一条', ...ALL, per: 'entry', most: 9 },
      { id: 'y', title: '年', ...ALL, per: 'calendar_year', most: 20 },
      { id: 'oc', title: '网络周期', where: { channel: ['online'] }, unit: 'credits', per: 'calendar_year', most: 6 },
      { id: 'c', title: '周期', ...ALL, per: 'cycle', most: 30 },
    ],
    requirements: [
      { id: 't', title: '总量', kind: 'min', ...ALL, amount: 18, window: { kind: 'cycle' } },
      {
        id: 'o',
        title: '网络',
        kind: 'min',
        where: { channel: ['online'] },
        unit: 'credits',
        amount: 3,
        window: { kind: 'calendar_year' },
      },
      {
        id: 'h',
        title: '面授学时',
        kind: 'max',
        where: { channel: ['concentrated'] },
        unit: 'hours',
        amount: 90,
        window: { kind: 'calendar_year' },
      },
      { id: 'n', title: '入职', kind: 'min', ...ALL, amount: 5, window: { kind: 'first_months', months: 18 } },
      {
        id: 'l',
        title: '三年',
        kind: 'min',
        ...ALL,
        amount: 25,
        window: { kind: 'last_years', years: 3 },
        appliesTo: { novice: false, phases: ['primary'] },
      },
    ],
    leave: { kinds: ['maternity', 'sick'], fromDays: 60 },
    exemptions: [
      {
        id: 'x',
        title: '产假减三分之一',
        when: { leaveKinds: ['maternity'] },
        requirements: ['t', 'o'],
        share: [1, 3],
      },
    ],
    carryOver: { where: { channel: ['online', 'concentrated'] }, unit: 'credits', most: 7 },
  }),
  policyOf({
    title: 'projects within a cycle',
    conversions: [{ id: 'a', title: '全部', where: {}, perHour: [1, 7], factors: [] }],
    caps: [
      { id: 'p', title: '项目', where: { channel: ['online'] }, unit: 'credits', per: 'project', most: 4 },
      { id: 'c', title: '周期', where: { channel: ['online', 'degree'] }, unit: 'credits', per: 'cycle', most: 9 },
    ],
    requirements: [
      { id: 't', title: '总量', kind: 'min', ...ALL, amount: 40, window: { kind: 'cycle' } },
      { id: 'y', title: '每年', kind: 'min', ...ALL, amount: 8, window: { kind: 'calendar_year' } },
    ],
  }),
  policyOf({
    title: 'hours a day at unlike rates',
    conversions: [
      { id: 'o', title: '网络', where: { channel: ['online'] }, perHour: [1, 20], factors: [] },
      { id: 'a', title: '其他', where: {}, perHour: [1, 3], factors: [{ post: 'head_teacher', factor: [3, 2] }] },
    ],
    caps: [
      { id: 'd', title: '每天', where: {}, unit: 'hours', per: 'day', most: 8 },
      { id: 'y', title: '每年', where: {}, unit: 'hours', per: 'calendar_year', most: 60 },
    ],
    requirements: [
      { id: 't', title: '总量', kind: 'min', ...ALL, amount: 40, window: { kind: 'cycle' } },
      { id: 'h', title: '学时', kind: 'min', where: {}, unit: 'hours', amount: 50, window: { kind: 'calendar_year' } },
    ],
  }),
]
