import { describe, expect, it } from 'vitest'
import { controlDisclosure, type DisclosureInput } from './disclosure-control.ts'
import type { DisclosureCell, DisclosureRelease, PublishedCell, TableDesign } from './disclosure-release.ts'

const cell = (key: string, n: number, more: Partial<DisclosureCell> = {}): DisclosureCell => ({
  key,
  dims: { key },
  n,
  schools: n === 0 ? 0 : Math.min(n, 5),
  largestSchoolShare: 0.3,
  ...more,
})

const noTotals: TableDesign = { totals: [] }
const list: TableDesign = { totals: [{ total: 't', parts: ['a', 'b', 'c', 'd'] }] }

function control(cells: DisclosureCell[], design = noTotals, earlier: DisclosureRelease[] = [], release = 'r1') {
  const input: DisclosureInput = { design, release, cells, earlier }
  const result = controlDisclosure(input)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const one = (n: number, more: Partial<DisclosureCell> = {}): PublishedCell | undefined =>
  control([cell('x', n, more)]).cells[0]

describe('primary rule', () => {
  it.each([
    [9, {}, 'c'],
    [10, {}, 'A'],
    [40, { schools: 2 }, 'c'],
    [40, { schools: 3 }, 'A'],
    [40, { largestSchoolShare: 0.8 }, 'A'],
    [41, { largestSchoolShare: 33 / 41 }, 'c'],
    [0, {}, 'c'],
    [0, { structuralZero: true }, 'Z'],
  ])('n=%i %j → %s', (n, more, status) => {
    expect(one(n, more)?.status).toBe(status)
  })

  it.each([
    [10, 10],
    [12, 10],
    [13, 15],
    [17, 15],
    [18, 20],
    [1002, 1000],
  ])('publishes %i as %i', (n, shown) => {
    expect(one(n)?.n).toBe(shown)
  })

  it('says nothing but c of a confidential cell', () => {
    expect(
      one(9, { scores: { sum: 72_000, min: 7000, max: 9000 }, percentage: { numerator: 5, denominator: 9 } }),
    ).toEqual({
      key: 'x',
      dims: { key: 'x' },
      status: 'c',
      n: null,
      mean: null,
      percent: null,
    })
  })
})

describe('means', () => {
  const flat = (n: number, mean: number, spread: number) => ({
    scores: { sum: n * mean, min: mean - spread, max: mean + spread },
  })

  it('rounds to half points, half up', () => {
    expect(one(50, flat(50, 8224, 50))?.mean).toBe(82)
    expect(one(50, flat(50, 8225, 50))?.mean).toBe(82.5)
    expect(one(50, flat(50, 8274, 50))?.mean).toBe(82.5)
    expect(one(50, flat(50, 8275, 50))?.mean).toBe(83)
  })

  it('withholds a mean that one person can move by more than 2 points', () => {
    // Leaving out one of 11 at distance d moves the mean by d / 10.
    expect(one(11, { scores: { sum: 11 * 8000, min: 6000, max: 8100 } })?.mean).toBe(80)
    expect(one(11, { scores: { sum: 11 * 8000, min: 5999, max: 8100 } })?.mean).toBe(null)
    expect(one(11, { scores: { sum: 11 * 5000, min: 4900, max: 7001 } })?.mean).toBe(null)
  })

  it('withholds a mean when all scores are the same, as it is everyone’s', () => {
    expect(one(50, { scores: { sum: 50 * 9000, min: 9000, max: 9000 } })).toMatchObject({ n: 50, mean: null })
  })

  it('hides a second mean of a sum whose other means are known', () => {
    const wide = { scores: { sum: 20 * 6000, min: 0, max: 10_000 } }
    const cells = [
      cell('a', 20, wide),
      cell('b', 50, flat(50, 8000, 1000)),
      cell('c', 60, flat(60, 8000, 1000)),
      cell('d', 70, flat(70, 8000, 1000)),
      cell('t', 200, { scores: { sum: 20 * 6000 + 180 * 8000, min: 0, max: 10_000 } }),
    ]
    const released = control(cells, list).cells
    expect(released.map((each) => each.n)).toEqual([20, 50, 60, 70, 200])
    expect(released.map((each) => each.mean)).toEqual([null, null, 80, 80, 78])
  })
})

describe('percentages', () => {
  const share = (numerator: number, denominator: number) =>
    one(200, { percentage: { numerator, denominator } })?.percent

  it.each([
    [10, 19, null],
    [10, 20, 50],
    [10, 200, '<=5'],
    [0, 200, '<=5'],
    [11, 200, 6],
    [188, 200, 94],
    [189, 200, '>=95'],
    [200, 200, '>=95'],
    [29, 200, 15],
  ])('%i of %i → %s', (numerator, denominator, expected) => {
    expect(share(numerator, denominator)).toBe(expected)
  })

  it('hides a second percentage when a withheld one could be subtracted', () => {
    const cells = [
      cell('a', 15, { percentage: { numerator: 9, denominator: 15 } }),
      cell('b', 40, { percentage: { numerator: 20, denominator: 40 } }),
      cell('c', 60, { percentage: { numerator: 40, denominator: 60 } }),
      cell('d', 80, { percentage: { numerator: 60, denominator: 80 } }),
      cell('t', 195, { percentage: { numerator: 129, denominator: 195 } }),
    ]
    expect(control(cells, list).cells.map((each) => each.percent)).toEqual([null, null, 67, 75, 66])
  })
})

describe('complementary suppression', () => {
  it('hides the smallest sufficient neighbour of a small cell, and both look the same', () => {
    const cells = [cell('a', 4), cell('b', 30), cell('c', 20), cell('d', 40), cell('t', 94)]
    const { cells: released, record } = control(cells, list)
    expect(released.map((each) => each.status)).toEqual(['c', 'A', 'c', 'A', 'A'])
    expect({ ...released[0], key: '', dims: {} }).toEqual({ ...released[2], key: '', dims: {} })
    expect(record.cells.get('a')?.sensitive.persons).toBe(true)
    expect(record.cells.get('c')?.sensitive.persons).toBe(false)
  })

  it('hides more when two small cells bound each other within 5', () => {
    const cells = [cell('a', 1), cell('b', 3), cell('c', 20), cell('d', 40), cell('t', 64)]
    expect(control(cells, list).cells.map((each) => each.status)).toEqual(['c', 'c', 'c', 'A', 'A'])
    const apart = [cell('a', 2), cell('b', 4), cell('c', 20), cell('d', 40), cell('t', 66)]
    expect(control(apart, list).cells.map((each) => each.status)).toEqual(['c', 'c', 'A', 'A', 'A'])
  })

  it('blurs a large cell of two schools by half of its persons', () => {
    const cells = [cell('a', 100, { schools: 2 }), cell('b', 50), cell('c', 51), cell('d', 300), cell('t', 501)]
    expect(control(cells, list).cells.map((each) => each.status)).toEqual(['c', 'A', 'c', 'A', 'A'])
  })

  it('hides the total when nothing else is left', () => {
    const pair = { totals: [{ total: 't', parts: ['a'] }] }
    expect(control([cell('a', 4), cell('t', 4)], pair).cells.map((each) => each.status)).toEqual(['c', 'c'])
  })

  it('gives the same release for the same figures', () => {
    const cells = [cell('a', 4), cell('b', 20), cell('c', 20), cell('d', 20), cell('t', 64)]
    expect(control(cells, list)).toEqual(control(cells, list))
    expect(control(cells, list).cells.map((each) => each.status)).toEqual(['c', 'c', 'A', 'A', 'A'])
  })
})

describe('releases over time', () => {
  const first = [cell('a', 4), cell('b', 30), cell('c', 20), cell('d', 40), cell('t', 94)]
  const same = (cells: DisclosureCell[]) => cells.map((each) => ({ ...each, changed: 0 }))

  it('carries a value that fewer than ten members changed, and republishes at ten', () => {
    const before = control([cell('x', 40)])
    const nine = control([cell('x', 49, { changed: 9 })], noTotals, [before.record], 'r2')
    expect(nine.cells[0]).toMatchObject({ status: 'carried', n: 40 })
    const ten = control([cell('x', 50, { changed: 10 })], noTotals, [before.record, nine.record], 'r3')
    expect(ten.cells[0]).toMatchObject({ status: 'A', n: 50 })
    expect(nine.record.cells.get('x')).toMatchObject({ fresh: 'r1', n: 49 })
    expect(ten.record.cells.get('x')?.fresh).toBe('r3')
  })

  it('keeps hidden what was hidden, so that two releases of the same figures show the same', () => {
    const before = control(first, list)
    const after = control(same(first), list, [before.record], 'r2')
    expect(after.cells.map((each) => each.status)).toEqual(['c', 'carried', 'c', 'carried', 'carried'])
  })

  it('does not let the difference of two months give away a cell that fell under ten', () => {
    const before = control([cell('a', 30), cell('b', 30), cell('c', 20), cell('d', 40), cell('t', 120)], list)
    expect(before.cells.every((each) => each.status === 'A')).toBe(true)
    const now = [...same([cell('b', 30), cell('c', 20), cell('d', 40)]), cell('a', 8, { changed: 22 })]
    const after = control([...now, cell('t', 98, { changed: 22 })], list, [before.record], 'r2')
    // Its neighbours are public already, so the new total has to stay hidden.
    expect(after.cells.map((each) => [each.key, each.status])).toEqual([
      ['b', 'carried'],
      ['c', 'carried'],
      ['d', 'carried'],
      ['a', 'c'],
      ['t', 'c'],
    ])
  })

  it('sees through hidden neighbours that did not change between two months', () => {
    // a and c are hidden in both; their sum is known from the first. A new total would give d away.
    const before = control(first, list)
    const now = [
      ...same([cell('a', 4), cell('b', 30), cell('c', 20)]),
      cell('d', 7, { changed: 33 }),
      cell('t', 61, { changed: 33 }),
    ]
    const after = control(now, list, [before.record], 'r2')
    expect(after.cells.map((each) => each.status)).toEqual(['c', 'carried', 'c', 'c', 'c'])
  })

  it('protects the present size of a cell that shrank under ten while its older value stands', () => {
    const before = control([cell('a', 12), cell('b', 30), cell('c', 20), cell('d', 40), cell('t', 102)], list)
    const now = [
      cell('a', 9, { changed: 3 }),
      ...same([cell('b', 30), cell('c', 20)]),
      cell('d', 60, { changed: 20 }),
      cell('t', 119, { changed: 23 }),
    ]
    const after = control(now, list, [before.record], 'r2')
    expect(after.cells[0]).toMatchObject({ status: 'carried', n: 10 })
    expect(after.cells.map((each) => each.status)).toEqual(['carried', 'carried', 'carried', 'c', 'A'])
  })

  it('publishes month after month when few change', () => {
    let counts = [4, 30, 20, 40]
    const records: DisclosureRelease[] = []
    for (let month = 1; month <= 24; month += 1) {
      counts = counts.map((n, index) => n + ((month + index) % 3) - 1)
      const cells = [...counts, counts.reduce((sum, n) => sum + n, 0)].map((n, index) => {
        const key = 'abcdt'.charAt(index)
        const last = records.at(-1)?.cells.get(key)
        const base = records.find((each) => each.id === last?.fresh)?.cells.get(key)
        return cell(key, n, base ? { changed: Math.abs(n - base.n) } : {})
      })
      const { cells: shown, record } = control(cells, list, records, `m${month}`)
      expect(shown[0]?.status).toBe('c')
      records.push(record)
    }
  })

  it('refuses when everything around a small cell is public already', () => {
    const pair: TableDesign = { totals: [{ total: 't', parts: ['a', 'b'] }] }
    const before = control([cell('a', 30), cell('b', 20), cell('t', 50)], noTotals)
    const now = [cell('a', 8, { changed: 22 }), cell('b', 42, { changed: 22 }), cell('t', 50, { changed: 0 })]
    expect(control(now, pair, [before.record], 'r2').cells.map((each) => each.status)).toEqual(['c', 'c', 'carried'])
    const stuck = [cell('a', 8, { changed: 22 }), cell('b', 20, { changed: 0 }), cell('t', 28, { changed: 0 })]
    const opened = control([cell('b', 20), cell('t', 28)], noTotals)
    expect(
      controlDisclosure({
        design: pair,
        release: 'r2',
        cells: [cell('a', 8), ...stuck.slice(1)],
        earlier: [opened.record],
      }),
    ).toEqual({ ok: false, refusal: { code: 'disclosure-not-controllable', key: 'a' } })
  })
})

describe('input', () => {
  const refusalOf = (cells: DisclosureCell[], design = noTotals, earlier: DisclosureRelease[] = []) => {
    const result = controlDisclosure({ design, release: 'r2', cells, earlier })
    return result.ok ? null : result.refusal
  }

  it('leaves missing what is missing, and refuses a total that its parts do not make', () => {
    expect(control([cell('a', 30)], list).cells).toHaveLength(1)
    expect(refusalOf([cell('a', 30), cell('t', 31)], list)).toEqual({ code: 'totals-do-not-add-up', key: 't' })
  })

  it('refuses figures of no group, keys given twice and counts of change that are missing or too low', () => {
    expect(refusalOf([cell('x', 3), cell('x', 4)])).toEqual({ code: 'cell-repeated', key: 'x' })
    expect(refusalOf([cell('x', -1)])).toEqual({ code: 'cell-impossible', key: 'x' })
    expect(refusalOf([cell('x', 3, { structuralZero: true })])).toEqual({ code: 'cell-impossible', key: 'x' })
    expect(refusalOf([cell('x', 20, { percentage: { numerator: 3, denominator: 2 } })])).toMatchObject({
      code: 'cell-impossible',
    })
    const { record } = control([cell('x', 20)])
    expect(refusalOf([cell('x', 20)], noTotals, [record])).toEqual({ code: 'change-count-missing', key: 'x' })
    expect(refusalOf([cell('x', 26, { changed: 5 })], noTotals, [record])).toEqual({
      code: 'cell-impossible',
      key: 'x',
    })
  })
})
