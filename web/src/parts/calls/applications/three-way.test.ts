import { describe, expect, it } from 'vitest'
import { mergeThreeWay } from './three-way.ts'

const base = { title: '甲', hours: 10, team: [{ name: '王' }] }

describe('two editors of one draft', () => {
  it('keep what each changed alone', () => {
    const merge = mergeThreeWay(base, { ...base, title: '乙' }, { ...base, hours: 12 })
    expect(merge).toEqual({ values: { ...base, title: '乙', hours: 12 }, conflicts: [], theirsChanged: true })
  })
  it('must choose where both changed, differently', () => {
    const merge = mergeThreeWay(base, { ...base, title: '乙' }, { ...base, title: '丙' })
    expect(merge.conflicts).toEqual(['title'])
    expect(merge.values['title']).toBe('乙')
  })
  it('agree where both wrote the same', () => {
    expect(mergeThreeWay(base, { ...base, title: '乙' }, { ...base, title: '乙' }).conflicts).toEqual([])
  })
  it('sees that nothing but the version moved, as after an upload', () => {
    expect(mergeThreeWay(base, { ...base, hours: 11 }, { ...base }).theirsChanged).toBe(false)
  })
  it('compares rows by what is in them, and takes an emptied field for a change', () => {
    expect(mergeThreeWay(base, { ...base, team: [{ name: '王' }] }, { ...base, team: [] }).values['team']).toEqual([])
    expect(mergeThreeWay(base, { ...base, hours: null }, base).values['hours']).toBeNull()
  })
})
