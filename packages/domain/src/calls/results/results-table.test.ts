import { describe, expect, it } from 'vitest'
import { APPLICATION } from '../applications/application.ts'
import { OUTCOMES, readResults } from './results-table.ts'

const row = (
  number: string | number | null,
  outcome: string | number | null,
  reason: string | number | null = null,
) => ({
  number,
  outcome,
  reason,
})

describe('a table of results', () => {
  it('says of each application what becomes of it', () => {
    const { sound, problems } = readResults([
      row(' SB2026-0001 ', '通过'),
      row('SB2026-0002', '修改', '补充预算'),
      row('SB2026-0003', '重大修改', ' 目标不明 '),
      row('SB2026-0004', '不通过', '超出范围'),
      row(20260005, 'pass', '材料齐全'),
    ])
    expect(problems).toEqual([])
    expect(sound).toEqual([
      { row: 1, number: 'SB2026-0001', outcome: 'pass', note: undefined },
      { row: 2, number: 'SB2026-0002', outcome: 'revise', note: '补充预算' },
      { row: 3, number: 'SB2026-0003', outcome: 'major_revision', note: '目标不明' },
      { row: 4, number: 'SB2026-0004', outcome: 'reject', note: '超出范围' },
      { row: 5, number: '20260005', outcome: 'pass', note: '材料齐全' },
    ])
  })

  it('leaves out what is not decided yet, and keeps the count of rows', () => {
    expect(readResults([row('SB1', null), row('SB2', '  ', '以后再说'), row('SB3', '通过')])).toEqual({
      sound: [{ row: 3, number: 'SB3', outcome: 'pass', note: undefined }],
      problems: [],
    })
  })

  it('tells everything that is wrong, with row and column', () => {
    expect(
      readResults([
        row(null, '通过'),
        row('SB2', '基本通过'),
        row('SB3', '不通过'),
        row('SB4', '修改', 'x'.repeat(2000)),
        row('SB5', '修改', 'x'.repeat(2001)),
        row('', '待定'),
      ]).problems,
    ).toEqual([
      { row: 1, column: 'number', problem: 'required' },
      { row: 2, column: 'outcome', problem: 'not_a_choice' },
      { row: 3, column: 'reason', problem: 'reason_required' },
      { row: 5, column: 'reason', problem: 'too_long', limit: 2000 },
      { row: 6, column: 'number', problem: 'required' },
      { row: 6, column: 'outcome', problem: 'not_a_choice' },
    ])
  })

  it('refuses a number decided twice, both times', () => {
    const { sound, problems } = readResults([row('SB1', '通过'), row('SB2', '通过'), row('SB1', '不通过', '重复')])
    expect(sound.map(({ number }) => number)).toEqual(['SB2'])
    expect(problems).toEqual([
      { row: 1, column: 'number', problem: 'duplicate' },
      { row: 3, column: 'number', problem: 'duplicate' },
    ])
  })

  it('knows no word of the prototype', () => {
    expect(readResults([row('SB1', 'constructor')]).problems).toEqual([
      { row: 1, column: 'outcome', problem: 'not_a_choice' },
    ])
  })

  it('asks for a reason exactly where the life cycle does', () => {
    for (const [outcome, { action }] of Object.entries(OUTCOMES)) {
      const move = APPLICATION.moves.find((one) => one.action === action && one.from.includes('submitted'))
      expect([outcome, move?.note === 'required']).toEqual([outcome, outcome !== 'pass'])
    }
  })
})
