import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from './compile-policy.ts'
import { evaluatePolicy } from './evaluate-policy.ts'
import { DISTRICT_240, HEAD_TEACHERS_30 } from './samples/district-hours.ts'
import { noFigures, type SimulatedLedger, simulatePolicy } from './simulate-policy.ts'
import { ANY_ENTRIES, ANY_TEACHER } from './test-any-ledger.ts'
import { entry, policyOf, TEACHER } from './test-credits.ts'

const ledger = (teacherId: string, hours: number, given: Partial<SimulatedLedger> = {}): SimulatedLedger => ({
  teacherId,
  schoolId: 's1',
  schoolName: '第一小学',
  teacher: TEACHER,
  entries: [entry('a', { hours, date: '2025-03-01' })],
  ...given,
})
const need = (amount: number) =>
  compilePolicy(policyOf({ requirements: policyOf().requirements.map((one) => ({ ...one, amount })) }))
const asOf = '2026-12-31'

describe('a simulation', () => {
  it('tells whom the new policy lifts and who falls', () => {
    const ledgers = [ledger('a', 59.99), ledger('b', 60), ledger('c', 99.99), ledger('d', 100)]
    const outcomes = (before: number | null, after: number) =>
      simulatePolicy(noFigures(), { before: before === null ? null : need(before), after: need(after), asOf }, ledgers)
        .teachers.map(({ outcome }) => outcome)
        .join()
    expect(outcomes(100, 60)).toBe('short,lifted,lifted,met')
    expect(outcomes(60, 100)).toBe('short,falls,falls,met')
    expect(outcomes(null, 100)).toBe('short,short,short,met')
  })
  it('adds up by school, post and phase', () => {
    const head = { ...TEACHER, posts: [{ post: 'head_teacher' as const, from: '2020-01-01', to: null }] }
    const ledgers = [ledger('a', 50), ledger('b', 100, { schoolId: 's2', schoolName: '第二小学', teacher: head })]
    const { figures } = simulatePolicy(noFigures(), { before: need(40), after: need(100), asOf }, ledgers)
    expect(figures.all).toMatchObject({ teachers: 2, metBefore: 2, metAfter: 1, falls: 1, lifted: 0 })
    expect(figures.schools['s1']).toMatchObject({ name: '第一小学', falls: 1 })
    expect(figures.posts).toEqual({ head_teacher: expect.objectContaining({ teachers: 1, metAfter: 1 }) })
    expect(figures.phases['primary']).toMatchObject({ teachers: 2 })
    expect(figures.lackingAfter).toEqual({ total: 1 })
    expect(figures.bandsAfter).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
  })
  it('comes to the same in slices of any length, and agrees with the explained evaluation', () => {
    const given = {
      before: compilePolicy(HEAD_TEACHERS_30.policy),
      after: compilePolicy(DISTRICT_240.policy),
      asOf: '2026-06-30',
    }
    const ledgers = fc.array(fc.record({ teacher: ANY_TEACHER, entries: ANY_ENTRIES }), { maxLength: 8 })
    fc.assert(
      fc.property(ledgers, fc.nat({ max: 8 }), (many, cut) => {
        const all = many.map((one, n) => ledger(`t${n}`, 0, { ...one, schoolId: `s${n % 2}` }))
        const whole = simulatePolicy(noFigures(), given, all)
        const half = simulatePolicy(noFigures(), given, all.slice(0, cut))
        expect(simulatePolicy(half.figures, given, all.slice(cut)).figures).toEqual(whole.figures)
        whole.teachers.forEach(({ after }, t) => {
          const one = all[t]
          if (!one) throw new Error('a teacher too many')
          const { requirements } = evaluatePolicy(given.after, {
            teacher: one.teacher,
            entries: one.entries,
            asOf: given.asOf,
          })
          const missed = requirements.filter(({ applies, met }) => applies && !met)
          expect(after.lacking).toEqual(missed.map(({ id }) => id))
          expect(after.short).toBe(Math.max(0, ...missed.map(({ remaining }) => remaining)))
        })
      }),
      { numRuns: 60 },
    )
  })
})
