import { describe, expect, it } from 'vitest'
import { CALL_KINDS } from './call.ts'
import { checkForm, checkFormDesign, type FormField, type FormValue } from './form.ts'
import { FORM_SAMPLES } from './form-samples.ts'

/** The least that answers a field. */
function answer({ type, minimum = 1, choices, columns }: FormField): FormValue {
  if (type === 'number' || type === 'money') return minimum
  if (type === 'date') return '2026-03-01'
  if (type === 'choice') return choices?.[0] ?? ''
  if (type === 'people') return Array.from({ length: minimum }, () => ({ name: '王小明' }))
  if (type === 'file') return [{ attachment: 'att_00000000000000000000000001' }]
  if (type === 'milestones') return [{ text: '开班', from: '2026-03-01', to: '2026-03-31' }]
  if (type === 'courses') return [{ title: '课例研究', module: '师德修养', hours: 4 }]
  if (type === 'budget') return [{ item: 'meals', amount: 100, basis: '1 人 × 1 元' }]
  if (type === 'table') return [{ [columns?.[0]?.key ?? '']: '甲' }]
  return '甲'.repeat(minimum)
}

describe.each(FORM_SAMPLES.map((sample) => [sample.key, sample] as const))('form sample %s', (_, sample) => {
  it('is a sound design of known kind with keys that the API takes', () => {
    expect(checkFormDesign(sample.form)).toEqual([])
    expect(CALL_KINDS).toContain(sample.kind)
    for (const { key, title } of sample.form) {
      expect(key).toMatch(/^[a-z][a-zA-Z0-9_]{0,39}$/)
      expect(title).not.toBe('')
    }
  })

  it('can be answered, and asks for each required answer', () => {
    const values = Object.fromEntries(sample.form.map((field) => [field.key, answer(field)]))
    expect(checkForm(sample.form, values, true)).toEqual([])
    expect(checkForm(sample.form, {}, false)).toEqual([])
    expect(checkForm(sample.form, {}, true)).toEqual(
      sample.form.filter(({ required }) => required).map(({ key }) => ({ pointer: `/${key}`, problem: 'required' })),
    )
  })

  it('hides people from experts under blind review', () => {
    for (const field of sample.form.filter(({ type }) => type === 'people')) expect(field.identifying).toBe(true)
  })
})

it('has one sample at least for every kind of call', () =>
  expect(new Set(FORM_SAMPLES.map(({ kind }) => kind))).toEqual(new Set(CALL_KINDS)))

it('keeps sample keys apart', () => expect(new Set(FORM_SAMPLES.map(({ key }) => key)).size).toBe(FORM_SAMPLES.length))
