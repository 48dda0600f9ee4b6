import { beforeAll, expect, it } from 'vitest'
import { addWords } from '../../../words/words.ts'
import { assessments } from '../../../words/zh/assessments.ts'
import { countsText, liftText, sourceText } from './assessment-words.ts'

beforeAll(() => addWords('assessments', assessments))

it('says counts in units that people know', () => {
  expect(countsText({ numerator: 1170, denominator: 1440 }, 'minutes')).toBe('1,170 / 1,440 分钟')
  expect(countsText({ numerator: 7155, denominator: 7245 }, 'quarter_minutes')).toBe('39.75 / 40.25 学时')
  expect(countsText({ numerator: 5_050_000, denominator: 5_000_001 }, 'fen')).toBe('50,500 / 50,000.01 元')
})

it('says where a figure comes from', () => {
  const from = [
    { kind: 'agreement', id: '2' },
    { kind: 'cohort', id: 'coh_1' },
    { kind: 'cohort', id: 'coh_2' },
  ]
  expect(sourceText({ from })).toBe('任务书第 2 版，班次 2 个')
  expect(sourceText({ from: [] })).toBe('')
})

it('says what to do', () => {
  const lift = {
    leaf: 'a',
    title: '甲',
    metric: 'participation',
    max: 20,
    now: 17.6,
    best: 20,
    gain: 2.4,
    lost: 0,
  } as const
  expect(liftText({ ...lift, code: 'enrol', n: 6, unit: 'persons', by: null, sure: true })).toBe('再有 6 人参训')
  expect(liftText({ ...lift, code: 'spend', n: 1_234_500, unit: 'fen', by: null, sure: true })).toContain('12,345 元')
  expect(liftText({ ...lift, code: 'collect', n: 30, unit: 'papers', by: '2026-06-21', sure: true })).toBe(
    '再收回 30 份问卷，2026-06-21 前',
  )
})
