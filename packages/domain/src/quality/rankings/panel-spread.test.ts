import { describe, expect, it } from 'vitest'
import { designOf } from './design.ts'
import { histogramOf, raterFigures, spreadOf } from './panel-spread.ts'
import { severityOfDesign } from './severity.ts'

describe('a spread', () => {
  it('has the quartiles that a spreadsheet gives, in whole hundredths', () =>
    expect(spreadOf(Float64Array.from([400, 100, 300, 250]))).toEqual({
      ...{ n: 4, low: 100, lower: 213, median: 275, upper: 325, high: 400, mean: 263 },
    }))
  it('of nothing is nothing', () => expect(spreadOf(new Float64Array())).toBeNull())
})

it('counts totals by whole points, those beyond the scale at its ends', () => {
  const bins = histogramOf(Float64Array.from([0, 99, 100, 8049, 10_000, 10_300, -50]))
  expect([bins.length, bins[0], bins[1], bins[80], bins[100]]).toEqual([101, 3, 1, 1, 2])
})

describe('raters', () => {
  const figures = (rows: number[][]) => {
    const design = designOf(rows.flatMap((row, i) => row.map((score, r) => ({ item: `i${i}`, rater: `r${r}`, score }))))
    return raterFigures(design, severityOfDesign(design))
  }

  it('lean by what they give above the others, and are certain where they always do', () => {
    const [first, second] = figures([
      [9000, 8000],
      [7000, 6000],
      [5000, 4000],
    ])
    expect(first).toMatchObject({ lean: 1000, severity: 500, from: 500, to: 500 })
    expect(second).toMatchObject({ lean: -1000, severity: -500, from: -500, to: -500 })
  })

  it('are less certain the more their differences differ', () => {
    const [first] = figures([
      [9000, 8000],
      [7000, 6400],
      [5000, 3600],
    ])
    // half differences 500, 300 and 700: mean 500, standard error 200 / √3
    expect(first).toMatchObject({ severity: 500, from: 274, to: 726 })
  })

  it('have no severity of too few sheets, and no lean of sheets that nobody shares', () => {
    expect(figures([[9000, 8000]])[0]).toMatchObject({ lean: 1000, severity: null, from: null, to: null })
    expect(figures([[9000], [8000]])[0]).toMatchObject({ lean: null, severity: null })
  })
})
