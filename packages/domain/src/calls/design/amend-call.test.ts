import { describe, expect, it } from 'vitest'
import { OPEN_TO_ALL } from '../applications/eligibility.ts'
import { changedMembers, checkAmendment, sameForm } from './amend-call.ts'
import type { FormField } from './form.ts'

const field: FormField = { key: 'goal', title: '目标', type: 'longtext', required: true, identifying: false }
const call = {
  title: '2026 年培训项目',
  kind: 'training_project',
  guidance: '请按时提交',
  contact: '',
  form: [field],
  closesAt: '2026-04-10T09:30:00.000Z',
  quotaPerUnit: 2,
  eligibility: OPEN_TO_ALL,
  rubricId: 'rub_1',
}
const NOTE = '补充材料清单'
const told = (change: Record<string, unknown>, note: string | undefined = NOTE) =>
  checkAmendment(call, change, note).map(({ pointer, problem }) => `${pointer} ${problem}`)

describe('an amendment of an open call', () => {
  it('may change guidance, contact, form and eligibility with a reason', () => {
    expect(told({ guidance: '新的须知', contact: '王老师 0371-60000000' })).toEqual([])
    expect(told({ form: [field, { ...field, key: 'more' }] })).toEqual([])
    expect(told({ eligibility: { phases: ['primary'], accredited: false, ethicsVeto: true } })).toEqual([])
  })

  it('closes later, never earlier', () => {
    expect(told({ closesAt: '2026-04-10T09:30:00.001Z' })).toEqual([])
    expect(told({ closesAt: '2026-04-10T09:29:59.999Z' })).toEqual(['/closesAt only_later'])
    expect(told({ closesAt: call.closesAt })).toEqual(['/note nothing_changed'])
  })

  it('raises the quota, never lowers it', () => {
    expect(told({ quotaPerUnit: 3 })).toEqual([])
    expect(checkAmendment(call, { quotaPerUnit: 1 }, NOTE)).toEqual([
      { pointer: '/quotaPerUnit', problem: 'too_small', limit: 2 },
    ])
  })

  it.each(['title', 'kind', 'level', 'year', 'rubricId', 'review', 'unitKinds', 'opensAt', 'noticeDays'])(
    'leaves %s as published',
    (key) => expect(told({ [key]: 'other' })).toEqual([`/${key} fixed_once_open`]),
  )

  it('takes what is said again unchanged, and asks for a change and its reason', () => {
    expect(told({ title: call.title, guidance: '改' })).toEqual([])
    expect(told({}, '  ')).toEqual(['/note nothing_changed', '/note required'])
    expect(told({ guidance: '改' }, undefined)).toEqual([])
    expect(checkAmendment(call, { guidance: '改' }, undefined)).toEqual([{ pointer: '/note', problem: 'required' }])
  })
})

describe('what counts as changed', () => {
  it('is told by meaning, not by the order of members', () => {
    const { key, ...rest } = field
    expect(sameForm([field], [{ ...rest, help: '', minimum: undefined, key }])).toBe(true)
    expect(sameForm([field], [{ ...field, required: false }])).toBe(false)
    expect(sameForm([field, { ...field, key: 'b' }], [{ ...field, key: 'b' }, field])).toBe(false)
  })

  it('passes over what is not given', () => {
    expect(changedMembers(call, { guidance: undefined, quotaPerUnit: 5, contact: '' })).toEqual(['quotaPerUnit'])
    expect(changedMembers(call, { toString: 'x' })).toEqual(['toString'])
  })
})
