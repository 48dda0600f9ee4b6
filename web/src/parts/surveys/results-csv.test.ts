import { expect, it } from 'vitest'
import { resultsCsv } from './results-csv.ts'

type Results = Parameters<typeof resultsCsv>[0]
const question = {
  key: 'q',
  kind: 'scale' as const,
  section: '',
  title: '=甲',
  required: true,
  options: ['差', '"好"'],
  rated: true,
  answered: 8,
  counts: [2, 6],
  mean: 175,
  opinions: [],
}
const results = {
  questions: [question, { ...question, key: 'x', title: '乙', counts: null }],
  segments: [
    {
      key: 'phase',
      questions: [{ key: 'q', hidden: false, cells: [{ value: 'primary', answered: 5, counts: [1, 4], mean: 180 }] }],
    },
  ],
} as unknown as Results

it('says what is shown, and begins no formula', () => {
  const text = resultsCsv(results, { head: ['题目', '选项', '人数', '占比', '平均'], group: () => '小学' })
  expect(text.split('\r\n')).toEqual([
    '\uFEFF"题目","选项","人数","占比","平均"',
    '"\'=甲","差","2","25.00","1.75"',
    '"\'=甲","""好""","6","75.00","1.75"',
    '"\'=甲（小学）","差","1","20.00","1.80"',
    '"\'=甲（小学）","""好""","4","80.00","1.80"',
    '',
  ])
})
