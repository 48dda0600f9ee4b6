import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRubricSheet } from './read-rubric-sheet.ts'
import { CRITERIA_COLUMNS, type ReadCell, SETTINGS_COLUMNS } from './rubric-sheet.ts'
import { SAMPLE_RUBRICS } from './sample-rubrics.ts'
import { anyRubric } from './test-any-rubric.ts'
import { leaf, rubric } from './test-rubrics.ts'
import { tidyRubric } from './tidy-rubric.ts'
import { type RubricFile, writeRubricSheet } from './write-rubric-sheet.ts'

const titles = (columns: readonly { title: string }[]) => columns.map(({ title }) => title)
/** The sheets of a rubric as a reader of workbooks gives them back. */
function sheetsOf(file: RubricFile): { name: string; rows: ReadCell[][] }[] {
  const { criteria, settings } = writeRubricSheet(file)
  return [
    { name: '指标', rows: [titles(CRITERIA_COLUMNS), ...criteria] },
    { name: '设置', rows: [titles(SETTINGS_COLUMNS), ...settings] },
  ]
}
const HEAD = ['层级', '类型', '指标', '满分', '来源', '性质', '监测指标', '代码']
const read = (...rows: ReadCell[][]) => readRubricSheet([{ name: '指标', rows: [HEAD, ...rows] }])

describe('a rubric that goes out and comes back', () => {
  it('is the same, whatever it is', () => {
    fc.assert(
      fc.property(anyRubric, fc.constantFrom('review' as const, 'completion' as const), (body, purpose) => {
        const { file, problems } = readRubricSheet(sheetsOf({ purpose, body }))
        expect(problems).toEqual([])
        expect(file).toEqual({ purpose, body })
      }),
      { numRuns: 300 },
    )
  })
  it.each(SAMPLE_RUBRICS.map((sample) => [sample.key, sample] as const))(
    'keeps the sample %s',
    (_, { use, rubric: body }) => {
      const purpose = use === 'application' ? 'review' : use
      const back = readRubricSheet(sheetsOf({ purpose, body }))
      expect(back).toMatchObject({ file: { purpose, body }, problems: [], incomplete: [] })
    },
  )
  it('is the same when columns were put in another order and lines above the head', () => {
    const [criteria, settings] = sheetsOf({ purpose: 'review', body: tidyRubric(rubric([leaf('a', 10_000)])) })
    const turned = (criteria?.rows ?? []).map((row) => [...row, '备注'].reverse())
    const file = readRubricSheet([
      { name: '指标', rows: [['金水区教育局'], [], ...turned] },
      { name: '设置', rows: settings?.rows ?? [] },
    ]).file
    expect(file?.body.criteria).toEqual(tidyRubric(rubric([leaf('a', 10_000)])).criteria)
  })
})

