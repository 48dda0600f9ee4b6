import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from './compile-policy.ts'
import { counterEntryOf } from './counter-entry.ts'
import { evaluatePolicy } from './evaluate-policy.ts'
import {
  ASSUMED_ENTRY,
  type CreditRow,
  creditEntryOf,
  creditTeacherOf,
  entryDateNote,
  isCredited,
} from './ledger-row.ts'
import { ANY_ENTRIES, ANY_TEACHER, HARD_POLICIES } from './test-any-ledger.ts'

const ROW: CreditRow = {
  id: 'led_1',
  state: 'confirmed',
  date: '2026-03-02',
  minutes: 240,
  channel: 'online',
  level: 'district',
  module: '师德',
  category: '',
  activity: '班级管理',
  projectId: 'pro_1',
  providerName: '区教师发展中心',
  accredited: true,
  minutesDue: 2400,
  minutesAttended: 2000,
  reverses: null,
}

describe('a row of the ledger as policies see it', () => {
  it('keeps minutes, provider and the attendance of the whole training', () => {
    expect(creditEntryOf(ROW)).toEqual({
      ...{ id: 'led_1', date: '2026-03-02', minutes: 240, channel: 'online', level: 'district', module: '师德' },
      ...{ category: '', activity: '班级管理', project: 'pro_1', provider: '区教师发展中心', accredited: true },
      ...{ attendance: { due: 2400, actual: 2000 }, status: 'confirmed' },
    })
  })
  it('has no attendance where none was taken, and names what it reverses', () => {
    const seen = creditEntryOf({ ...ROW, minutesDue: null, minutesAttended: null, reverses: 'led_0', state: 'pending' })
    expect([seen.attendance, seen.reverses, seen.status]).toEqual([undefined, 'led_0', 'pending'])
  })
  it('enters no calculation once it was refused or withdrawn', () => {
    expect(['pending', 'confirmed', 'refused', 'withdrawn'].filter((state) => isCredited({ state }))).toEqual([
      'pending',
      'confirmed',
    ])
  })
})

describe('a teacher whose day of entry nobody has entered', () => {
  const row = { entryDate: null, heldPosts: [], phase: 'primary', leaves: [] }
  it('counts as long in service, and is told so', () => {
    expect(creditTeacherOf(row).entryDate).toBe(ASSUMED_ENTRY)
    expect(entryDateNote(row)).toContain('没有登记入职日期')
  })
  it('and one whose day is known is told nothing', () => {
    expect(creditTeacherOf({ ...row, entryDate: '2020-09-01' }).entryDate).toBe('2020-09-01')
    expect(entryDateNote({ entryDate: '2020-09-01' })).toBeNull()
  })
})

describe('a counter-entry', () => {
  const day = fc
    .integer({ min: 0, max: 3000 })
    .map((n) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10))
  const slip = fc.record({
    date: day,
    minutes: fc.nat(6000),
    channel: fc.constantFrom('online', 'concentrated', 'degree'),
  })
  const stored = { evidence: [], note: null, reason: null }

  it('restores exactly, on every day asked about: cycles gone by too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HARD_POLICIES),
        ANY_TEACHER,
        ANY_ENTRIES,
        slip,
        day,
        (policy, teacher, entries, given, asOf) => {
          const compiled = compilePolicy(policy)
          const wrong = { ...ROW, ...stored, ...given, id: 'slip' }
          const back = counterEntryOf(wrong, { id: 'back', reason: '误登' })
          const without = evaluatePolicy(compiled, { teacher, entries, asOf })
          const restored = evaluatePolicy(compiled, {
            ...{ teacher, asOf },
            entries: [...entries, creditEntryOf(wrong), creditEntryOf(back)],
          })
          expect({ ...restored, entries: restored.entries.slice(0, entries.length) }).toEqual(without)
        },
      ),
    )
  })

  it('against a counter-entry brings back what was reversed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HARD_POLICIES),
        ANY_TEACHER,
        ANY_ENTRIES,
        slip,
        (policy, teacher, entries, given) => {
          const compiled = compilePolicy(policy)
          const right = { ...ROW, ...stored, ...given, id: 'slip' }
          const back = counterEntryOf(right, { id: 'back', reason: '误登' })
          const again = counterEntryOf({ ...right, ...back }, { id: 'again', reason: '误冲' })
          const seen = [right, back, again].map(creditEntryOf)
          const asOf = '2027-12-31'
          const once = evaluatePolicy(compiled, { teacher, entries: [...entries, creditEntryOf(right)], asOf })
          const thrice = evaluatePolicy(compiled, { teacher, entries: [...entries, ...seen], asOf })
          expect(thrice.requirements).toEqual(once.requirements)
          expect(thrice.totals).toEqual(once.totals)
        },
      ),
    )
  })
})
