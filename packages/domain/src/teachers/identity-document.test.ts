import { describe, expect, it } from 'vitest'
import {
  identityCheckDigit,
  identityDocumentKinds,
  makeIdentityNumber,
  readIdentityDocument,
} from './identity-document.ts'

const card = (text: string) => readIdentityDocument('resident-identity-card', text)
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('identity document', () => {
  it('reads the vectors of the standard', () => {
    expect(card('11010519491231002X')).toEqual({
      ok: true,
      value: {
        kind: 'resident-identity-card',
        number: '11010519491231002X',
        prefix: '110105',
        birth: '1949-12-31',
        sex: 'female',
      },
    })
    expect(card('440524188001010014')).toMatchObject({ ok: true, value: { birth: '1880-01-01', sex: 'male' } })
  })

  it('normalises a lower-case x, spaces around and full-width characters', () => {
    expect(card(' 11010519491231002x ')).toMatchObject({ ok: true, value: { number: '11010519491231002X' } })
    expect(card('１１０１０５19491231002ｘ')).toMatchObject({ ok: true, value: { number: '11010519491231002X' } })
  })

  it('refuses each of the ten wrong check digits', () => {
    for (const digit of '0123456789') {
      expect(card(`11010519491231002${digit}`)).toEqual(refused('identity-check-digit-wrong'))
    }
  })

  it('finds any single wrong digit and any swap of unequal neighbours', () => {
    const good = makeIdentityNumber('411003', '1985-06-15', 271)
    for (let place = 14; place < 17; place += 1) {
      const wrong = good.slice(0, place) + String((Number(good[place]) + 1) % 10) + good.slice(place + 1)
      expect(card(wrong)).toEqual(refused('identity-check-digit-wrong'))
    }
    const swapped = good.slice(0, 14) + good[15] + good[14] + good.slice(16)
    expect(card(swapped)).toEqual(refused('identity-check-digit-wrong'))
  })

  it.each(['', '1.1E+17', '110105491231002', '1101051949123100', 'X10105194912310020', '110105 19491231002X'])(
    'refuses the shape of "%s"',
    (text) => {
      expect(card(text)).toEqual(refused('identity-number-malformed'))
    },
  )

  it('refuses the tail that a spreadsheet sets to zero', () => {
    expect(card('110105194912310000')).toEqual(refused('identity-check-digit-wrong'))
  })

  it('refuses an impossible day and an unknown region', () => {
    expect(card(withCheckDigit('11010519490229002'))).toEqual(refused('identity-birth-impossible'))
    expect(card(makeIdentityNumber('990105', '1990-01-01', 1))).toEqual(refused('identity-region-unknown'))
  })

  it('keeps the prefix of an abolished division', () => {
    expect(card(makeIdentityNumber('411023', '1979-02-28', 34))).toMatchObject({
      ok: true,
      value: { prefix: '411023' },
    })
  })

  it('reads residence permits by the same standard, and only of their regions', () => {
    const permit = 'hk-macao-taiwan-residence-permit'
    expect(readIdentityDocument(permit, makeIdentityNumber('830000', '1990-03-04', 7))).toMatchObject({
      ok: true,
      value: { birth: '1990-03-04', sex: 'male' },
    })
    expect(readIdentityDocument(permit, '11010519491231002X')).toEqual(refused('identity-region-unknown'))
  })

  it('takes other documents without claiming a birth date', () => {
    for (const kind of identityDocumentKinds.slice(2)) {
      expect(readIdentityDocument(kind, ' e1234567 ')).toEqual({
        ok: true,
        value: { kind, number: 'E1234567', prefix: null, birth: null, sex: null },
      })
      expect(readIdentityDocument(kind, 'E-12')).toEqual(refused('identity-number-malformed'))
    }
  })

  it('makes numbers that read back, male when the sequence is odd', () => {
    for (let sequence = 0; sequence < 1000; sequence += 37) {
      const number = makeIdentityNumber('410105', '2000-02-29', sequence)
      expect(card(number)).toMatchObject({
        ok: true,
        value: { number, birth: '2000-02-29', sex: sequence % 2 === 1 ? 'male' : 'female' },
      })
    }
    expect(() => makeIdentityNumber('410105', '2001-02-29', 1)).toThrow(RangeError)
    expect(() => makeIdentityNumber('410105', '2001-02-28', 1000)).toThrow(RangeError)
    expect(() => makeIdentityNumber('41010', '2001-02-28', 1)).toThrow(RangeError)
  })
})

function withCheckDigit(digits: string): string {
  return digits + identityCheckDigit(digits)
}
