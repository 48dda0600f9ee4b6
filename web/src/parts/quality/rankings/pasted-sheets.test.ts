import { describe, expect, it } from 'vitest'
import { readSheets } from './pasted-sheets.ts'

const grid = '项目\t专家1\t专家2\t平均\n甲\t88\t\t88\n乙\t90.5\t回避\t90.5\n合计\t178.5\t0\t'

describe('a pasted table', () => {
  it('with items down and raters across, without what nobody scored and without its own sums', () => {
    const { layout, sheets, problems } = readSheets(grid)
    expect({ layout, problems }).toEqual({ layout: 'matrix', problems: [] })
    expect(sheets).toEqual([
      { item: '甲', rater: '专家1', score: 88 },
      { item: '乙', rater: '专家1', score: 90.5 },
    ])
  })

  it('the other way round, found by where the experts stand or as told', () => {
    const turned = '\t甲\t乙\n专家1\t88\t90\n专家2\t70\t'
    expect(readSheets(turned)).toMatchObject({
      layout: 'transposed',
      sheets: [
        { item: '甲', rater: '专家1', score: 88 },
        { item: '乙', rater: '专家1', score: 90 },
        { item: '甲', rater: '专家2', score: 70 },
      ],
    })
    expect(readSheets('\tA\tB\nX\t1\t2', 'transposed').sheets[0]).toEqual({ item: 'A', rater: 'X', score: 1 })
  })

  it('with one score a row, with a head in any order or without one', () => {
    const expected = [{ item: '甲', rater: '王', score: 88 }]
    expect(readSheets('甲\t王\t88')).toMatchObject({ layout: 'long', sheets: expected, lines: [1] })
    expect(readSheets('序号\t评委\t得分\t项目名称\n1\t王\t８８分\t甲')).toMatchObject({
      layout: 'long',
      sheets: expected,
    })
    expect(readSheets('项目,专家,分数\n甲,王,88').sheets).toEqual(expected)
  })

  it.each([
    ['甲\t王\t80\n乙\t王\t优', { kind: 'score', line: 2, value: '优' }],
    ['甲\t王\t101', { kind: 'range', line: 1, value: '101' }],
    ['甲\t王\t-1', { kind: 'range', line: 1, value: '-1' }],
    ['甲\t王\t80.125', { kind: 'decimals', line: 1, value: '80.125' }],
    ['\t王\t80', { kind: 'item', line: 1 }],
    ['甲\t\t80', { kind: 'rater', line: 1 }],
    ['甲\t王\t80\n\n甲\t王\t90', { kind: 'twice', line: 3, item: '甲', rater: '王' }],
    ['项目\t专家1\n甲\t', { kind: 'empty', line: 1 }],
    ['1\t2\t3\t4\n5\t6\t7\t8', { kind: 'shape', line: 1 }],
    ['项目\t专家1\t专家2\n甲\t80\tNaN', { kind: 'score', line: 2, column: 3, value: 'NaN' }],
  ])('%j is told with its place', (text, problem) => expect(readSheets(text).problems).toEqual([problem]))

  it('of nothing is nothing', () => expect(readSheets(' \n ')).toMatchObject({ sheets: [], problems: [] }))
})
