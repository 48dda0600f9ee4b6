import { describe, expect, it } from 'vitest'
import { checkForm, FIELD_TYPES, type FormField, type FormValue, type FormValues } from './form.ts'

const ask = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key: 'a',
  title: '甲',
  type,
  required: true,
  identifying: false,
  ...more,
})
const draft = (field: FormField, value: FormValue) => checkForm([field], { a: value }, false)
const complete = (field: FormField, value: FormValue) => checkForm([field], { a: value }, true)
const COLUMNS: NonNullable<FormField['columns']> = [
  { key: 'item', title: '科目', type: 'text' },
  { key: 'hours', title: '学时', type: 'number' },
  { key: 'amount', title: '金额', type: 'money' },
  { key: 'day', title: '日期', type: 'date' },
]
const EVERY = FIELD_TYPES

describe('gaps', () => {
  const gaps: [string, FormValues][] = [
    ['absent', {}],
    ['null', { a: null }],
    ['an empty text', { a: '' }],
    ['no rows', { a: [] }],
  ]
  it.each(EVERY.flatMap((type) => gaps.map(([name, values]) => [type, name, values] as const)))(
    'lets a draft of %s be %s, and asks for it in a submission when it is required',
    (type, _, values) => {
      const field = ask(type, { choices: ['小学'], columns: COLUMNS, minimum: 1 })
      expect(checkForm([field], values, false)).toEqual([])
      expect(checkForm([field], values, true)).toEqual([{ pointer: '/a', problem: 'required' }])
      expect(checkForm([{ ...field, required: false }], values, true)).toEqual([])
    },
  )

  it.each([
    ['text', ' \u3000\n'],
    ['table', [{}]],
    ['table', [{ item: ' ', hours: null }, { item: '' }]],
    ['people', [{}]],
    ['milestones', [{ text: '', from: null, to: '' }]],
    ['courses', [{ title: '', hours: null }]],
    ['budget', [{ amount: null }, {}]],
    ['file', [{ attachment: ' ' }]],
  ] as const)('takes no %s of spaces or bare rows for an answer: %j', (type, value) => {
    const given = typeof value === 'string' ? value : value.map((row) => ({ ...row }))
    const field = ask(type, { columns: COLUMNS })
    expect(draft(field, given)).toEqual([])
    expect(complete(field, given)).toEqual([{ pointer: '/a', problem: 'required' }])
  })

  it('takes persons as whole ones in a submission', () => {
    const field = ask('number', { means: 'persons' })
    expect(draft(field, 1.5)).toEqual([])
    expect(complete(field, 1.5)).toEqual([{ pointer: '/a', problem: 'not_whole' }])
    expect(complete(field, 2)).toEqual([])
    expect(complete(ask('number', { means: 'days' }), 1.5)).toEqual([])
  })

  it('takes zero for an answer', () => {
    expect(complete(ask('number'), 0)).toEqual([])
    expect(complete(ask('money'), 0)).toEqual([])
    expect(complete(ask('table', { columns: COLUMNS }), [{ hours: 0 }])).toEqual([])
  })
})

describe('one value', () => {
  const wrong: [FormField['type'], FormValue, string][] = [
    ['text', 1, 'not_text'],
    ['text', [{ a: 1 }], 'not_text'],
    ['longtext', 1, 'not_text'],
    ['number', '1', 'not_a_number'],
    ['number', Number.NaN, 'not_a_number'],
    ['number', Number.POSITIVE_INFINITY, 'not_a_number'],
    ['money', '1', 'not_a_number'],
    ['money', 0.5, 'not_money'],
    ['money', 100_000_000_000, 'not_money'],
    ['money', -100_000_000_000, 'not_money'],
    ['date', 20_260_301, 'not_text'],
    ['date', '2026-3-1', 'not_a_date'],
    ['date', '2026-02-29', 'not_a_date'],
    ['date', '2026-13-01', 'not_a_date'],
    ['date', '2026-03-01 ', 'not_a_date'],
    ['choice', 1, 'not_text'],
    ['choice', '初中', 'not_a_choice'],
    ['table', '甲', 'not_rows'],
    ['people', 1, 'not_rows'],
    ['milestones', '甲', 'not_rows'],
    ['courses', '甲', 'not_rows'],
    ['budget', 100, 'not_rows'],
    ['file', 'att_1', 'not_rows'],
  ]
  it.each(wrong)('refuses in %s even of a draft: %j (%s)', (type, value, problem) => {
    const field = ask(type, { choices: ['小学'], columns: COLUMNS })
    expect(draft(field, value)).toEqual([{ pointer: '/a', problem }])
    expect(complete(field, value)).toEqual([{ pointer: '/a', problem }])
  })

  const right: [FormField['type'], FormValue][] = [
    ['number', -1.5],
    ['money', 99_999_999_999],
    ['money', -99_999_999_999],
    ['date', '2028-02-29'],
    ['choice', '小学'],
  ]
  it.each(right)('takes %s %j', (type, value) => expect(complete(ask(type, { choices: ['小学'] }), value)).toEqual([]))

  it('knows no choice where the field offers none', () =>
    expect(draft(ask('choice'), '小学')).toEqual([{ pointer: '/a', problem: 'not_a_choice' }]))

  it('finds inherited names neither in the answers nor in the columns', () => {
    const form = [ask('text', { key: 'constructor', required: false })]
    expect(checkForm(form, {}, true)).toEqual([])
    const table = ask('table', { columns: [{ key: 'valueOf', title: '值', type: 'number' }], required: false })
    expect(draft(table, [{}])).toEqual([])
  })
})

