import { describe, expect, it } from 'vitest'
import { periodText, readDay, readPeriods } from './periods.ts'

describe('a day as tables write it', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/1/2', '2026-01-02'],
    ['2026.1.2', '2026-01-02'],
    ['2026年1月2日', '2026-01-02'],
    [' 2026-02-28 ', '2026-02-28'],
    ['2026-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['46023', null],
    ['2026-13-01', null],
    ['二〇二六年', null],
  ])('%s is %s', (written, day) => expect(readDay(written)).toBe(day))
})

describe('words with their spans', () => {
  it('reads several, with and without dates, whatever brackets and separators', () => {
    expect(readPeriods('班主任（2021-09-01 至今）、教研组长；校长(2015/9/1至2020/8/31)')).toEqual({
      problem: null,
      periods: [
        { word: '班主任', from: '2021-09-01', to: null },
        { word: '教研组长', from: null, to: null },
        { word: '校长', from: '2015-09-01', to: '2020-08-31' },
      ],
    })
  })

  it.each([
    ['班主任（2021-09-01）', 'wrong_period'],
    ['班主任（', 'wrong_period'],
    ['班主任（2021-09-01 至 2022-01-01 至 2023-01-01）', 'wrong_period'],
    ['班主任（去年 至今）', 'not_a_date'],
    ['班主任（2021-09-01 至 明年）', 'not_a_date'],
    ['班主任（2021-02-30 至今）', 'not_a_date'],
    ['班主任（2021-09-02 至 2021-09-01）', 'ends_before_start'],
  ])('tells %s as %s', (written, problem) => expect(readPeriods(written).problem).toBe(problem))

  it('takes a span of one day, and writes what it read so that it reads the same', () => {
    const cell = '班主任（2021-09-01 至 2021-09-01）、班主任（2022-09-01 至今）、教研组长'
    const { periods } = readPeriods(cell)
    expect(periods.map(periodText).join('、')).toBe(cell)
    expect(readPeriods(periods.map(periodText).join('、')).periods).toEqual(periods)
  })
})
