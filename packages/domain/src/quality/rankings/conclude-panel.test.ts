import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, METHODS, type Method, type Rubric } from '../rubrics/rubric.ts'
import { concludePanel, type SealedSheet } from './conclude-panel.ts'

type Row = readonly [item: string, rater: string, total: number]

const RUBRIC: Rubric = {
  title: '评审',
  criteria: [{ key: 'a', title: 'a', kind: 'leaf', max: 10_000 }],
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}

function conclude(rows: readonly Row[], { method = 'mean', quota = 100 }: { method?: Method; quota?: number } = {}) {
  const sheets = rows.map(([item, rater, total]): SealedSheet => ({ item, rater, scores: { a: total } }))
  const items = [...new Set(rows.map(([item]) => item))].map((id) => ({ id, title: `题${id}`, unitName: `单位${id}` }))
  return concludePanel({ items, sheets, rubric: RUBRIC, method, quota })
}

/** One item's row of the result by its id. */
function itemOf(conclusion: ReturnType<typeof conclude>, id: string) {
  const found = conclusion.result.items.find(({ applicationId }) => applicationId === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

/** Both raters score p, q and r 30 points apart; x, y and z have one sheet each. Severities: +15 and -15 points. */
const CALIBRATED: Row[] = [
  ...['p', 'q', 'r'].flatMap((item): Row[] => [
    [item, 'lenient', 8000],
    [item, 'severe', 5000],
  ]),
  ['x', 'severe', 9900],
  ['z', 'severe', 10_000],
  ['y', 'lenient', 500],
]

describe('the quota line', () => {
  const rows: Row[] = [
    ['a', 'r1', 9000],
    ['b', 'r1', 8000],
    ['c', 'r1', 8000],
    ['d', 'r1', 7000],
  ]
  it.each([
    [0, ''],
    [1, 'a'],
    [2, 'a'],
    [3, 'abc'],
    [4, 'abcd'],
    [5, 'abcd'],
  ])('with a quota of %d holds "%s": a tie across the line gives nobody a seat', (quota, within) => {
    const { items } = conclude(rows, { quota }).result
    expect(items.map(({ applicationId, rank, tied }) => [applicationId, rank, tied])).toEqual([
      ['a', 1, false],
      ['b', 2, true],
      ['c', 2, true],
      ['d', 4, false],
    ])
    const seated = items.filter(({ withinQuota }) => withinQuota).map(({ applicationId }) => applicationId)
    expect(seated.join('')).toBe(within)
  })

  it('is drawn by exact scores where two decimals look the same', () => {
    const thirds: Row[] = [
      ['a', 'r1', 8001],
      ['a', 'r2', 8000],
      ['a', 'r3', 8000],
      ['b', 'r1', 8000],
      ['b', 'r2', 8000],
      ['b', 'r3', 8000],
    ]
    const conclusion = conclude(thirds, { quota: 1 })
    expect(itemOf(conclusion, 'a')).toMatchObject({ official: 8000, rank: 1, tied: false, withinQuota: true })
    expect(itemOf(conclusion, 'b')).toMatchObject({ official: 8000, rank: 2, tied: false, withinQuota: false })
  })
})

describe('disagreement', () => {
  it.each([
    [9000, 6001, false],
    [9000, 6000, true],
    [9000, 5999, true],
    [6000, 3000, true],
    [5999, 2999, false],
    [5999, 0, false],
    [10_000, 0, true],
    [8000, 8000, false],
  ])('%d and %d call an extra expert: %s', (high, low, arbitration) => {
    for (const [first, second] of [
      [high, low],
      [low, high],
    ] as const) {
      const conclusion = conclude([
        ['a', 'r1', first],
        ['a', 'r2', second],
      ])
      expect(itemOf(conclusion, 'a')).toMatchObject({ gap: high - low, arbitration, sheets: 2 })
    }
  })
})

describe('variants side by side', () => {
  const five: Row[] = [9000, 8000, 7000, 6000, 1000].map((total, n) => ['a', `r${n}`, total])

  it.each([
    ['mean', 6200],
    ['median', 7000],
    ['trimmed', 7000],
    ['severity_adjusted', 6200],
  ] as const)('under %s stand in full, with %d as the official one', (method, official) => {
    const { result, severities } = conclude(five, { method })
    expect(result).toMatchObject({ method, calibrated: false, calibrationReason: 'too_few_sheets_per_rater' })
    expect(severities).toBeNull()
    expect(result.items).toEqual([
      {
        applicationId: 'a',
        title: '题a',
        unitName: '单位a',
        official,
        rank: 1,
        tied: false,
        withinQuota: true,
        seat: 'in',
        samePublished: false,
        brokenBy: [],
        fallback: method === 'severity_adjusted' ? 'too_few_sheets_per_rater' : null,
        mean: 6200,
        median: 7000,
        trimmed: 7000,
        severityAdjusted: null,
        places: { mean: 1, median: 1, trimmed: 1, severityAdjusted: null },
        gap: 8000,
        arbitration: true,
        settled: null,
        vetoed: [],
        sheets: 5,
      },
    ])
  })

  it('has no trimmed figure of four sheets and falls back to the mean', () =>
    expect(itemOf(conclude(five.slice(0, 4), { method: 'trimmed' }), 'a')).toMatchObject({
      official: 7500,
      mean: 7500,
      trimmed: null,
    }))

  it.each(METHODS)('rounds a half up once under %s', (method) =>
    expect(
      itemOf(
        conclude(
          [
            ['a', 'r1', 8001],
            ['a', 'r2', 8000],
          ],
          { method },
        ),
        'a',
      ).official,
    ).toBe(8001),
  )
})

describe('severity', () => {
  it('adjusts by the exact severities, stays on the scale, and ranks by what lies beyond it', () => {
    const conclusion = conclude(CALIBRATED, { method: 'severity_adjusted', quota: 1 })
    expect(conclusion.severities).toEqual({ lenient: '15', severe: '-15' })
    expect(conclusion.result).toMatchObject({ calibrated: true, calibrationReason: null })
    expect(itemOf(conclusion, 'z')).toMatchObject({ official: 10_000, severityAdjusted: 10_000, rank: 1, tied: false })
    expect(itemOf(conclusion, 'x')).toMatchObject({ official: 10_000, mean: 9900, rank: 2, withinQuota: false })
    expect(itemOf(conclusion, 'p')).toMatchObject({ official: 6500, mean: 6500, rank: 3, tied: true })
    expect(itemOf(conclusion, 'y')).toMatchObject({ official: 0, severityAdjusted: 0, mean: 500, rank: 6 })
  })

  it('is told beside the mean where the mean is official', () =>
    expect(itemOf(conclude(CALIBRATED), 'x')).toMatchObject({ official: 9900, severityAdjusted: 10_000 }))

  it.each([
    ['one_rater', CALIBRATED.filter(([, rater]) => rater === 'severe')],
    ['too_few_sheets_per_rater', CALIBRATED.filter(([item]) => item !== 'r')],
    ['not_connected', [...CALIBRATED, ...CALIBRATED.map(([i, r, t]): Row => [`${i}2`, `${r}2`, t])]],
  ])('says why there is none: %s', (reason, rows) => {
    const { result, severities } = conclude(rows, { method: 'severity_adjusted' })
    expect(result).toMatchObject({ calibrated: false, calibrationReason: reason })
    expect(severities).toBeNull()
    for (const { official, mean, severityAdjusted } of result.items)
      expect([official, severityAdjusted]).toEqual([mean, null])
  })
})

describe('little to conclude', () => {
  it.each(METHODS)('takes a single sheet as it is under %s', (method) => {
    const conclusion = conclude([['a', 'r1', 7350]], { method })
    expect(itemOf(conclusion, 'a')).toMatchObject({
      official: 7350,
      mean: 7350,
      median: 7350,
      trimmed: null,
      severityAdjusted: null,
      gap: 0,
      arbitration: false,
      sheets: 1,
      rank: 1,
      tied: false,
    })
    expect(conclusion.result.calibrationReason).toBe('one_rater')
  })

  it('finds nothing in an empty panel', () => {
    const { result, severities } = conclude([])
    expect(result).toMatchObject({ items: [], calibrated: false, calibrationReason: 'no_sheets' })
    expect(severities).toBeNull()
  })
})

describe('any panel', () => {
  const panels = fc
    .uniqueArray(fc.record({ item: fc.nat(5), rater: fc.nat(3), half: fc.nat(200) }), {
      selector: ({ item, rater }) => `${item}/${rater}`,
      minLength: 1,
      maxLength: 24,
    })
    .map((rows) => rows.map(({ item, rater, half }): Row => [`i${item}`, `r${rater}`, half * 50]))
  const given = fc.record({ rows: panels, method: fc.constantFrom(...METHODS), quota: fc.nat(7) })

  it('is concluded the same in whatever order sheets and items come', () => {
    fc.assert(
      fc.property(
        given.chain(({ rows, ...rest }) =>
          fc.record({
            rows: fc.constant(rows),
            shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
            rest: fc.constant(rest),
          }),
        ),
        ({ rows, shuffled, rest }) => {
          expect(conclude(shuffled, rest)).toEqual(conclude(rows, rest))
        },
      ),
    )
  })

  it('keeps every figure on the scale, the order of ranks and the quota', () => {
    fc.assert(
      fc.property(given, ({ rows, method, quota }) => {
        const { items, calibrated } = conclude(rows, { method, quota }).result
        expect(items.length).toBe(new Set(rows.map(([item]) => item)).size)
        expect(items.filter(({ withinQuota }) => withinQuota).length).toBeLessThanOrEqual(quota)
        items.forEach((item, index) => {
          const next = items[index + 1]
          const chosen = { ...item, severity_adjusted: item.severityAdjusted }[method] ?? item.mean
          expect(item.official).toBe(chosen)
          for (const figure of [item.official, item.mean, item.median, item.trimmed ?? 0, item.severityAdjusted ?? 0]) {
            expect(Number.isInteger(figure)).toBe(true)
            expect(figure).toBeGreaterThanOrEqual(0)
            expect(figure).toBeLessThanOrEqual(10_000)
          }
          expect(item.severityAdjusted === null).toBe(!calibrated)
          expect(item.tied).toBe(items.filter(({ rank }) => rank === item.rank).length > 1)
          if (next) {
            expect(next.official).toBeLessThanOrEqual(item.official)
            expect(next.rank === item.rank || next.rank === index + 2).toBe(true)
          }
        })
      }),
    )
  })
})
