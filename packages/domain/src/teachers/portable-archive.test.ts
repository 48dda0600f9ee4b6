import { expect, it } from 'vitest'
import { readMobilePhone } from './mobile-phone.ts'
import { type ArchivedEntry, newEntries, noteOnEvidence } from './portable-archive.ts'

const entry = (ref: string, given: Partial<ArchivedEntry> = {}): ArchivedEntry => ({
  ref,
  state: 'confirmed',
  date: '2026-03-01',
  minutes: 480,
  channel: 'online',
  level: 'district',
  module: '',
  category: '',
  activity: '',
  title: '培训',
  project: '',
  provider: '',
  providerName: '',
  accredited: true,
  minutesDue: null,
  minutesAttended: null,
  reverses: null,
  note: null,
  evidence: [],
  origin: { slug: 'jinshui', name: '金水区教育局', ref },
  ...given,
})

it('takes of an archive what the ledger does not hold, a counter-entry after what it reverses', () => {
  const entries = [
    entry('c', { reverses: 'a' }),
    entry('a'),
    entry('b', { date: '2025-01-01' }),
    entry('d', { origin: { slug: 'erqi', name: '二七区教育局', ref: 'own' } }),
    entry('a'),
  ]
  expect(newEntries(entries, new Set(['own'])).map(({ ref }) => ref)).toEqual(['b', 'a', 'c'])
  expect(newEntries(entries, new Set(['a', 'b', 'c', 'd'])).map(({ ref }) => ref)).toEqual([])
})

it('says of an entry whose files stayed behind how many, and who has them', () => {
  const file = { name: '证书.pdf', sha256: 'a'.repeat(64) }
  expect(noteOnEvidence(entry('a', { note: '远程' }))).toBe('远程')
  expect(noteOnEvidence(entry('a'))).toBeNull()
  expect(noteOnEvidence(entry('a', { evidence: [file, file] }))).toBe('证明材料 2 件未随档案转来，由金水区教育局保存')
  expect(noteOnEvidence(entry('a', { note: '远程', evidence: [file] }))).toBe(
    '远程（证明材料 1 件未随档案转来，由金水区教育局保存）',
  )
})

it.each([
  ['13800000000', '13800000000'],
  ['+86 138-0000-0000', '13800000000'],
  ['8613800000000', '13800000000'],
  ['１３８００００００００', '13800000000'],
  ['1380000000', null],
  ['138000000000', null],
  ['12800000000', null],
  ['0371-6666666', null],
])('reads the mobile number %s as %s', (written, digits) => expect(readMobilePhone(written)).toBe(digits))
