import { describe, expect, it } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { passwordProblem } from './password-rules.ts'

const OWNER = ['wang.fang', '王芳', '金水区教育局', 'jinshui']
const problem = (password: string) => passwordProblem(password, OWNER)?.problem ?? null

describe('a password', () => {
  it.each([
    ['x7#kQ2p', 'too_short'],
    ['x7#kQ2pw', null],
    [`x7#kQ2pw${'å'.repeat(120)}`, null],
    [`x7#kQ2pw${'å'.repeat(121)}`, 'too_long'],
    ['春江潮水连海平', 'too_short'],
    ['春江潮水连海平月', null],
    ['😀😁😂🤣😃😄😅', 'too_short'],
    ['abcdefg\ud800', 'wrong_format'],
  ])('%j by its length: %s', (password, expected) => {
    expect(problem(password)).toBe(expected)
  })

  it.each([
    'password',
    'PassWord',
    'password2026',
    'Qwerty123!',
    'jiaoshi888',
    '12345678',
    '87654321',
    'abcdefgh',
    'aaaaaaaa',
    'abcabcabc',
    '52013140',
    '1qaz2wsx',
  ])('%s is common', (password) => {
    expect(problem(password)).toBe('common_password')
  })

  it.each([
    'wang.fang',
    'wang.fang1',
    'WangFang88',
    'jinshui2026',
    'Jinshui-1234',
    '金水区教育局2026',
    '王芳王芳王芳王芳1',
  ])('%s says whose it is', (password) => {
    expect(problem(password)).toBe('contextual_password')
  })

  it.each(['wang-correct-horse', 'jinshui lotus pond', 'kettle-orbit-41', 'Zx9 mv4 Qp', '        x'])(
    '%j is good enough',
    (password) => {
      expect(problem(password)).toBeNull()
    },
  )

  it('refuses every listed one that is long enough', () => {
    for (const word of COMMON_PASSWORDS) if (word.length >= 8) expect(problem(word), word).toBe('common_password')
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(200)
  })
})
