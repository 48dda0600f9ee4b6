import { describe, expect, it } from 'vitest'
import { checkForm, type FormField, type FormValues } from '../design/form.ts'
import { carryValues } from './carry-values.ts'
import { addLeft, dropLeft } from './left-values.ts'

const field = (key: string, given: Partial<FormField> = {}): FormField => ({
  key,
  title: `题目${key}`,
  type: 'text',
  required: false,
  identifying: false,
  ...given,
})
const one = (before: Partial<FormField>, after: Partial<FormField>, value: FormValues[string]) =>
  carryValues([field('a', before)], [field('a', after)], { a: value }, 2)
const column = (key: string, type: 'text' | 'number' | 'money' | 'date' = 'text') => ({ key, title: `列${key}`, type })

describe('a form that did not change', () => {
  it('keeps every answer and leaves nothing', () => {
    const form = [field('a'), field('b', { type: 'people' }), field('constructor')]
    const values = { a: '甲', b: [{ name: '张三', unit: null, duty: '' }], constructor: '乙' }
    expect(carryValues(form, form, values, 2)).toEqual({
      values: { ...values, b: [{ name: '张三' }] },
      left: [],
      changes: { added: [], changed: [], removed: [] },
    })
  })
  it('does not take the order of members, or a member that says nothing, for a change', () => {
    const { title, ...rest } = field('a')
    const again = { ...rest, help: undefined, title } as FormField
    expect(carryValues([field('a')], [again], {}, 2).changes).toEqual({ added: [], changed: [], removed: [] })
  })
})

describe('fields that come, go and change', () => {
  it('are told apart; the answer of one that went is set aside as it was written', () => {
    const from = [field('a'), field('b'), field('c', { maximum: 10 })]
    const to = [field('a'), field('c', { maximum: 20 }), field('d')]
    expect(carryValues(from, to, { a: '甲', b: '乙', c: '丙' }, 3)).toEqual({
      values: { a: '甲', c: '丙' },
      left: [{ field: from[1], value: '乙', since: 3 }],
      changes: { added: ['d'], changed: ['c'], removed: ['b'] },
    })
  })
  it('are found by their title under another key, once', () => {
    const to = [field('x', { title: '题目a' })]
    expect(carryValues([field('a')], to, { a: '甲' }, 2)).toEqual({
      values: { x: '甲' },
      left: [],
      changes: { added: [], changed: ['x'], removed: [] },
    })
    const twice = [field('x', { title: '题目a' }), field('y', { title: '题目a' })]
    expect(carryValues([field('a')], twice, { a: '甲' }, 2)).toMatchObject({ values: {}, left: [{ value: '甲' }] })
  })
  it('do not take over the answer of a field whose key still stands', () => {
    const from = [field('a', { title: '背景' }), field('b', { title: '目标' })]
    const to = [field('a', { title: '目标' }), field('b', { title: '背景' })]
    expect(carryValues(from, to, { a: '甲', b: '乙' }, 2).values).toEqual({ a: '甲', b: '乙' })
  })
  it('of courses and budget are found by what they are', () => {
    const budget = [{ item: '99', amount: 100 }]
    const { values, left } = carryValues(
      [field('old', { type: 'milestones' })],
      [field('fresh', { type: 'milestones' })],
      { old: [{ text: '开班', from: '2026-03-01', to: '2026-03-02' }] },
      2,
    )
    expect([values, left.length]).toEqual([{}, 1])
    expect(
      carryValues([field('m', { type: 'budget' })], [field('n', { type: 'budget' })], { m: budget }, 2).left,
    ).toEqual([{ field: field('m', { type: 'budget' }), value: budget, since: 2 }])
  })
})

