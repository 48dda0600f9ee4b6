import { FIELD_TYPES, type FormField } from '@shixun/domain/calls/design/form'
import { describe, expect, it } from 'vitest'
import {
  asType,
  blankField,
  choicesIn,
  errorsOfField,
  fieldKey,
  fieldReady,
  fieldTypes,
  meaningsOf,
  movedTo,
} from './field-design.ts'

const field: FormField = { key: 'goal', title: '目标', type: 'longtext', required: true, identifying: false }

describe('a key of a new field', () => {
  it('is one that the API takes and that no field has', () => {
    const draws = [0, 0, 0, 0, 0, 1, 10, 35, 0, 2]
    expect(fieldKey('field', ['field_00000'], () => draws.shift() ?? 0)).toBe('field_1az02')
    expect(blankField([]).key).toMatch(/^[a-z][a-zA-Z0-9_]{0,39}$/)
  })
})

it('offers every type that a form may ask', () => expect([...fieldTypes].sort()).toEqual([...FIELD_TYPES].sort()))

describe('a field as another type', () => {
  it.each(FIELD_TYPES)('keeps title and help as %s and drops limits', (type) => {
    const next = asType({ ...field, help: '说明', minimum: 1, maximum: 9 }, type)
    expect(next).toMatchObject({ key: 'goal', title: '目标', help: '说明', type })
    expect([next.minimum, next.maximum]).toEqual([undefined, undefined])
  })

  it('keeps what it means where the type can mean it', () => {
    expect(asType({ ...field, means: 'output' }, 'table').means).toBe('output')
    expect(asType({ ...field, means: 'output' }, 'number').means).toBeUndefined()
    expect(meaningsOf('date')).toEqual([])
  })

  it('hides people, and keeps choices where there are any', () => {
    expect(asType(field, 'people').identifying).toBe(true)
    const choice = { ...field, type: 'choice' as const, choices: ['甲'] }
    expect(asType(choice, 'choice').choices).toEqual(['甲'])
    expect(asType(choice, 'text').choices).toBeUndefined()
  })
})

it('reads one choice a line, each once', () => {
  expect(choicesIn(' 小学\n\n初中 \n小学')).toEqual(['小学', '初中'])
})

it.each([
  [{ ...field, title: ' ' }, false],
  [field, true],
  [{ ...field, type: 'choice' as const }, false],
  [{ ...field, type: 'choice' as const, choices: ['甲'] }, true],
  [{ ...field, type: 'table' as const, columns: [] }, false],
  [{ ...field, type: 'table' as const, columns: [{ key: 'a', title: '', type: 'text' as const }] }, false],
  [{ ...field, type: 'table' as const, columns: [{ key: 'a', title: '甲', type: 'text' as const }] }, true],
])('tells whether a field is ready: %#', (one, ready) => expect(fieldReady(one)).toBe(ready))

it('moves an item and leaves the list at its ends', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(movedTo(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(movedTo(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(movedTo(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c'])
})

it('picks the errors of one field', () => {
  const errors = { '/form/1/choices': '必填', '/form/12/key': '重复', '/title': '必填', '/form/1': '错' }
  expect(errorsOfField(errors, 1)).toEqual({ '/choices': '必填', '': '错' })
})
