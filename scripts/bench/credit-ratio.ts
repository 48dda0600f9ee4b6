import { compilePolicy } from '@shixun/domain/credits/compile-policy'
import type { CreditEntry, CreditTeacher } from '@shixun/domain/credits/entry'
import { evaluateLedger } from '@shixun/domain/credits/evaluate-ledger'
import { type LedgerColumns, ledgerColumns } from '@shixun/domain/credits/ledger-columns'
import type { Policy, Requirement } from '@shixun/domain/credits/policy'
import { CREDITS_360 } from '@shixun/domain/credits/samples/credits-360'

const ENTRIES = 60
const AS_OF = '2025-12-31'
const CHANNELS = ['concentrated', 'online', 'school_based', 'practice', 'degree'] as const
const CATEGORIES = ['公需科目', '专业科目', '选修科目', '班主任培训']

function minimum(id: string, amount: number, given: Partial<Requirement>): Requirement {
  return { id, title: id, kind: 'min', unit: 'hours', amount, where: {}, window: { kind: 'cycle' }, ...given }
}

/** The policy of 160 and 200 hours with its caps, and as much again: twelve requirements of every kind of window. */
const POLICY: Policy = {
  ...CREDITS_360.policy,
  requirements: [
    ...CREDITS_360.policy.requirements,
    minimum('school-based', 60, { where: { channel: ['school_based'] } }),
    minimum('field', 100, { where: { category: ['专业科目'] } }),
    minimum('head-teacher', 30, {
      where: { category: ['班主任培训'] },
      window: { kind: 'last_years', years: 5 },
      appliesTo: { posts: ['head_teacher'] },
    }),
    minimum('trainer', 72, { window: { kind: 'calendar_year' }, appliesTo: { posts: ['trainer'] } }),
    minimum('common', 10, { where: { category: ['公需科目'] }, window: { kind: 'calendar_year' } }),
    minimum('programme', 20, {
      where: { channel: ['online'] },
      window: { kind: 'dates', from: '2022-01-01', to: '2023-12-31' },
    }),
    minimum('online', 400, { kind: 'max', where: { channel: ['online'] } }),
  ],
}

const compiled = compilePolicy(POLICY)

function random(): (below: number) => number {
  let seed = 2026
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return (seed >> 16) % below
  }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** Ledgers of so many teachers: 60 entries each over seven years, one in ten with a post, one in twenty new. */
export function creditInput(teachers: number): LedgerColumns {
  const pick = random()
  const ledgers = Array.from({ length: teachers }, (_, t) => {
    const posts: CreditTeacher['posts'] =
      t % 10 === 0 ? [{ post: t % 20 ? 'head_teacher' : 'trainer', from: '2019-09-01', to: null }] : []
    const entryDate = t % 20 === 7 ? `2025-0${1 + pick(9)}-01` : `20${two(pick(15))}-09-01`
    const entries = Array.from(
      { length: ENTRIES },
      (_, n): CreditEntry => ({
        id: `e${two(n)}`,
        date: `${2019 + pick(7)}-${two(1 + pick(12))}-${two(1 + pick(28))}`,
        hours: 1 + pick(80) / 4,
        channel: CHANNELS[pick(CHANNELS.length)] ?? 'online',
        level: 'district',
        module: '',
        category: CATEGORIES[pick(CATEGORIES.length)] ?? '',
        activity: '',
        project: `p${pick(40)}`,
        provider: '',
        accredited: true,
        status: 'confirmed',
      }),
    )
    return { teacher: { entryDate, posts, phase: 'primary' as const, leaves: [] }, entries }
  })
  return ledgerColumns(compiled, ledgers, AS_OF)
}

/** Twelve requirements with windows, caps, years and exemptions, exact, for every teacher. */
export function creditsByDomain(columns: LedgerColumns): number {
  return evaluateLedger(compiled, columns, AS_OF).met.length / POLICY.requirements.length
}

/** The same entries without windows, caps or requirements: hours times the rate of the class, summed by teacher. */
export function creditsByBarePass({ offsets, hours, classes, days, classList }: LedgerColumns): number {
  const rates = Float64Array.from(classList, ({ rate }) => rate)
  const sums = new Float64Array(offsets.length - 1)
  const from = 16_801
  for (let t = 0; t < sums.length; t++) {
    let sum = 0
    for (let e = offsets[t] ?? 0, end = offsets[t + 1] ?? 0; e < end; e++)
      if ((days[e] ?? 0) >= from) sum += (hours[e] ?? 0) * (rates[classes[e] ?? 0] ?? 0)
    sums[t] = sum
  }
  return sums.length
}
