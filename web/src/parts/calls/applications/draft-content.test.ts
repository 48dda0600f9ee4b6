import type { FormField } from '@shixun/domain/calls/design/form'
import { describe, expect, it } from 'vitest'
import { type DraftContent, mergeWithTheirs } from './draft-content.ts'

const field = (key: string, title = key): FormField => ({
  key,
  title,
  type: 'text',
  required: false,
  identifying: false,
})
const stored = (formNo: number, form: FormField[], values: Record<string, string>, title = '题') => ({
  title,
  values,
  form,
  formNo,
})
const mine = (values: Record<string, string>, title = '题'): DraftContent => ({ title, values })

describe('two who edit one draft', () => {
  const form = [field('a'), field('b')]
  it('keep what each changed', () => {
    const base = stored(1, form, { a: '甲', b: '乙' })
    const theirs = stored(1, form, { a: '甲', b: '乙乙' }, '新题')
    expect(mergeWithTheirs(base, mine({ a: '甲甲', b: '乙' }), theirs)).toEqual({
      content: { title: '新题', values: { a: '甲甲', b: '乙乙' } },
      conflicts: [],
      aside: [],
    })
  })
  it('are asked where both changed the same, and not where they changed it alike', () => {
    const base = stored(1, form, { a: '甲', b: '乙' })
    const theirs = stored(1, form, { a: '他', b: '同' })
    expect(mergeWithTheirs(base, mine({ a: '我', b: '同' }), theirs).conflicts).toEqual(['a'])
  })
})

describe('a form that changed in between', () => {
  const base = stored(1, [field('a'), field('b'), field('c')], { a: '甲', b: '乙', c: '丙' })
  const newer = [field('a'), field('b', '改了题目'), field('d')]
  it('sets aside what I wrote in a field that went or changed, and takes the rest', () => {
    const theirs = stored(2, newer, { a: '甲', b: '对方', d: '丁' })
    const merged = mergeWithTheirs(base, mine({ a: '我', b: '我的乙', c: '我的丙' }), theirs)
    expect(merged.content.values).toEqual({ a: '我', b: '对方', d: '丁' })
    expect(merged.conflicts).toEqual([])
    expect(merged.aside.map(({ field: { key }, value, since }) => [key, value, since])).toEqual([
      ['b', '我的乙', 2],
      ['c', '我的丙', 2],
    ])
  })
  it('sets nothing aside that I did not touch: the server has carried it', () => {
    const theirs = stored(2, newer, { a: '甲', b: '乙' })
    expect(mergeWithTheirs(base, mine({ a: '甲', b: '乙', c: '丙' }), theirs)).toEqual({
      content: { title: '题', values: { a: '甲', b: '乙' } },
      conflicts: [],
      aside: [],
    })
  })
})
