import { checkForm } from '@shixun/domain/calls/design/form'
import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { describe, expect, it } from 'vitest'
import { drawnFields } from './contract-form.ts'

describe('a form of the contract as it is drawn', () => {
  it('offers rows exactly the columns that the checks know', () => {
    for (const { form } of FORM_SAMPLES)
      for (const field of drawnFields(form).filter(({ columns }) => columns !== undefined)) {
        const row = Object.fromEntries(
          (field.columns ?? []).map(({ key, type, choices }) => [
            key,
            type === 'date'
              ? '2026-03-01'
              : type === 'choice'
                ? (choices?.[0]?.value ?? '')
                : type === 'text' || type === 'longtext'
                  ? '字'
                  : 1,
          ]),
        )
        expect(checkForm(form, { [field.key]: [row] }, false)).toEqual([])
      }
  })
  it('takes the maximum for rows of a table and for characters of a text', () => {
    const base = { title: '', required: false, identifying: false, maximum: 40 }
    const [table, text, number] = drawnFields([
      { ...base, key: 'a', type: 'milestones' },
      { ...base, key: 'b', type: 'text' },
      { ...base, key: 'c', type: 'number' },
    ])
    expect([table?.type, table?.limits?.maxRows, text?.limits?.maxLength, number?.limits?.maxLength]).toEqual([
      'stages',
      40,
      40,
      undefined,
    ])
  })
})