describe('limits', () => {
  it.each(['text', 'longtext'] as const)('counts the characters of %s', (type) => {
    const field = ask(type, { minimum: 3, maximum: 5 })
    const short = [{ pointer: '/a', problem: 'too_short', limit: 3 }]
    const long = [{ pointer: '/a', problem: 'too_long', limit: 5 }]
    expect(complete(field, '甲'.repeat(2))).toEqual(short)
    expect(draft(field, '甲'.repeat(2))).toEqual([])
    for (const size of [3, 5]) expect(complete(field, '甲'.repeat(size))).toEqual([])
    expect(complete(field, '甲'.repeat(6))).toEqual(long)
    expect(draft(field, '甲'.repeat(6))).toEqual(long)
  })

  it.each(['number', 'money'] as const)('compares the amount of %s', (type) => {
    const field = ask(type, { minimum: 1, maximum: 500 })
    const large = [{ pointer: '/a', problem: 'too_large', limit: 500 }]
    expect(complete(field, 0)).toEqual([{ pointer: '/a', problem: 'too_small', limit: 1 }])
    expect(draft(field, 0)).toEqual([])
    for (const value of [1, 500]) expect(complete(field, value)).toEqual([])
    expect(complete(field, 501)).toEqual(large)
    expect(draft(field, 501)).toEqual(large)
  })

  it('tells fractions of a number apart from its limits', () => {
    const field = ask('number', { minimum: 1, maximum: 2 })
    expect(complete(field, 0.999)).toEqual([{ pointer: '/a', problem: 'too_small', limit: 1 }])
    expect(complete(field, 2.001)).toEqual([{ pointer: '/a', problem: 'too_large', limit: 2 }])
  })

  it.each([undefined, 40])('holds rows at the limit (%s, 200 unless said)', (maximum) => {
    const field = ask('table', { columns: COLUMNS, maximum })
    const most = maximum ?? 200
    const rows = (n: number) => Array.from({ length: n }, () => ({ hours: 1 }))
    expect(complete(field, rows(most))).toEqual([])
    expect(draft(field, rows(most + 1))).toEqual([{ pointer: '/a', problem: 'too_many_rows', limit: most }])
  })

  it('asks a submission, not a draft, for the least number of rows', () => {
    const field = ask('people', { minimum: 2 })
    const one = [{ name: '王小明' }]
    expect(draft(field, one)).toEqual([])
    expect(complete(field, one)).toEqual([{ pointer: '/a', problem: 'too_short', limit: 2 }])
    expect(complete(field, [...one, { name: '李红' }])).toEqual([])
  })
})

