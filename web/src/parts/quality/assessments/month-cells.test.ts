import { describe, expect, it } from 'vitest'
import { cellOf, changeOf, monthsShown } from './month-cells.ts'

const month = (month: string, total: number | null, late = false) => ({ month, total, late })
const trend = [month('2026-03', 80.1), month('2026-04', null), month('2026-05', 82.45), month('2026-06', 82.4, true)]

describe('the months of several projects', () => {
  it('are those of all of them, the newest, in order', () => {
    expect(monthsShown([trend, [month('2026-02', 1)]], 3)).toEqual(['2026-04', '2026-05', '2026-06'])
    expect(monthsShown([[], []], 6)).toEqual([])
  })
  it('tell the change against the month before, exactly, and none where one is missing', () => {
    expect(cellOf(trend, '2026-06')).toEqual({ total: 82.4, late: true, change: -0.05 })
    expect(cellOf(trend, '2026-05')).toEqual({ total: 82.45, late: false, change: null })
    expect(cellOf(trend, '2026-03')).toEqual({ total: 80.1, late: false, change: null })
    expect(cellOf(trend, '2026-01')).toBeNull()
    expect(changeOf(0.1, 0.3)).toBe(0.2)
  })
})
