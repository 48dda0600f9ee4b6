import { expect, it } from 'vitest'
import type { FormField } from '../design/form.ts'
import { checkFileRows, renamedFiles } from './file-rows.ts'

const field = (key: string, type: FormField['type']): FormField => ({
  key,
  title: key,
  type,
  required: false,
  identifying: false,
})
const form = [field('plan', 'file'), field('a/b', 'file'), field('text', 'text')]
const values = { plan: [{ attachment: 'one' }, { attachment: 'gone' }], 'a/b': [{}], text: 'gone' }

it('names every row whose attachment the application does not have', () => {
  expect(checkFileRows(form, values, [{ id: 'one' }])).toEqual([
    { pointer: '/plan/1', problem: 'no_such_attachment' },
    { pointer: '/a~1b/0', problem: 'no_such_attachment' },
  ])
  expect(checkFileRows(form, { plan: [{ attachment: 'one' }], text: 'one' }, [{ id: 'one' }])).toEqual([])
  expect(checkFileRows(form, { plan: null, text: '' }, [])).toEqual([])
})

it('renames files and drops those without a new name; other answers stay as they are', () => {
  expect(renamedFiles(form, values, (id) => (id === 'one' ? 'uno' : undefined))).toEqual({
    plan: [{ attachment: 'uno' }],
    'a/b': [],
    text: 'gone',
  })
  expect(renamedFiles(form, { text: 'one' }, () => 'uno')).toEqual({ text: 'one' })
})
