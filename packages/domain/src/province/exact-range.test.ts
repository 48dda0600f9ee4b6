import { describe, expect, it } from 'vitest'
import { type Equation, feasibleBasis, isPinned } from './exact-range.ts'

const sum = (unknowns: number[], constant: number): Equation => ({
  terms: unknowns.map((unknown) => ({ unknown, coefficient: 1 })),
  constant,
})

function basisOf(equations: Equation[], unknowns: number) {
  const basis = feasibleBasis(equations, unknowns)
  if (typeof basis === 'string') throw new Error(basis)
  return basis
}

/** The smallest width at which the unknown counts as pinned. */
function widthOf(equations: Equation[], unknowns: number, unknown: number): number | null {
  for (let width = 0; width <= 100; width += 1) {
    if (isPinned(basisOf(equations, unknowns), unknown, width) === true) return width
  }
  return null
}

describe('exact ranges', () => {
  it('finds an unknown that the equations determine', () => {
    expect(widthOf([sum([0, 1], 12), sum([1], 7)], 2, 0)).toBe(0)
  })

  it('bounds by what cannot be negative', () => {
    expect(widthOf([sum([0, 1], 12)], 2, 0)).toBe(12)
    expect(widthOf([sum([0, 1], 12), sum([1, 2], 5)], 3, 0)).toBe(5)
  })

  it('leaves free what nothing bounds', () => {
    const difference = {
      terms: [
        { unknown: 0, coefficient: 1 },
        { unknown: 1, coefficient: -1 },
      ],
      constant: 3,
    }
    expect(widthOf([difference], 2, 0)).toBe(null)
    expect(isPinned(basisOf([], 1), 0, 1_000_000)).toBe(false)
  })

  it('bears redundant equations and negative constants', () => {
    const twice = {
      terms: [
        { unknown: 0, coefficient: -2 },
        { unknown: 1, coefficient: -2 },
      ],
      constant: -24,
    }
    expect(widthOf([sum([0, 1], 12), twice, sum([0, 1], 12)], 2, 1)).toBe(12)
  })

  it('counts whole persons only: 2x + 3y = 7 between 0 and 3.5 is 0 to 3', () => {
    const mixed = {
      terms: [
        { unknown: 0, coefficient: 2 },
        { unknown: 1, coefficient: 3 },
      ],
      constant: 7,
    }
    expect(widthOf([mixed], 2, 0)).toBe(3)
  })

  it('says when no figures can satisfy the equations', () => {
    expect(feasibleBasis([sum([0, 1], 12), sum([0, 1], 13)], 2)).toBe('infeasible')
    expect(feasibleBasis([sum([0], -1)], 1)).toBe('infeasible')
  })

  it('refuses figures beyond whole numbers of 53 bits', () => {
    const large = 2 ** 52
    const equations = [
      {
        terms: [
          { unknown: 0, coefficient: large },
          { unknown: 1, coefficient: 3 },
        ],
        constant: large,
      },
      {
        terms: [
          { unknown: 0, coefficient: 3 },
          { unknown: 1, coefficient: large },
        ],
        constant: large,
      },
    ]
    expect(feasibleBasis(equations, 2)).toBe('too-large')
  })
})
