import { expect, it } from 'vitest'
import { CLEANER, type DocumentCheck, documentReason, documentState, withheldReason } from './expert-document.ts'

const clean: DocumentCheck = { cleaner: CLEANER, outcome: 'clean', reason: null, names: [], whole: true, ruling: null }
const named = { ...clean, names: ['青鸾鸟实验小学'] }
const unclean: DocumentCheck = { ...clean, outcome: 'unclean', reason: 'old-format' }

it.each<[string, DocumentCheck | null, boolean, string]>([
  ['nobody looked', null, false, 'unchecked'],
  ['cleaned by other rules', { ...clean, cleaner: 'clean/0' }, false, 'unchecked'],
  ['clean', clean, false, 'ready'],
  ['clean, of an identifying field', clean, true, 'hidden'],
  ['unchecked, of an identifying field', null, true, 'hidden'],
  ['named', named, false, 'held'],
  ['named, and released', { ...named, ruling: 'show' }, false, 'ready'],
  ['clean, and kept back', { ...clean, ruling: 'hide' }, false, 'hidden'],
  ['kept back before other rules', { ...clean, cleaner: 'clean/0', ruling: 'hide' }, false, 'hidden'],
  ['unclean', unclean, false, 'unclean'],
  ['unclean cannot be released', { ...unclean, ruling: 'show' }, false, 'unclean'],
])('%s', (_, check, identifying, state) => expect(documentState(check, identifying)).toBe(state))

it('tells the office what was found and what to do, and experts only that it is so', () => {
  expect(documentReason('held', named)).toContain('“青鸾鸟实验小学”')
  expect(documentReason('unclean', unclean)).toContain('旧版 Office 文件')
  expect(documentReason('ready', clean)).toBeNull()
  expect(withheldReason('held')).not.toContain('青鸾鸟')
  expect([withheldReason('ready'), withheldReason('unchecked'), withheldReason('hidden')]).toEqual([null, null, null])
})
