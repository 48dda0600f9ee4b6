import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Segment, textDifference } from './text-difference.ts'

const sideOf = (segments: readonly Segment[], mark: 'removed' | 'added') =>
  segments
    .filter((segment) => segment.mark === 'same' || segment.mark === mark)
    .map(({ text }) => text)
    .join('')
const written = (segments: readonly Segment[]) =>
  segments.map(({ mark, text }) => (mark === 'same' ? text : mark === 'added' ? `[+${text}]` : `[-${text}]`)).join('')

describe('the difference of two texts', () => {
  it.each([
    ['培训目标明确', '培训目标明确', '培训目标明确'],
    ['培训班主任', '培训骨干班主任', '培训[+骨干]班主任'],
    ['共 40 学时', '共 48 学时', '共 [-40][+48] 学时'],
    ['', '新写的', '[+新写的]'],
    ['删去的', '', '[-删去的]'],
    ['集中培训', '远程研修', '[-集中培训][+远程研修]'],
    ['AI helps teachers', 'AI serves teachers', 'AI [-helps][+serves] teachers'],
  ])('%j to %j', (before, after, marks) => {
    expect(written(textDifference(before, after))).toBe(marks)
  })

  it('gives both texts back whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('培', '训', '班', ' ', 'a', '1', '。', '\n', '😀'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = textDifference(before, after)
        expect(sideOf(segments, 'removed')).toBe(before)
        expect(sideOf(segments, 'added')).toBe(after)
      }),
    )
  })

  it('finds one changed sentence in two texts of 20,000 characters, and quickly', () => {
    const sentences = Array.from({ length: 1000 }, (_, n) => `第${n}句说明培训的内容与安排情况。`)
    const before = sentences.join('')
    const after = sentences.map((text, n) => (n === 500 ? text.replace('内容', '形式') : text)).join('')
    const begun = performance.now()
    const segments = textDifference(before, after)
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(segments.filter(({ mark }) => mark !== 'same')).toEqual([
      { mark: 'removed', text: '内容' },
      { mark: 'added', text: '形式' },
    ])
  })

  it('answers two long texts that share nothing, in bounded time', () => {
    const begun = performance.now()
    const segments = textDifference('甲'.repeat(20_000), '乙'.repeat(20_000))
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(segments.map(({ mark, text }) => [mark, text.length])).toEqual([
      ['removed', 20_000],
      ['added', 20_000],
    ])
  })
})
