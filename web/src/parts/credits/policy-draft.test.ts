import { expect, it } from 'vitest'
import {
  freeId,
  movedBy,
  type Policy,
  policyFrom,
  splitWords,
  windowOf,
  wirePolicy,
  withSelected,
} from './policy-draft.ts'

const policy = {
  title: ' ',
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  cycle: { years: 1, anchor: { kind: 'calendar' } },
  minutesPerHour: 45,
  attendance: null,
  accreditedOnly: true,
  conversions: [],
  caps: [],
  requirements: [{ id: 'a', title: '', kind: 'min', unit: 'hours', amount: 1, where: {}, window: { kind: 'cycle' } }],
  leave: null,
  exemptions: [],
  carryOver: null,
} satisfies Policy

it('gives new rules ids of their own', () => {
  expect(freeId('need', [{ id: 'need1' }, { id: 'need3' }])).toBe('need4')
  expect(freeId('need', [{ id: 'x' }, { id: 'need2' }])).toBe('need3')
})
it('leaves out what selects everything', () => {
  expect(withSelected({ channel: ['online'] }, 'channel', [])).toEqual({})
  expect(withSelected({}, 'module', ['甲'])).toEqual({ module: ['甲'] })
})
it('reads words however they are separated', () => {
  expect(splitWords(' 公需科目、 专业科目,选修；\n其他 ')).toEqual(['公需科目', '专业科目', '选修', '其他'])
})
it('moves within the list only', () => {
  expect(movedBy(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(movedBy(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})
it('sends a word where none is written yet', () => {
  expect(wirePolicy(policy)).toMatchObject({ title: '—', requirements: [{ title: '—' }] })
})
it('reads a file, and says no to others', () => {
  expect(policyFrom(JSON.stringify(policy))).toEqual(policy)
  expect([policyFrom('{'), policyFrom('[]'), policyFrom('{"title":"x"}')]).toEqual([null, null, null])
})
it('starts a window with figures', () => {
  expect(windowOf('dates', policy)).toEqual({ kind: 'dates', from: '2026-01-01', to: '2026-01-01' })
  expect(windowOf('cycle', policy)).toEqual({ kind: 'cycle' })
})
