import { describe, expect, test } from 'vitest'
import type { Rubric } from '../rubrics/rubric.ts'
import { expertLeaves } from '../rubrics/rubric.ts'
import { criterionHead, type OpenSheet, readScoreTable, type ScoreRow } from './score-table.ts'

const rubric: Rubric = {
  title: '评审',
  criteria: [
    { key: 'a', title: '设计', kind: 'leaf', max: 6000 },
    { key: 'b', title: '设计', kind: 'leaf', max: 4000 },
    { key: 'plus', title: '特色', kind: 'leaf', max: 500, nature: 'bonus' },
    { key: 'minus', title: '迟交', kind: 'leaf', max: 300, nature: 'deduction' },
    { key: 'v', title: '师德', kind: 'leaf', nature: 'veto' },
  ],
  missing: 'block',
  bands: [{ key: 'fail', title: '不合格', from: 0 }],
  method: 'mean',
  disagreement: { gap: 3000, passLine: 6000 },
}
const open = new Map<string, OpenSheet>([
  ['A1B2C3', { code: 'A1B2C3', scores: { a: 5000 }, comments: { a: '好' }, comment: '' }],
  ['D4E5F6', { code: 'D4E5F6', scores: {}, comments: {}, comment: '' }],
])
const closed = new Map([['Z9Z9Z9', 'sheet_sealed']])
const row = (sheet: ScoreRow['sheet'], scores: ScoreRow['scores'] = {}, more: Partial<ScoreRow> = {}): ScoreRow => ({
  sheet,
  scores,
  comments: {},
  comment: null,
  ...more,
})
const read = (...rows: ScoreRow[]) => readScoreTable(rubric, rows, { open, closed })
const told = (...rows: ScoreRow[]) =>
  read(...rows).problems.map(({ row: at, column, problem }) => [at, column, problem])

describe('a table of scores', () => {
  test('heads differ though titles do not, and say what may stand below them', () => {
    const heads = expertLeaves(rubric).map(criterionHead)
    expect(heads).toEqual([
      '1. 设计（满分 60）',
      '2. 设计（满分 40）',
      '3. 特色（加分，最多 5）',
      '4. 迟交（扣分，最多 3）',
      '5. 师德（一票否决：有/无）',
    ])
  })

  test('an empty cell keeps what is there; a filled one takes its place', () => {
    const { sound, problems } = read(
      row('材料 a1b2c3', { b: '３８.5', v: '无' }, { comments: { b: '，好。' }, comment: '可行' }),
    )
    expect(problems).toEqual([])
    expect(sound).toEqual([
      {
        row: 1,
        code: 'A1B2C3',
        scores: { a: 5000, b: 3850, v: 0 },
        comments: { a: '好', b: '，好。' },
        comment: '可行',
        changed: 4,
      },
    ])
    expect(read(row('A1B2C3', { a: 50 })).sound[0]?.changed).toBe(0)
  })

  test('half points at the limits, and just beyond them', () => {
    const at = (a: ScoreRow['sheet']) => told(row('A1B2C3', { a }))
    expect([at(60), at('60分'), at(0), at(59.5)]).toEqual([[], [], [], []])
    expect([at(60.5), at(8.25), at('优'), at(-1), at('8,5')]).toEqual([
      [[1, 'scores/a', 'points_out_of_range']],
      [[1, 'scores/a', 'not_half']],
      [[1, 'scores/a', 'not_points']],
      [[1, 'scores/a', 'not_points']],
      [[1, 'scores/a', 'not_points']],
    ])
    expect(told(row('A1B2C3', { v: '也许' }))).toEqual([[1, 'scores/v', 'veto_yes_or_no']])
    expect(read(row('A1B2C3', { v: '有', minus: 3 })).sound[0]?.scores).toMatchObject({ v: 100, minus: 300 })
  })

  test('one wrong cell keeps its whole sheet out and no other', () => {
    const { sound, problems } = read(row('A1B2C3', { a: 10, b: 99 }), row('D4E5F6', { a: 10 }))
    expect(sound.map(({ code, scores }) => [code, scores])).toEqual([['D4E5F6', { a: 1000 }]])
    expect(problems).toMatchObject([{ row: 1, column: 'scores/b', limit: 40 }])
  })

  test('sheets that are not there, closed, named twice or not at all are told; empty rows are passed over', () => {
    expect(
      told(
        row('XXXXXX', { a: 1 }),
        row('Z9Z9Z9', { a: 1 }),
        row('', { a: 1 }),
        row('D4E5F6', { a: 1 }),
        row('D4E5F6', { a: 2 }),
      ),
    ).toEqual([
      [1, 'sheet', 'not_own_sheet'],
      [2, 'sheet', 'sheet_sealed'],
      [3, 'sheet', 'required'],
      [4, 'sheet', 'sheet_twice'],
      [5, 'sheet', 'sheet_twice'],
    ])
    expect(read(row('Z9Z9Z9'), row('A1B2C3', { a: ' ' }))).toEqual({ sound: [], problems: [], empty: 2 })
  })
})
