import { describe, expect, it } from 'vitest'
import type { CreditRow } from './ledger-row.ts'
import type { Policy } from './policy.ts'
import { policyOf, TEACHER } from './test-credits.ts'
import { groupEntries, judgeTeacher } from './transcript.ts'

const row = (id: string, given: Partial<CreditRow> = {}): CreditRow => ({
  id,
  state: 'confirmed',
  date: '2026-03-02',
  minutes: 60,
  channel: 'concentrated',
  level: 'district',
  module: '',
  category: '',
  activity: '',
  projectId: '',
  providerName: '区研培中心',
  accredited: true,
  minutesDue: null,
  minutesAttended: null,
  reverses: null,
  ...given,
})
const version = (no: number, body: Policy, given: object = {}) => ({
  id: `p${no}`,
  line: 'main',
  no,
  state: 'published' as const,
  validFrom: body.validFrom,
  publishedAt: `${body.validFrom}T00:00:00.000Z`,
  body,
  ...given,
})
const ONE = policyOf({ minutesPerHour: 60 })
const of = (versions: ReturnType<typeof version>[], rows: CreditRow[], asOf = '2026-12-31') =>
  judgeTeacher({ versions, teacher: TEACHER, rows, today: '2026-12-31', asOf })

describe('a transcript', () => {
  it('judges by every line in force and offers the cycles until today', () => {
    const other = version(1, policyOf({ title: '另一办法', validFrom: '2021-01-01' }), { id: 'q1', line: 'other' })
    const judged = of([version(1, ONE), other], [row('a')])
    expect(judged.map((one) => one.version.id)).toEqual(['p1', 'q1'])
    expect(judged[0]?.cycles).toEqual([{ from: '2025-01-01', to: '2028-12-31' }])
    expect(judged[0]?.met).toBe(false)
  })

  it('shows an earlier cycle under the version of its time', () => {
    const first = version(
      1,
      policyOf({ validFrom: '2021-01-01', cycle: { years: 2, anchor: { kind: 'calendar' } }, title: '旧' }),
    )
    const body = policyOf({
      validFrom: '2025-01-01',
      cycle: { years: 2, anchor: { kind: 'fixed', start: '2021-01-01' } },
    })
    const [now] = of([first, version(2, body)], [])
    expect(now?.version.no).toBe(2)
    expect(now?.cycles.map(({ to }) => to)).toEqual(['2022-12-31', '2024-12-31', '2026-12-31'])
    const rows = [row('a', { date: '2023-05-01' }), row('b', { date: '2026-05-01' })]
    const [then] = of([first, version(2, body)], rows, '2024-12-31')
    expect(then?.version.no).toBe(1)
    expect(then?.result.cycle).toEqual({ from: '2023-01-01', to: '2024-12-31', extendedBy: 0 })
    expect(then?.result.entries.map(({ why }) => why.code)).toEqual(['counted', 'future'])
  })

  it('is not held up by a version that began after the day asked about', () => {
    const [judged] = of([version(1, ONE)], [], '2020-06-30')
    expect(judged?.version.no).toBe(1)
    expect(judged?.result.cycle.from).toBe('2025-01-01')
  })

  it('leaves refused entries to their own state', () => {
    const [judged] = of([version(1, ONE)], [row('a'), row('b', { state: 'refused' })])
    expect(judged?.result.entries.map(({ id }) => id)).toEqual(['a'])
  })
})

describe('what to do next', () => {
  const words = (rows: CreditRow[], policy = ONE, asOf = '2026-12-31') =>
    of([version(1, policy)], rows, asOf)[0]?.next ?? []

  it.each([
    [99 * 60 + 59, 'do'],
    [100 * 60, 'done'],
    [100 * 60 + 1, 'done'],
  ])('after %d minutes is to %s', (minutes, tone) => {
    expect(words([row('a', { minutes })]).map((step) => step.tone)).toEqual([tone])
  })

  it('says how much, until when, how fast, and how far behind', () => {
    const [step] = words([row('a', { minutes: 30 * 60 })])
    expect(step?.words).toBe(
      '“总量”还差 70 学时，2028-12-31 前完成（还有 732 天，平均每月约 2.9 学时）。按进度现在应有 49.97 学时，落后 19.97 学时。',
    )
  })

  it('counts the last day in, and is late on the one after', () => {
    const ended = policyOf({
      requirements: [
        {
          id: 'r',
          title: '提升工程',
          kind: 'min',
          unit: 'hours',
          amount: 10,
          where: { channel: ['online'] },
          window: { kind: 'dates', from: '2026-01-01', to: '2026-12-30' },
        },
      ],
    })
    const [last] = words([], ended, '2026-12-30')
    expect(last).toEqual({
      tone: 'do',
      words:
        '“提升工程”还差 10 学时，2026-12-30 前完成（还有 1 天）；可以计入的方式：网络研修。按进度现在应有 10 学时，落后 10 学时。',
    })
    expect(words([], ended, '2026-12-31')[0]?.tone).toBe('late')
  })

  it('names what waits, what was lost and why', () => {
    const steps = words(
      [
        row('a', { minutes: 6000 }),
        row('b', { state: 'pending', minutes: 90 }),
        row('c', { accredited: false, minutes: 120 }),
        row('d', { minutesDue: 100, minutesAttended: 10 }),
      ],
      policyOf({ minutesPerHour: 60, attendance: { absenceFrom: [1, 5] }, accreditedOnly: true }),
    )
    expect(steps.map(({ tone }) => tone)).toEqual(['done', 'wait', 'do', 'do'])
    expect(steps[1]?.words).toContain('1 条登记共 1.5 学时等待认定')
    expect(steps[2]?.words).toContain('1 条共 2 学时')
  })

  it('tells a year that is over and short apart from the present one', () => {
    const yearly = policyOf({
      requirements: [
        {
          id: 'y',
          title: '年度学时',
          kind: 'min',
          unit: 'hours',
          amount: 20,
          where: {},
          window: { kind: 'calendar_year' },
        },
      ],
    })
    const steps = words([row('a', { date: '2026-02-01', minutes: 15 * 45 })], yearly)
    expect(steps.map(({ tone }) => tone)).toEqual(['late', 'do'])
    expect(steps[0]?.words).toContain('2025 年度还差 20 学时')
  })
})

describe('entries', () => {
  it('stand by project, the latest first, and alone when they belong to none', () => {
    const entry = (id: string, date: string, projectId: string, cohortId: string | null = null) => ({
      id,
      date,
      projectId,
      cohortId,
      title: `${projectId || id}的培训`,
    })
    const groups = groupEntries([
      entry('a', '2026-01-02', 'p'),
      entry('b', '2026-03-01', ''),
      entry('c', '2026-02-02', 'p'),
      entry('d', '2026-02-20', '', 'k'),
      entry('e', '2026-02-21', '', 'k'),
    ])
    expect(groups.map(({ key, from, to, entries }) => [key, from, to, entries.map(({ id }) => id)])).toEqual([
      ['b', '2026-03-01', '2026-03-01', ['b']],
      ['k', '2026-02-20', '2026-02-21', ['e', 'd']],
      ['p', '2026-01-02', '2026-02-02', ['c', 'a']],
    ])
  })
})
