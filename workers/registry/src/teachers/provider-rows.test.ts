import { describe, expect, it } from 'vitest'
import { checkProviderRows, type ProviderCells } from './provider-rows.ts'

const row: ProviderCells = {
  name: '郑州师范学院',
  levels: '市级、区县级',
  accreditedFrom: '2026-01-01',
  accreditedTo: '2028-12-31',
}

describe('rows of providers', () => {
  it('takes the words and codes of levels, each once, and days as tables write them', () => {
    const sound = { row: 1, ...row, number: '', levels: ['city', 'district'] }
    expect(checkProviderRows([row])).toEqual({ sound: [sound], problems: [] })
    const written = {
      ...row,
      levels: 'city,区级 县级；市级',
      accreditedFrom: '2026/1/1',
      accreditedTo: '2028年12月31日',
    }
    expect(checkProviderRows([written]).sound).toEqual([sound])
    const every = { ...row, levels: '国家级、省级、市级、区县级、校级、名师工作室' }
    const [all] = checkProviderRows([every]).sound
    expect(all?.levels).toEqual(['national', 'province', 'city', 'district', 'school', 'studio'])
  })

  it.each([
    ['name', null, 'required'],
    ['name', 7, 'not_text'],
    ['levels', ' ', 'required'],
    ['levels', '、', 'wrong_format'],
    ['levels', '市级、部级', 'not_a_choice'],
    ['levels', 'constructor', 'not_a_choice'],
    ['accreditedFrom', undefined, 'required'],
    ['accreditedFrom', '2026-02-29', 'not_a_date'],
    ['accreditedFrom', 46023, 'not_a_date'],
    ['accreditedTo', '长期', 'not_a_date'],
    ['accreditedTo', '2025-12-31', 'ends_before_start'],
  ])('tells %s = %j as %s', (column, value, problem) => {
    const { sound, problems } = checkProviderRows([row, { ...row, name: '另一学院', [column]: value }])
    expect(sound.length).toBe(1)
    expect(problems).toEqual([{ row: 2, column, problem }])
  })

  it('takes a term of one day and a name of 60 characters, and tells one of 61', () => {
    expect(checkProviderRows([{ ...row, accreditedTo: '2026-01-01' }]).problems).toEqual([])
    const names = [60, 61].map((length) => ({ ...row, name: '院'.repeat(length) }))
    expect(checkProviderRows(names).problems).toEqual([{ row: 2, column: 'name', problem: 'too_long', limit: 60 }])
  })

  it('tells every wrong cell of a row, and the second of two with one name', () => {
    const { sound, problems } = checkProviderRows([{}, row, { ...row, name: ' 郑州师范学院 ' }])
    expect(sound.map((one) => one.row)).toEqual([2])
    expect(problems.map(({ row, column, problem }) => `${row} ${column} ${problem}`)).toEqual([
      '1 name required',
      '1 levels required',
      '1 accreditedFrom required',
      '1 accreditedTo required',
      '3 name duplicate',
    ])
  })
})
