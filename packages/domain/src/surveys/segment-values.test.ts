import { describe, expect, it } from 'vitest'
import { type Invited, segmentValues, tooFine } from './segment-values.ts'

const people = (n: number, given: Partial<Invited>): Invited[] =>
  Array.from({ length: n }, () => ({ phase: 'primary', area: 'urban', subject: '语文', ...given }))

describe('values to choose from', () => {
  it('are those that enough of the invited share', () => {
    const invited = [...people(5, {}), ...people(4, { subject: '音乐' }), ...people(6, { subject: '数学' })]
    expect(segmentValues(invited, ['subject'], 5)).toEqual([{ key: 'subject', values: ['数学', '语文'] }])
    expect(segmentValues([...invited, ...people(1, { subject: '音乐' })], ['subject'], 5)[0]?.values).toContain('音乐')
  })
  it('part nothing when only one is left, or nobody has one', () => {
    expect(segmentValues(people(20, {}), ['phase'], 5)).toEqual([])
    expect(segmentValues(people(20, { area: '' }), ['area'], 5)).toEqual([])
  })
})

describe('two things together', () => {
  const segments = [
    { key: 'phase' as const, values: ['junior', 'primary'] },
    { key: 'area' as const, values: ['rural', 'urban'] },
  ]
  const crowd = [...people(8, {}), ...people(8, { phase: 'junior', area: 'rural' })]
  it('pass when every group that is not empty reaches the minimum', () => {
    expect(tooFine(crowd, segments, 5)).toBeNull()
    expect(tooFine([...crowd, ...people(5, { area: 'rural' })], segments, 5)).toBeNull()
  })
  it('are refused when one has fewer', () => {
    expect(tooFine([...crowd, ...people(4, { area: 'rural' })], segments, 5)).toEqual({
      keys: ['phase', 'area'],
      fewest: 4,
    })
  })
  it('do not count those whose value is not offered', () => {
    expect(tooFine([...crowd, ...people(1, { area: 'town' })], segments, 5)).toBeNull()
  })
  it('three pass only when all three together do', () => {
    const thirds = [...segments, { key: 'subject' as const, values: ['数学', '语文'] }]
    const pairs = [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ].flatMap(([a, b, c]) =>
      people(5, {
        phase: a ? 'junior' : 'primary',
        area: b ? 'rural' : 'urban',
        subject: c ? '数学' : '语文',
      }),
    )
    expect(tooFine(pairs, thirds, 5)).toBeNull()
    expect(tooFine([...pairs, ...people(3, { subject: '数学' })], thirds, 5)).toEqual({
      keys: ['phase', 'area', 'subject'],
      fewest: 3,
    })
  })
})
