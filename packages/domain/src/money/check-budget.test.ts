import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET_POLICY } from './budget-policy-samples.ts'
import { checkBudget } from './check-budget.ts'
import { broken, facts, type Lines, policy } from './test-budget.ts'

/** A budget of 10,000.00 元 of which `fen` belongs to an item, the rest to meals. */
const of10000 = (item: string, fen: number): Lines => [
  [item, fen],
  ['meals', 1_000_000 - fen],
]

describe('shares of the total', () => {
  it.each([
    ['design', 50_000, '5.0 %', false],
    ['design', 51_000, '5.1 %', true],
    ['design', 50_001, 'one fen above 5 %', true],
    ['equipment', 100_000, '10.0 %', false],
    ['equipment', 101_000, '10.1 %', true],
    ['equipment', 100_001, 'one fen above 10 %', true],
    ['assessment', 50_000, '5.0 %', false],
    ['assessment', 51_000, '5.1 %', true],
    ['officeCosts', 30_000, '3.0 %', false],
    ['officeCosts', 31_000, '3.1 %', true],
    ['officeCosts', 30_001, 'one fen above 3 %', true],
  ])('%s with %s fen of 10,000 元 (%s) is too much: %s', (item, fen, _, wrong) => {
    const group = { design: 'research', equipment: 'venue', assessment: 'evaluation', officeCosts: 'other' }[item]
    expect(broken(facts(of10000(item, fen)))).toEqual(wrong ? [`${group}-share /0`] : [])
  })

  it('adds the items of a group, and points at the first of them', () => {
    const given: Lines = [
      ['meals', 899_999],
      ['venueHire', 60_000],
      ['equipment', 40_001],
    ]
    expect(broken(facts(given))).toEqual(['venue-share /1'])
  })

  it('says by how much, in 元 and to the fen', () => {
    const [finding] = checkBudget(facts(of10000('survey', 50_001)), DEFAULT_BUDGET_POLICY)
    expect(finding).toEqual({
      pointer: '/0',
      rule: 'research-share',
      severity: 'block',
      limit: 500,
      detail: '“调研与方案研制”不得超过预算合计的 5%（500.00 元），现为 500.01 元，超出 0.01 元，请调减。',
    })
  })

  it.each([
    ['trainees-share', 'meals', 400_000, 399_999, '/0'],
    ['lecturers-share', 'expertTravel', 250_000, 249_999, '/0'],
  ] as const)('holds the least share of %s when the tenant asks for it', (rule, item, enough, few, at) => {
    const rest = (fen: number): Lines => [
      [item, fen],
      ['textResources', 1_000_000 - fen],
    ]
    const asked = policy({ [rule]: { severity: 'warn' } })
    expect(broken(facts(rest(enough)), asked)).toEqual([])
    expect(broken(facts(rest(few)), asked)).toEqual([`${rule} ${at}`])
    expect(broken(facts(rest(few)))).toEqual([])
  })

  it('finds a least share that nothing is budgeted for at the budget itself', () =>
    expect(broken(facts([['textResources', 100]]), policy({ 'lecturers-share': { severity: 'warn' } }))).toEqual([
      'lecturers-share ',
    ]))
})

describe('severity', () => {
  it.each([
    ['off', []],
    ['warn', ['warn']],
    ['block', ['block']],
  ] as const)('%s', (severity, expected) =>
    expect(
      checkBudget(facts(of10000('survey', 60_000)), policy({ 'research-share': { severity } })).map(
        (finding) => finding.severity,
      ),
    ).toEqual(expected),
  )

  it('takes the cap that the tenant sets', () => {
    const strict = policy({ 'research-share': { limit: 499 } })
    expect(broken(facts(of10000('survey', 49_900)), strict)).toEqual([])
    expect(broken(facts(of10000('survey', 49_901)), strict)).toEqual(['research-share /0'])
  })
})

describe('so much a person', () => {
  it.each([
    [10_000, false],
    [10_001, true],
  ])('materials of %s fen a person for 50 persons break the cap of 100 元: %s', (fen, wrong) => {
    const given = facts(
      [
        ['meals', 9_000_000],
        ['materials', fen * 50],
      ],
      { persons: 50 },
    )
    expect(broken(given)).toEqual(wrong ? ['materials-per-person /1'] : [])
  })

  it('breaks the cap by one fen of the whole, not only by one a person', () =>
    expect(broken(facts([['materials', 500_001]], { persons: 50 }))).toEqual(['materials-per-person /0']))

  it.each([
    [100_000, false],
    [100_001, true],
  ])('a total of %s fen for one person breaks a standard of 1,000 元: %s', (fen, wrong) => {
    const standard = policy({ 'total-per-person': { severity: 'block', limit: 100_000 } })
    expect(broken(facts([['meals', fen]], { persons: 1 }), standard)).toEqual(wrong ? ['total-per-person '] : [])
  })

  it('judges nothing by persons who are not told', () => {
    const standard = policy({ 'total-per-person': { severity: 'block', limit: 1 } })
    expect(broken(facts([['materials', 1_000_000]]), standard)).toEqual([])
  })
})

describe('the whole', () => {
  it.each([
    [999_999_999, []],
    [1_000_000_000, ['total-largest ']],
  ])('of %s fen: %j', (fen, expected) => expect(broken(facts([['meals', fen]]))).toEqual(expected))

  it('takes negative adjustments and counts them', () => {
    const given: Lines = [
      ['survey', 60_000],
      ['meals', 940_000],
      ['survey', -10_000, '按实际天数核减'],
      ['meals', 10_000],
    ]
    expect(broken(facts(given))).toEqual([])
  })

  it('refuses a whole below zero, not zero', () => {
    expect(
      broken(
        facts([
          ['meals', 100],
          ['meals', -100],
        ]),
      ),
    ).toEqual([])
    expect(
      broken(
        facts([
          ['meals', 100],
          ['meals', -101],
        ]),
      ),
    ).toEqual(['total-negative '])
  })

  it('asks every line that has an amount for its calculation', () => {
    const given: Lines = [
      ['meals', 100, ' \u3000'],
      ['lodging', 0, ''],
      ['meals', -1, ''],
      ['lodging', 1, '1 人 × 0.01 元'],
    ]
    expect(broken(facts(given))).toEqual(['basis-missing /0/basis', 'basis-missing /2/basis'])
  })

  it('asks for the fees that the courses promise; more is no fault, for tax comes on top', () => {
    const paid = (fen: number) =>
      broken(
        facts(
          [
            ['meals', 10_000_000],
            ['lecturing', fen],
          ],
          { lectures: 500_000n },
        ),
      )
    expect(paid(499_999)).toEqual(['lecture-total /1'])
    expect(paid(500_000)).toEqual([])
    expect(paid(700_000)).toEqual([])
    expect(broken(facts([['meals', 1]], { lectures: 1n }))).toEqual(['lecture-total '])
  })

  it('finds nothing in nothing', () => expect(broken(facts([], { persons: 0, days: 0 }))).toEqual([]))
})
