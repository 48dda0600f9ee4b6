import { describe, expect, it } from 'vitest'
import { countsOf, scoreBins } from './score-bins.ts'

const labels = (scores: number[]) => scoreBins(countsOf(scores)).map(({ label, count }) => `${label}:${count}`)

describe('the distribution of scores', () => {
  it('counts by tens when scores lie far apart', () => {
    expect(labels([55, 69.5, 70, 100])).toEqual(['50–59:1', '60–69:1', '70–79:1', '80–89:0', '90–100:1'])
  })
  it('takes narrower bins when they lie close together', () => {
    expect(labels([83, 84.5, 87])).toEqual(['83:1', '84:1', '85:0', '86:0', '87:1'])
    expect(labels([90, 91.99, 99])).toEqual(['90–91:2', '92–93:0', '94–95:0', '96–97:0', '98–100:1'])
  })
  it('has one bin for one score and none for none', () => {
    expect(labels([100])).toEqual(['99–100:1'])
    expect(scoreBins([])).toEqual([])
    expect(scoreBins(countsOf([]))).toEqual([])
  })
})
