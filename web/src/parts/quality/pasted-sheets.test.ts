import { describe, expect, it } from 'vitest'
import { readSheets } from './pasted-sheets.ts'

const two = [
  { item: '项目甲', rater: '专家1', score: 85 },
  { item: '项目甲', rater: '专家2', score: 90.5 },
]

describe('a pasted table of scores', () => {
  it('is read line by line, with a head or without', () => {
    expect(readSheets('项目\t专家\t分数\n项目甲\t专家1\t85\n项目甲\t专家2\t90.5')).toEqual({ sheets: two, wrong: [] })
    expect(readSheets('项目甲,专家1,85\n项目甲,专家2,90.5')).toEqual({ sheets: two, wrong: [] })
  })
  it('is read as a grid with empty cells', () => {
    expect(readSheets('项目\t专家1\t专家2\n项目甲\t85\t90.5\n项目乙\t\t70')).toEqual({
      sheets: [...two, { item: '项目乙', rater: '专家2', score: 70 }],
      wrong: [],
    })
  })
  it('tells the lines that hold no score', () => {
    expect(readSheets('项目\t专家\t分数\n项目甲\t专家1\t缺考\n项目甲\t专家2\t90.5')).toEqual({
      sheets: [{ item: '项目甲', rater: '专家2', score: 90.5 }],
      wrong: [2],
    })
  })
})
