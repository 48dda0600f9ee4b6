import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../day-number.ts'
import type { CreditEntry, CreditTeacher } from '../entry.ts'
import type { Policy, Requirement } from '../policy.ts'
import { demanded, entry, judge, TEACHER } from '../test-credits.ts'
import { POLICY_SAMPLES } from './policy-samples.ts'

const shifted = (date: string, days: number) => dateOf(dayOf(date) + days)
const AS_OF = '2025-06-30'

/** Somebody whom the requirement concerns: in the post throughout, and new in service where it asks for that. */
function concerned({ appliesTo, window }: Requirement): CreditTeacher {
  const posts = (appliesTo?.posts ?? []).map((post) => ({ post: post as 'trainer', from: '2000-01-01', to: null }))
  const isNew = window.kind === 'first_months' || appliesTo?.novice === true
  return { ...TEACHER, posts, ...(isNew ? { entryDate: '2025-02-01' } : {}) }
}

/** An entry that the requirement counts. */
function counted({ where }: Requirement, date: string, given: Partial<CreditEntry> = {}): CreditEntry {
  const first = Object.fromEntries(Object.entries(where).map(([name, values]) => [name, values?.[0] ?? '']))
  return entry(`e${date}`, { date, hours: 8, ...first, ...given })
}

const cases = POLICY_SAMPLES.flatMap(({ policy }) =>
  policy.requirements.map((requirement) => [policy.title, requirement.title, policy, requirement] as const),
)

describe.each(cases)('%s: %s', (_, __, policy, requirement) => {
  const teacher = concerned(requirement)
  const of = (entries: CreditEntry[], asOf: string, given: { policy?: Policy; teacher?: CreditTeacher } = {}) =>
    demanded(judge(given.policy ?? policy, entries, { teacher: given.teacher ?? teacher, asOf }), requirement.id)
  const { from, to } = of([], AS_OF)

  it('counts its first and last day and not the days beside them', () => {
    const on = (date: string) => of([counted(requirement, date)], to).earned
    expect([on(shifted(from, -1)), on(from) > 0, on(to) > 0]).toEqual([0, true, true])
    expect(of([counted(requirement, shifted(to, 1))], to).earned).toBe(0)
  })
  it('begins anew when its window is a cycle or a year', () => {
    if (!['cycle', 'calendar_year'].includes(requirement.window.kind)) return
    const next = shifted(to, 1)
    const on = (date: string) => of([counted(requirement, date)], next).earned
    expect([on(to), on(next) > 0, of([], next).from]).toEqual([0, true, next])
  })
  it('is not moved by pending, reversed or foreign hours', () => {
    const date = from
    const plain = counted(requirement, date)
    expect(of([plain, entry('back', { date, reverses: plain.id })], to).earned).toBe(0)
    expect(of([{ ...plain, status: 'pending' }], to).earned).toBe(0)
    expect(of([{ ...plain, accredited: false }], to).earned).toBe(0)
  })
  it('ends later by the days of a leave that extends the cycle', () => {
    if (requirement.window.kind !== 'cycle') return
    const longer: Policy = { ...policy, leave: { kinds: ['maternity'], fromDays: 30 } }
    const away = (days: number) => ({
      ...teacher,
      leaves: [{ kind: 'maternity' as const, from: '2025-01-10', to: shifted('2025-01-10', days - 1) }],
    })
    const end = (days: number) => of([], AS_OF, { policy: longer, teacher: away(days) }).to
    expect([end(29), end(30), end(31)]).toEqual([to, shifted(to, 30), shifted(to, 31)])
    const last = counted(requirement, shifted(to, 30))
    expect(of([last], shifted(to, 30), { policy: longer, teacher: away(30) }).earned).toBeGreaterThan(0)
  })
  it('keeps the hours of an earlier version when a new one changes the length of an hour', () => {
    const change = shifted(from, 10)
    const next: Policy = { ...policy, version: 2, validFrom: change, minutesPerHour: policy.minutesPerHour / 3 }
    const minutes = (date: string) => counted(requirement, date, { hours: undefined, minutes: policy.minutesPerHour })
    const under = (date: string) =>
      demanded(judge(next, [minutes(date)], { teacher, asOf: to, earlier: [policy] }), requirement.id)
    const plain = of([minutes(from)], to).earned
    expect(under(shifted(change, -1)).earned).toBe(plain)
    expect(under(change).earned).toBeGreaterThan(plain)
  })
})
