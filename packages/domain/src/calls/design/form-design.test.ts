import { describe, expect, it } from 'vitest'
import { checkFormDesign, FIELD_TYPES, type FormField, MEANS } from './form.ts'

const base: FormField = { key: 'a', title: '甲', type: 'text', required: true, identifying: false }
const column = { key: 'item', title: '科目', type: 'text' } as const

describe('checkFormDesign', () => {
  it('takes a form in which nothing is twice', () =>
    expect(
      checkFormDesign([
        base,
        { ...base, key: 'b', type: 'choice', choices: ['小学', '初中'] },
        { ...base, key: 'c', type: 'table', columns: [column, { ...column, key: 'other' }] },
        { ...base, key: 'd', type: 'people' },
        { ...base, key: 'e', type: 'milestones' },
      ]),
    ).toEqual([]))

  it('points at each later field of the same key', () =>
    expect(checkFormDesign([base, { ...base, key: 'b' }, base, base])).toEqual([
      { pointer: '/2/key', problem: 'duplicate' },
      { pointer: '/3/key', problem: 'duplicate' },
    ]))

  it.each([undefined, []])('asks for choices and columns where their types need them (%j)', (none) => {
    const form: FormField[] = [
      { ...base, type: 'choice', choices: none },
      { ...base, key: 'b', type: 'table', columns: none },
    ]
    expect(checkFormDesign(form)).toEqual([
      { pointer: '/0/choices', problem: 'required' },
      { pointer: '/1/columns', problem: 'required' },
    ])
  })

  it('points at the later of two choices and of two columns', () =>
    expect(
      checkFormDesign([
        { ...base, type: 'choice', choices: ['小学', '初中', '小学'] },
        { ...base, key: 'b', type: 'table', columns: [column, column] },
      ]),
    ).toEqual([
      { pointer: '/0/choices/2', problem: 'duplicate' },
      { pointer: '/1/columns/1/key', problem: 'duplicate' },
    ]))

  const limits: [number | undefined, number | undefined, boolean][] = [
    [4, 5, true],
    [5, 5, true],
    [6, 5, false],
    [0, 0, true],
    [6, undefined, true],
    [undefined, 5, true],
  ]
  it.each(limits)('minimum %s with maximum %s is sound: %s', (minimum, maximum, sound) =>
    expect(checkFormDesign([{ ...base, minimum, maximum }])).toEqual(
      sound ? [] : [{ pointer: '/0/maximum', problem: 'less_than_minimum' }],
    ),
  )
})

describe('what a field means', () => {
  const meant = (type: FormField['type'], means: FormField['means'], key = 'a'): FormField => ({
    ...base,
    key,
    type,
    means,
    choices: ['小学'],
    columns: [column],
  })
  const can = (means: FormField['means']) =>
    FIELD_TYPES.filter((type) => checkFormDesign([meant(type, means)]).length === 0)

  it.each([
    [['persons', 'days', 'hours', 'arrival', 'departure'], ['number']],
    [
      ['phase', 'subject', 'mode'],
      ['text', 'choice'],
    ],
    [['target'], ['text', 'longtext', 'number', 'table']],
    [['output'], ['text', 'longtext', 'table']],
  ] as const)('%j can be %j', (means, types) => {
    for (const one of means) expect(can(one)).toEqual(types)
  })

  it('is one thing for one field, save targets and outputs', () => {
    for (const means of MEANS) {
      const [type = 'text'] = can(means)
      const twice = checkFormDesign([meant(type, means), meant(type, means, 'b')])
      const often = means === 'target' || means === 'output'
      expect(twice).toEqual(often ? [] : [{ pointer: '/1/means', problem: 'duplicate' }])
    }
  })

  it('asks for courses and for a budget once', () =>
    expect(
      checkFormDesign([
        { ...base, type: 'courses' },
        { ...base, key: 'b', type: 'budget' },
        { ...base, key: 'c', type: 'budget' },
      ]),
    ).toEqual([{ pointer: '/2/type', problem: 'duplicate' }]))
})