describe('rows', () => {
  it('checks each cell by the type of its column and points at it', () => {
    const rows = [
      { item: '讲课费', hours: 1.5, amount: 100, day: '2026-03-01' },
      { item: 1, hours: '两', amount: 0.5, day: '2026-02-30' },
      { item: null, hours: null, amount: null, day: '' },
    ]
    expect(draft(ask('table', { columns: COLUMNS }), rows)).toEqual([
      { pointer: '/a/1/item', problem: 'not_text' },
      { pointer: '/a/1/hours', problem: 'not_a_number' },
      { pointer: '/a/1/amount', problem: 'not_money' },
      { pointer: '/a/1/day', problem: 'not_a_date' },
    ])
  })

  it('knows the columns of people and milestones whatever the field says, and none of a bare table', () => {
    const person = { name: '王小明', unit: '一小', duty: '负责人' }
    expect(complete(ask('people', { columns: COLUMNS }), [person])).toEqual([])
    expect(draft(ask('people'), [{ ...person, phone: '1' }])).toEqual([
      { pointer: '/a/0/phone', problem: 'unknown_field' },
    ])
    expect(draft(ask('table'), [{ item: '甲' }])).toEqual([{ pointer: '/a/0/item', problem: 'unknown_field' }])
  })

  it('asks a submission for the name of each person and for each milestone whole', () => {
    const people = [{ name: '王小明' }, { name: ' ', unit: '一小' }]
    expect(draft(ask('people'), people)).toEqual([])
    expect(complete(ask('people'), people)).toEqual([{ pointer: '/a/1/name', problem: 'required' }])
    const steps = [{ text: '开班', from: '2026-03-01' }, { to: '2026-03-31' }]
    expect(draft(ask('milestones'), steps)).toEqual([])
    expect(complete(ask('milestones', { required: false }), steps)).toEqual([
      { pointer: '/a/0/to', problem: 'required' },
      { pointer: '/a/1/text', problem: 'required' },
      { pointer: '/a/1/from', problem: 'required' },
    ])
  })

  it('asks a submission for title, module and hours of a course, and takes titles of lecturers by their code', () => {
    const course = { title: '课例', module: '师德修养', hours: 4 }
    const whole = { ...course, trainer: '王', trainerTitle: 'full', halfDays: 1, joint: '1、2 班', fee: 100_000 }
    expect(complete(ask('courses'), [course, whole])).toEqual([])
    expect(draft(ask('courses'), [{ title: '课例' }])).toEqual([])
    expect(complete(ask('courses'), [{ title: '课例' }])).toEqual([
      { pointer: '/a/0/module', problem: 'required' },
      { pointer: '/a/0/hours', problem: 'required' },
    ])
    expect(draft(ask('courses'), [{ trainerTitle: '教授', hours: '4', fee: 0.5, room: '301' }])).toEqual([
      { pointer: '/a/0/room', problem: 'unknown_field' },
      { pointer: '/a/0/trainerTitle', problem: 'not_a_choice' },
      { pointer: '/a/0/hours', problem: 'not_a_number' },
      { pointer: '/a/0/fee', problem: 'not_money' },
    ])
  })

  it('knows the twenty items of a budget, any number of times and below zero', () => {
    const lines = [
      { item: 'meals', amount: 500, basis: '甲' },
      { item: 'meals', amount: -100, basis: '核减' },
    ]
    expect(complete(ask('budget'), lines)).toEqual([])
    expect(draft(ask('budget'), [{ item: '餐费', amount: 1 }])).toEqual([
      { pointer: '/a/0/item', problem: 'not_a_choice' },
    ])
    expect(complete(ask('budget'), [{ basis: '甲' }])).toEqual([
      { pointer: '/a/0/item', problem: 'required' },
      { pointer: '/a/0/amount', problem: 'required' },
    ])
  })

  it('takes files by the id of their attachment', () => {
    expect(complete(ask('file', { maximum: 1 }), [{ attachment: 'att_1' }])).toEqual([])
    expect(draft(ask('file', { maximum: 1 }), [{ attachment: 'att_1' }, { attachment: 'att_2' }])).toEqual([
      { pointer: '/a', problem: 'too_many_rows', limit: 1 },
    ])
  })

  const spans: [string, string | null, boolean][] = [
    ['2026-03-02', '2026-03-01', true],
    ['2026-03-01', '2026-03-01', false],
    ['2026-03-01', '2026-03-02', false],
    ['2026-03-01', '', false],
    ['2026-03-01', null, false],
  ]
  it.each(spans)('a milestone from %s to %s is reversed: %s', (from, to, reversed) =>
    expect(draft(ask('milestones'), [{ text: '开班', from, to }])).toEqual(
      reversed ? [{ pointer: '/a/0/to', problem: 'ends_before_start' }] : [],
    ),
  )

  it('says of a date that is none only that, and lets milestones overlap', () => {
    expect(draft(ask('milestones'), [{ from: '2026-03-01', to: '2026-02-30' }])).toEqual([
      { pointer: '/a/0/to', problem: 'not_a_date' },
    ])
    const steps = [1, 2].map(() => ({ text: '研修', from: '2026-03-01', to: '2026-12-31' }))
    expect(complete(ask('milestones'), steps)).toEqual([])
  })
})

describe('a whole form', () => {
  it('names what it does not ask, escaped, before what is wrong, in the order of the form', () => {
    const form = [ask('text', { key: 'b' }), ask('number', { key: 'a' })]
    expect(checkForm(form, { a: '1', 'x/y~z': 1, b: 2 }, false)).toEqual([
      { pointer: '/x~1y~0z', problem: 'unknown_field' },
      { pointer: '/b', problem: 'not_text' },
      { pointer: '/a', problem: 'not_a_number' },
    ])
  })

  it('finds nothing in no form and no answers', () => expect(checkForm([], {}, true)).toEqual([]))
})