describe('an answer of another type', () => {
  it.each<[Partial<FormField>, Partial<FormField>, FormValues[string], FormValues[string]]>([
    [{ type: 'text' }, { type: 'longtext' }, '一行', '一行'],
    [{ type: 'longtext' }, { type: 'text' }, '两行\n  在此', '两行 在此'],
    [{ type: 'number' }, { type: 'text' }, 12.5, '12.5'],
    [{ type: 'text' }, { type: 'number' }, ' 12.5 ', 12.5],
    [{ type: 'choice', choices: ['小学', '初中'] }, { type: 'text' }, '小学', '小学'],
    [{ type: 'text' }, { type: 'choice', choices: ['小学'] }, '小学', '小学'],
    [{ type: 'text' }, { type: 'date' }, '2026-03-01', '2026-03-01'],
    [{ maximum: 5 }, { maximum: 4 }, '四个字呢', '四个字呢'],
    [{ type: 'number' }, { type: 'number', maximum: 10 }, 10, 10],
  ])('%j → %j keeps %j', (before, after, value, expected) => {
    expect(one(before, after, value)).toMatchObject({ values: { a: expected }, left: [] })
  })
  it.each<[Partial<FormField>, Partial<FormField>, FormValues[string]]>([
    [{ type: 'money' }, { type: 'number' }, 100_00],
    [{ type: 'number' }, { type: 'money' }, 100],
    [{ type: 'money' }, { type: 'text' }, 100_00],
    [{ type: 'text' }, { type: 'number' }, '约 30 人'],
    [{ type: 'text' }, { type: 'date' }, '三月'],
    [{ type: 'text' }, { type: 'choice', choices: ['小学'] }, '初中'],
    [{ type: 'choice', choices: ['小学', '初中'] }, { type: 'choice', choices: ['小学'] }, '初中'],
    [{ maximum: 5 }, { maximum: 3 }, '四个字呢'],
    [{ type: 'number' }, { type: 'number', maximum: 10 }, 11],
    [{ type: 'people' }, { type: 'text' }, [{ name: '张三' }]],
    [{ type: 'text' }, { type: 'people' }, '张三'],
  ])('%j → %j sets %j aside', (before, after, value) => {
    expect(one(before, after, value)).toMatchObject({
      values: {},
      left: [{ field: field('a', before), value, since: 2 }],
    })
  })
  it.each([null, '', '  ', []])('that says nothing (%j) is not set aside', (value) => {
    expect(one({}, { type: 'number' }, value)).toMatchObject({ values: {}, left: [] })
    expect(carryValues([field('a')], [], { a: value }, 2).left).toEqual([])
  })
})

describe('rows', () => {
  const table = (...columns: ReturnType<typeof column>[]): Partial<FormField> => ({ type: 'table', columns })
  it('find their columns by key, then by title', () => {
    const after = table(column('x', 'number'), { key: 'z', title: '列y', type: 'text' })
    expect(one(table(column('x', 'number'), column('y')), after, [{ x: 1, y: '甲' }])).toMatchObject({
      values: { a: [{ x: 1, z: '甲' }] },
      left: [],
    })
  })
  it('go on without a column that went, and are set aside whole when it said something', () => {
    const rows = [{ x: '甲', y: '乙' }]
    expect(one(table(column('x'), column('y')), table(column('x')), rows)).toMatchObject({
      values: { a: [{ x: '甲' }] },
      left: [{ value: rows }],
    })
    expect(one(table(column('x'), column('y')), table(column('x')), [{ x: '甲', y: '' }]).left).toEqual([])
  })
  it('beyond the new maximum are set aside, those at it are not', () => {
    const rows = [{ x: '1' }, { x: '2' }, { x: '3' }]
    const after = (maximum: number) => ({ ...table(column('x')), maximum })
    expect(one(table(column('x')), after(3), rows)).toMatchObject({ values: { a: rows }, left: [] })
    expect(one(table(column('x')), after(2), rows)).toMatchObject({
      values: { a: rows.slice(0, 2) },
      left: [{ value: rows }],
    })
  })
  it('that no longer hold together are set aside', () => {
    const rows = [{ text: '开班', from: '2026-05-01', to: '2026-04-01' }]
    const before = table(column('text'), column('from', 'date'), column('to', 'date'))
    expect(one(before, { type: 'milestones' }, rows)).toMatchObject({ values: {}, left: [{ value: rows }] })
  })
  it('keep money apart from figures', () => {
    const rows = [{ x: 100 }]
    expect(one(table(column('x', 'money')), table(column('x', 'number')), rows)).toMatchObject({
      left: [{ value: rows }],
    })
  })
})

it('whatever comes out satisfies the new form as a draft', () => {
  const from = [field('a'), field('b', { type: 'number' }), field('c', { type: 'table', columns: [column('x')] })]
  const values: FormValues = { a: '甲乙丙丁', b: 7, c: [{ x: '1' }, { x: '2' }] }
  const types = [
    'text',
    'longtext',
    'number',
    'money',
    'date',
    'choice',
    'table',
    'people',
    'milestones',
    'courses',
    'budget',
    'file',
  ] as const
  for (const type of types)
    for (const maximum of [0, 1, 3, undefined]) {
      const to = from.map((before) =>
        field(before.key, { type, maximum, choices: ['甲'], columns: [column('x', 'number')] }),
      )
      expect(checkForm(to, carryValues(from, to, values, 2).values, false), `${type} ${maximum}`).toEqual([])
    }
})

describe('what was left', () => {
  const left = (value: string, since = 2) => ({ field: field('a'), value, since })
  it('grows, and keeps the same words once', () => {
    expect(addLeft([left('甲')], [left('乙'), left('甲', 3), left('乙', 3)])).toEqual([left('甲'), left('乙')])
  })
  it('goes by its place', () => {
    expect(dropLeft([left('甲'), left('乙'), left('丙')], [1, 7, -1])).toEqual([left('甲'), left('丙')])
  })
})
