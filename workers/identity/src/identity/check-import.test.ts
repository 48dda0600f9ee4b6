import { describe, expect, it } from 'vitest'
import { checkImport } from './check-import.ts'

const row = (username: string, given: { name?: string; role?: string; unit?: string } = {}) => ({
  username,
  name: '王芳',
  role: 'office',
  ...given,
})
const check = (rows: ReturnType<typeof row>[], names: (string | null)[] = []) =>
  checkImport('county', rows, new Set(['taken.name']), names)

describe('an import of accounts', () => {
  it('takes what is right and tells the rest by row and column', () => {
    const rows = [
      row('wang.fang'),
      row('x'),
      row('taken.name'),
      row('Wang.Fang'),
      row('li.lei', { name: ' ' }),
      row('li.lei2', { name: '名'.repeat(41) }),
      row('li.lei3', { role: 'king' }),
      row('li.lei4', { role: 'operator' }),
      row('li.lei5', { role: 'school_admin' }),
      row('li.lei6', { role: 'school_admin', unit: 'sch_1' }),
      row('li.lei7', { role: 'school_admin', unit: 'sch_2' }),
      row('li.lei8', { unit: 'sch_1' }),
      row('', { role: '' }),
    ]
    const names = rows.map(({ unit }) => (unit === 'sch_1' ? '金水一小' : null))
    const { accepted, rejected } = check(rows, names)
    expect(accepted.map(({ username, unitName }) => [username, unitName])).toEqual([
      ['wang.fang', null],
      ['li.lei6', '金水一小'],
    ])
    expect(rejected.map(({ row: no, column, problem }) => `${no} ${column} ${problem}`)).toEqual([
      '2 username wrong_format',
      '3 username taken',
      '4 username duplicate',
      '5 name required',
      '6 name too_long',
      '7 role not_a_choice',
      '8 role not_a_choice',
      '9 unit required',
      '11 unit not_in_district',
      '12 unit unknown_field',
      '13 username required',
      '13 role required',
    ])
  })

  it('names every wrong column of a row', () => {
    expect(check([row('!', { name: '', role: '?' })]).rejected.map(({ column }) => column)).toEqual([
      'username',
      'name',
      'role',
    ])
  })
})
