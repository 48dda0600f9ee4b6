import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titlePairs, titleSimilarity } from './title-similarity.ts'

describe('likeness of titles', () => {
  it('is that of character pairs', () => {
    expect(titlePairs('班主任培训')).toEqual(['班主', '主任', '任培', '培训'])
    // 小学 学语 语文 文教 教师 师培 培训 and 小学 学数 数学 学教 教师 师培 培训 share four of seven
    expect(titleSimilarity('小学语文教师培训', '小学数学教师培训')).toBe(57)
  })
  it('takes years and editions for the same training', () => {
    expect(titleSimilarity('2026 年班主任培训（第二期）', '２０２５年度班主任培训第1期')).toBe(100)
    expect(titleSimilarity('2025-2026学年班主任培训', '班主任培训')).toBe(100)
  })
  it('keeps grades and words of other scripts', () => {
    expect(titlePairs('一年级 AI 应用')).toEqual(['一年', '年级', 'ai', '应用'])
  })
  it('of a title without words is none', () => {
    expect(titleSimilarity('2026 年', '2026 年')).toBe(0)
    expect(titleSimilarity('', '班主任')).toBe(0)
  })
  it('counts a repeated pair as often as both have it', () => {
    expect(titleSimilarity('培训培训', '培训')).toBe(50)
  })
  const TITLE = fc.string({ unit: fc.constantFrom(...'班主任小学语文数学教师培训研修 2026AI'), maxLength: 24 })
  it('is the same either way round, and whole with itself', () => {
    fc.assert(
      fc.property(TITLE, TITLE, (a, b) => {
        expect(titleSimilarity(a, b)).toBe(titleSimilarity(b, a))
        expect(titleSimilarity(a, a)).toBe(titlePairs(a).length === 0 ? 0 : 100)
      }),
    )
  })
})