describe('a table of a bureau', () => {
  it('needs levels or numbers, titles and points, nothing else', () => {
    const { file, problems, incomplete } = readRubricSheet([
      {
        name: 'Sheet1',
        rows: [
          ['编号', '层级', '指标', '满分'],
          ['1', null, '投入', null],
          ['1.1', null, '课程', '60分'],
          ['2', null, '成效', 40],
        ],
      },
    ])
    expect(problems).toEqual([])
    expect(file?.body.criteria).toEqual([
      {
        key: 'g1',
        title: '投入',
        kind: 'group',
        children: [{ key: 'c1', title: '课程', kind: 'leaf', max: 6000, source: 'expert', nature: 'score' }],
      },
      { key: 'c2', title: '成效', kind: 'leaf', max: 4000, source: 'expert', nature: 'score' },
    ])
    expect(incomplete).toEqual([{ sheet: '设置', row: 1, column: '内容', problem: 'required' }])
  })

  it.each<[string, ReadCell[], { column: string; problem: string }]>([
    ['a level beyond', [5, '指标', '甲', 100], { column: '层级', problem: 'wrong_level' }],
    ['no level', [null, '指标', '甲', 100], { column: '层级', problem: 'wrong_level' }],
    ['a first row that is not at the top', [2, '指标', '甲', 100], { column: '层级', problem: 'level_jump' }],
    ['another kind', [1, '小组', '甲', 100], { column: '类型', problem: 'not_one_of' }],
    ['points in words', [1, '指标', '甲', '十'], { column: '满分', problem: 'not_a_number' }],
    ['points below nothing', [1, '指标', '甲', -1], { column: '满分', problem: 'not_a_number' }],
    ['points above 100', [1, '指标', '甲', 100.01], { column: '满分', problem: 'not_in_100' }],
    ['three decimals', [1, '指标', '甲', 1.005], { column: '满分', problem: 'too_many_decimals' }],
    ['a formula', [1, '指标', '甲', '=A1*2'], { column: '满分', problem: 'formula_cell' }],
    ['another source', [1, '指标', '甲', 100, '家长'], { column: '来源', problem: 'not_one_of' }],
    ['another nature', [1, '指标', '甲', 100, null, '重要'], { column: '性质', problem: 'not_one_of' }],
    [
      'an unknown metric',
      [1, '指标', '甲', 100, '过程数据', null, '幸福感'],
      { column: '监测指标', problem: 'unknown_metric' },
    ],
    ['a bad code', [1, '指标', '甲', 100, null, null, null, '代 码'], { column: '代码', problem: 'wrong_format' }],
    ['a title too long', [1, '指标', '甲'.repeat(81), 100], { column: '指标', problem: 'too_long' }],
  ])('with %s is refused at its row and column', (_, row, problem) => {
    const back = read(row)
    expect(back.file).toBeNull()
    expect(back.problems).toContainEqual(expect.objectContaining({ sheet: '指标', row: 2, ...problem }))
  })
  it('takes what is just within the limits', () => {
    expect(read([1, '指标', '甲'.repeat(80), 100]).problems).toEqual([])
    expect(read([1, '指标', '甲', 99.99]).file?.body.criteria[0]?.max).toBe(9999)
    expect(read([1, null, '一'], [2, null, '二'], [3, null, '三'], [4, null, '四', 100]).problems).toEqual([])
  })
  it('tells all at once, by the numbers that the spreadsheet shows', () => {
    const { problems } = read(
      [1, null, '甲', 50, null, null, null, 'x'],
      [],
      [3, null, '乙', 'b', null, null, null, 'x'],
    )
    expect(problems.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [4, '层级', 'level_jump'],
      [4, '满分', 'not_a_number'],
      [4, '代码', 'duplicate_key'],
    ])
  })
  it('that is whole but not sound is a draft, told at the same cells', () => {
    const { file, incomplete } = read([1, null, '甲', 50], [1, null, null, 20], [1, '分组', '空'])
    expect(file?.body.criteria).toHaveLength(3)
    expect(incomplete.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [1, '内容', 'required'],
      [3, '指标', 'required'],
      [4, '类型', 'empty_group'],
      [1, '满分', 'sum_short'],
    ])
  })
  it('without such a head says what a head needs', () => {
    expect(
      readRubricSheet([
        {
          name: '名单',
          rows: [
            ['姓名', '单位'],
            ['张三', '一小'],
          ],
        },
      ]).problems,
    ).toEqual([{ sheet: '名单', row: 1, column: '指标', problem: 'no_rubric_head' }])
    expect(readRubricSheet([])).toMatchObject({ file: null })
  })
  it('may hold 300 rows and no more', () => {
    const rows = (count: number) => Array.from({ length: count }, (): ReadCell[] => [1, null, '甲', 1])
    expect(read(...rows(300)).problems).toEqual([])
    expect(read(...rows(301)).problems).toEqual([
      { sheet: '指标', row: 1, column: '层级', problem: 'too_many_rows', limit: 300 },
    ])
  })
})

describe('the sheet of settings', () => {
  const settings = (...rows: ReadCell[][]) =>
    readRubricSheet([
      { name: '指标', rows: [HEAD, [1, null, '甲', 100]] },
      { name: '设置', rows: [['项目', '内容', '起始分', '代码'], ...rows] },
    ])
  it.each<[string, ReadCell[], { column: string; problem: string }]>([
    ['an unknown setting', ['权重', '1'], { column: '项目', problem: 'not_one_of' }],
    ['an unknown method', ['汇总方法', '投票'], { column: '内容', problem: 'not_one_of' }],
    ['an unknown rule', ['缺少数据时', '随便'], { column: '内容', problem: 'not_one_of' }],
    ['a gap in words', ['分差警戒', '很大'], { column: '内容', problem: 'not_a_number' }],
    ['a band without points', ['等次', '优秀'], { column: '起始分', problem: 'required' }],
    ['a band above 100', ['等次', '优秀', 101], { column: '起始分', problem: 'not_in_100' }],
  ])('with %s is refused at its row and column', (_, row, problem) => {
    expect(settings(row).problems).toContainEqual(expect.objectContaining({ sheet: '设置', row: 2, ...problem }))
  })
  it('tells a hole in the bands where the bands stand', () => {
    expect(settings(['名称', '评分表'], ['等次', '优秀', 90]).incomplete).toEqual([
      { sheet: '设置', row: 1, column: '项目', problem: 'no_band_from_zero' },
    ])
  })
})
