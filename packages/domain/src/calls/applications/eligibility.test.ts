import { describe, expect, it } from 'vitest'
import type { AccreditationPeriod } from '../../teachers/accreditation.ts'
import { PHASES } from '../design/call.ts'
import type { FormField } from '../design/form.ts'
import {
  decideEligibility,
  type EthicsFinding,
  type Ineligible,
  ineligibleText,
  namesOf,
  OPEN_TO_ALL,
} from './eligibility.ts'

const today = '2026-03-10'
const school = { kind: 'school', phase: 'primary' } as const
const provider: { kind: 'provider'; periods: AccreditationPeriod[] } = {
  kind: 'provider',
  periods: [
    {
      id: 'p1',
      levels: ['district', 'city'],
      number: '',
      from: '2025-03-10',
      to: '2026-03-10',
      endedOn: null,
      reason: null,
    },
  ],
}
const call = { level: 'district', unitKinds: ['school', 'provider'], eligibility: OPEN_TO_ALL } as const
const asking = (eligibility: Partial<typeof OPEN_TO_ALL>, level: 'district' | 'province' = 'district') => ({
  ...call,
  unitKinds: [...call.unitKinds],
  level,
  eligibility: { ...OPEN_TO_ALL, ...eligibility },
})
const applying = { names: ['张 三', '李四'], records: [], today }
const failing = (given: Partial<EthicsFinding>): EthicsFinding => ({
  subjectKind: 'teacher',
  name: '张三',
  result: 'fail',
  until: null,
  ...given,
})

describe('eligibility', () => {
  it('asks for the kind of unit first', () => {
    expect(decideEligibility(asking({}), { ...applying, unit: school })).toBeNull()
    expect(decideEligibility(asking({}), { ...applying, unit: { kind: 'district' } })).toEqual({
      reason: 'unit_kind',
      kinds: ['school', 'provider'],
    })
  })

  it('limits schools by their phase, and no phases means all', () => {
    expect(decideEligibility(asking({ phases: ['primary', 'junior'] }), { ...applying, unit: school })).toBeNull()
    expect(decideEligibility(asking({ phases: ['junior'] }), { ...applying, unit: school })).toEqual({
      reason: 'phase',
      phases: ['junior'],
    })
    for (const phase of PHASES)
      expect(decideEligibility(asking({}), { ...applying, unit: { kind: 'school', phase } })).toBeNull()
    expect(decideEligibility(asking({ phases: ['junior'] }), { ...applying, unit: provider })).toBeNull()
  })

  it.each([
    ['the day before it begins', '2025-03-09', 'accreditation_day'],
    ['its first day', '2025-03-10', undefined],
    ['its last day', '2026-03-10', undefined],
    ['the day after it ends', '2026-03-11', 'accreditation_day'],
  ])('takes a provider accredited on the day: %s', (_, day, reason) => {
    const decided = decideEligibility(asking({ accredited: true }), { ...applying, unit: provider, today: day })
    expect(decided?.reason).toBe(reason)
    expect(decideEligibility(asking({}), { ...applying, unit: provider, today: day })).toBeNull()
  })

  it("asks for accreditation at the call's own level, of providers only", () => {
    expect(decideEligibility(asking({ accredited: true }, 'province'), { ...applying, unit: provider })).toEqual({
      reason: 'accreditation_level',
      level: 'province',
    })
    expect(decideEligibility(asking({ accredited: true }, 'province'), { ...applying, unit: school })).toBeNull()
  })
})

describe('the ethics veto', () => {
  const decided = (records: EthicsFinding[], ethicsVeto = true) =>
    decideEligibility(asking({ ethicsVeto }), { ...applying, unit: school, records })

  it('strikes the unit itself, and those who are named, blanks in a name or not', () => {
    expect(decided([failing({ subjectKind: 'school', name: '一小' })])).toEqual({ reason: 'ethics_unit' })
    expect(decided([failing({}), failing({ name: '王五' })])).toEqual({ reason: 'ethics_person', names: ['张三'] })
    expect(decided([failing({ name: '李　四' }), failing({})])).toEqual({
      reason: 'ethics_person',
      names: ['张三', '李四'],
    })
  })

  it('takes a passing record, somebody not named, and a call that does not ask', () => {
    expect(decided([failing({ result: 'pass' })])).toBeNull()
    expect(decided([failing({ name: '王五' })])).toBeNull()
    expect(decided([failing({}), failing({ subjectKind: 'school' })], false)).toBeNull()
  })

  it.each([
    ['2026-03-09', undefined],
    ['2026-03-10', 'ethics_person'],
    ['2026-03-11', 'ethics_person'],
    [null, 'ethics_person'],
  ])('has effect up to and with its last day (%s)', (until, reason) =>
    expect(decided([failing({ until })])?.reason).toBe(reason),
  )
})

it('finds the people named in a form, each once', () => {
  const people = (key: string): FormField => ({ key, title: key, type: 'people', required: true, identifying: true })
  const form = [people('team'), people('leader'), { ...people('note'), type: 'text' as const }]
  expect(
    namesOf(form, {
      team: [{ name: ' 张 三 ', unit: '一小' }, { name: null }, { name: '' }, { name: '李四' }],
      leader: [{ name: '张三' }],
      note: '王五',
    }),
  ).toEqual(['张三', '李四'])
  expect(namesOf([people('constructor')], {})).toEqual([])
})

it('tells every reason in sentences that end', () => {
  const reasons: Ineligible[] = [
    { reason: 'unit_kind', kinds: ['school', 'provider'] },
    { reason: 'phase', phases: ['junior', 'senior'] },
    { reason: 'accreditation_level', level: 'city' },
    { reason: 'accreditation_day', from: '2025-01-01', to: '2025-12-31' },
    { reason: 'ethics_unit' },
    { reason: 'ethics_person', names: ['张三', '李四'] },
  ]
  for (const why of reasons) expect(ineligibleText(why)).toMatch(/^[^a-z]+。$/)
  expect(ineligibleText({ reason: 'phase', phases: ['junior', 'senior'] })).toContain('初中、高中')
  expect(ineligibleText({ reason: 'ethics_person', names: ['张三', '李四'] })).toContain('张三、李四')
})
