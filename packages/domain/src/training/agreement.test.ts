import { expect, test } from 'vitest'
import type { FormField, FormValues } from '../calls/design/form.ts'
import { agreementOf } from './agreement.ts'

const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  title: `题目 ${key}`,
  type,
  required: true,
  identifying: false,
  ...more,
})
const HEAD = { number: 'RW2026-0001', title: '班主任培训', unitName: '育才小学' }
const of = (form: FormField[], values: FormValues) => agreementOf(form, values, HEAD)

test('targets are read by what a field means, never by its key', () => {
  const form = [
    field('a', 'number', { means: 'hours' }),
    field('persons', 'number'),
    field('b', 'number', { means: 'persons' }),
    field('c', 'longtext', { means: 'target' }),
    field('d', 'number', { means: 'target' }),
    field('e', 'number', { means: 'days' }),
    field('f', 'number', { means: 'arrival' }),
  ]
  expect(of(form, { a: 40.25, persons: 9, b: 50, c: ' 提高课堂质量 ', d: 3, e: 5, f: 1 }).targets).toEqual([
    { means: 'hours', name: '题目 a', promised: 40.25, unit: '学时' },
    { means: 'persons', name: '题目 b', promised: 50, unit: '人' },
    { means: 'target', name: '题目 c', promised: '提高课堂质量', unit: '' },
    { means: 'target', name: '题目 d', promised: 3, unit: '' },
    { means: 'days', name: '题目 e', promised: 5, unit: '天' },
  ])
  expect(of(form, { a: null, c: '  ' }).targets).toEqual([])
})

test('a table of targets gives one a row', () => {
  const columns: FormField['columns'] = [
    { key: 'name', title: '指标', type: 'text' },
    { key: 'n', title: '数量', type: 'number' },
    { key: 'unit', title: '单位', type: 'text' },
  ]
  const values = {
    t: [
      { name: '公开课', n: 12, unit: '节' },
      { name: '形成制度', n: null, unit: '' },
      { name: '', n: 4, unit: '' },
    ],
  }
  expect(of([field('t', 'table', { means: 'target', columns })], values).targets).toEqual([
    { means: 'target', name: '公开课', promised: 12, unit: '节' },
    { means: 'target', name: '形成制度', promised: '形成制度', unit: '' },
  ])
})

test('money is the sum of the budget by item, adjustments included; without one the amount that is asked', () => {
  const budget = field('b', 'budget')
  const rows = [
    { item: 'meals', amount: 300_000, basis: '50 人' },
    { item: 'venueHire', amount: 100_000, basis: '2 天' },
    { item: 'meals', amount: -50_000, basis: '核减' },
  ]
  expect(of([field('m', 'money'), budget], { m: 1, b: rows }).money).toEqual({
    total: 350_000,
    items: [
      { item: 'meals', amount: 250_000 },
      { item: 'venueHire', amount: 100_000 },
    ],
  })
  expect(of([field('m', 'money'), budget], { m: 5_000_000, b: [] }).money).toEqual({ total: 5_000_000, items: [] })
  expect(of([budget], {}).money).toEqual({ total: 0, items: [] })
})

test('outputs are lines of text or rows of a table', () => {
  const columns: FormField['columns'] = [
    { key: 'what', title: '成果', type: 'text' },
    { key: 'n', title: '数量', type: 'number' },
  ]
  const form = [field('o', 'longtext', { means: 'output' }), field('p', 'table', { means: 'output', columns })]
  expect(
    of(form, {
      o: '课例集一册\n\n 资源包一套 ',
      p: [
        { what: '论文', n: 2 },
        { what: '', n: null },
      ],
    }).outputs,
  ).toEqual(['课例集一册', '资源包一套', '论文，2'])
})

test('dates reach from the first stage to the end of the last; stages may overlap and keep their order', () => {
  const milestones = [
    { text: '高校研修', from: '2026-05-01', to: '2026-11-30' },
    { text: '返岗实践', from: '2026-04-10', to: '2026-09-30' },
  ]
  expect(of([field('s', 'milestones')], { s: milestones }).dates).toEqual({
    from: '2026-04-10',
    to: '2026-11-30',
    milestones,
  })
  expect(of([field('s', 'milestones')], { s: [] }).dates).toEqual({ from: null, to: null, milestones: [] })
})
