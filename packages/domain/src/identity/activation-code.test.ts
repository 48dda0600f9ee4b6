import { describe, expect, it } from 'vitest'
import { readActivationCode, writeActivationCode } from './activation-code.ts'

describe('an activation code', () => {
  it('carries all 128 bits in 26 symbols', () => {
    expect(writeActivationCode(new Uint8Array(16))).toBe('00000-00000-00000-00000-00000-0')
    expect(writeActivationCode(new Uint8Array(16).fill(255))).toBe('7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-Z')
    const one = new Uint8Array(16)
    one[15] = 1
    expect(writeActivationCode(one)).toBe('00000-00000-00000-00000-00000-1')
  })

  it('is read however it is typed', () => {
    const code = writeActivationCode(Uint8Array.from({ length: 16 }, (_, n) => n * 16 + n))
    const symbols = code.replaceAll('-', '')
    expect(readActivationCode(code)).toBe(symbols)
    expect(readActivationCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(symbols)
    expect(readActivationCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(symbols)
  })

  it.each([
    '',
    '00000-00000-00000-00000-00000',
    '00000-00000-00000-00000-00000-00',
    'U0000-00000-00000-00000-00000-0',
    '00000-00000-00000-00000-00000-é',
  ])('refuses %j', (text) => {
    expect(readActivationCode(text)).toBeNull()
  })
})
