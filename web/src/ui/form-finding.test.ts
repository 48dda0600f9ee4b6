import { expect, it } from 'vitest'
import { type FormFinding, findingsAt, findingsUnder, isBlocked, withoutFound } from './form-finding.ts'

const finding = (pointer: string, severity: FormFinding['severity'] = 'block'): FormFinding => ({
  pointer,
  rule: 'r',
  severity,
  detail: `见 ${pointer}`,
})

it('finds those of a place and those under it, and never those of a neighbour whose number begins alike', () => {
  const all = ['/v/b/1', '/v/b/1/basis', '/v/b/10', '/v/b'].map((pointer) => finding(pointer))
  expect(findingsAt(all, '/v/b/1')).toEqual([all[0]])
  expect(findingsUnder(all, '/v/b/1')).toEqual([all[0], all[1]])
})

it('marks what must be changed, not what is a reminder', () => {
  expect(isBlocked([finding('/v/a')], '/v/a')).toBe(true)
  expect(isBlocked([finding('/v/a', 'warn')], '/v/a')).toBe(false)
  expect(isBlocked([finding('/v/a')], null)).toBe(false)
})

it('says once what a refusal repeats, and keeps what it adds', () => {
  const errors = { '/v/a': '见 /v/a', '/v/b': '见 /v/a', '/v/c': '必填' }
  expect(withoutFound(errors, [finding('/v/a')])).toEqual({ '/v/b': '见 /v/a', '/v/c': '必填' })
})
