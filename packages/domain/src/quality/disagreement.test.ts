import { describe, expect, it } from 'vitest'
import { findDisagreement } from './disagreement.ts'
import { DEFAULT_DISAGREEMENT } from './rubric.ts'

describe('findDisagreement', () => {
  it.each([
    ['29.99 apart', [9000, 6001], 2999, false],
    ['30 apart', [9000, 6000], 3000, true],
    ['30.01 apart', [9001, 6000], 3001, true],
    ['both under the pass line', [5999, 2000], 3999, false],
    ['the upper at the pass line', [6000, 3000], 3000, true],
    ['the widest pair of several', [7000, 5000, 9000, 6000], 4000, true],
    ['equal', [8000, 8000], 0, false],
    ['one sheet', [8000], null, false],
    ['no sheet', [], null, false],
  ])('%s', (_, scores, gap, arbitration) => {
    expect(findDisagreement(scores, DEFAULT_DISAGREEMENT)).toEqual({ gap, arbitration })
  })
})
