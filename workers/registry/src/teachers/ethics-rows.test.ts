import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { describe, expect, it } from 'vitest'
import { checkEthicsRows, type EthicsCells } from './ethics-rows.ts'

const row: EthicsCells = {
  schoolCode: '2141000001',
  name: '张三',
  document: null,
  year: '2025',
  result: '不合格',
  until: '2027-12-31',
  reason: '有偿补课',
}

describe('rows of ethics records', () => {
  it('reads a whole row, and years, results and days as tables write them', () => {
    const sound = { row: 1, schoolCode: '2141000001', name: '张三', document: null, year: 2025, result: 'fail' }
    expect(checkEthicsRows([row])).toEqual({
      sound: [{ ...sound, until: '2027-12-31', reason: '有偿补课' }],
      problems: [],
    })
    const days = ['2027/12/31', '2027.12.31', '2027年12月31日'].map((until) => ({ ...row, until, year: '2025 年度' }))
    expect(checkEthicsRows(days).sound.map(({ until }) => until)).toEqual(Array(3).fill('2027-12-31'))
    expect(checkEthicsRows([{ ...row, until: '2027/1/5' }]).sound[0]?.until).toBe('2027-01-05')
    const [first] = checkEthicsRows([{ ...row, year: 2025, result: '合格', until: '' }]).sound
    expect(first).toMatchObject({ year: 2025, result: 'pass', until: null })
  })

  it('takes a row without a name as one of the school itself', () => {
    expect(checkEthicsRows([{ ...row, name: ' ' }]).sound[0]?.name).toBeNull()
  })

  it('reads an identity number where names coincide', () => {
    const document = makeIdentityNumber('410105', '1985-06-01', 7)
    expect(checkEthicsRows([{ ...row, document }]).sound[0]?.document).toBe(document)
    expect(checkEthicsRows([{ ...row, document, name: null }]).problems).toEqual([
      { row: 1, column: 'name', problem: 'required' },
    ])
  })

  it.each([
    ['schoolCode', null, 'required'],
    ['document', 410105198506010000, 'numeric_cell'],
    ['document', '12345', 'wrong_format'],
    ['year', 1999, 'wrong_format'],
    ['year', 2025.5, 'wrong_format'],
    ['year', '去年', 'wrong_format'],
    ['result', '良好', 'not_a_choice'],
    ['result', undefined, 'required'],
    ['until', '2027-02-30', 'not_a_date'],
    ['until', '年底', 'not_a_date'],
    ['until', '2024-12-31', 'ends_before_year'],
    ['reason', '', 'required'],
  ])('tells %s = %j as %s', (column, value, problem) => {
    const { sound, problems } = checkEthicsRows([row, { ...row, [column]: value }])
    expect(sound.length).toBe(1)
    expect(problems).toEqual([{ row: 2, column, problem }])
  })

  it('takes the first day of the year as the last day of effect', () => {
    expect(checkEthicsRows([{ ...row, until: '2025-01-01' }]).problems).toEqual([])
  })
})
