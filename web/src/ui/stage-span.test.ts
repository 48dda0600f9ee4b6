import { describe, expect, it } from 'vitest'
import { courseSum, moduleHours } from './course-sum.ts'
import { monthMarks, spanOf, stagesOf } from './stage-span.ts'

const stage = (from: string, to: string) => ({ text: '研修', from, to })

describe('stages that can be drawn', () => {
  it('have both dates in order; one day is one day', () => {
    const drawn = stagesOf([
      stage('2026-03-01', '2026-03-01'),
      stage('2026-03-02', '2026-03-01'),
      stage('', '2026-03-01'),
      {},
      stage('2028-02-01', '2028-03-01'),
    ])
    expect(drawn.map(({ days }) => days)).toEqual([1, 30])
  })
  it('span whole months, over the turn of a year too', () => {
    const span = spanOf(stagesOf([stage('2026-11-20', '2026-12-31'), stage('2026-12-15', '2027-01-01')]))
    expect(span && monthMarks(span).map(({ label }) => label)).toEqual(['2026-11', '12', '2027-01'])
    expect(span && span.to - span.from).toBe(30 + 31 + 31)
    expect(spanOf([])).toBeNull()
  })
})

describe('the sum of courses', () => {
  it('is exact in quarters and tenths', () => {
    expect(courseSum([{ hours: 0.1 }, { hours: 0.2 }, { hours: null }])).toEqual({ n: 3, hours: '0.3' })
    expect(courseSum([])).toEqual({ n: 0, hours: '0' })
  })
  it('is told by module, without those that name none', () =>
    expect(
      moduleHours([{ module: '甲', hours: 1.25 }, { module: '乙', hours: 2 }, { module: '甲', hours: 1 }, {}]),
    ).toEqual([
      { module: '甲', hours: 2.25 },
      { module: '乙', hours: 2 },
    ]))
})
