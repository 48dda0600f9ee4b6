import { describe, expect, it } from 'vitest'
import { instantForYear, titleForYear } from './next-year.ts'

describe('last year’s call for this year', () => {
  it('changes every mention of the year and nothing else', () => {
    expect(titleForYear('2025 年教师培训项目（2025）', 2025, 2026)).toBe('2026 年教师培训项目（2026）')
    expect(titleForYear('教师培训项目', 2025, 2026)).toBe('教师培训项目')
  })

  it('moves the window by whole years, and leap days to the 28th', () => {
    expect(instantForYear('2025-03-01T01:00:00.000Z', 1)).toBe('2026-03-01T01:00:00.000Z')
    expect(instantForYear('2024-02-29T01:00:00.000Z', 1)).toBe('2025-02-28T01:00:00.000Z')
    expect(instantForYear('2024-02-29T01:00:00.000Z', 4)).toBe('2028-02-29T01:00:00.000Z')
    expect(instantForYear('', 1)).toBe('')
  })
})
