import { describe, expect, it } from 'vitest'
import { readTeacherCertificate } from './teacher-certificate.ts'

describe('teacher certificate', () => {
  it('splits its parts', () => {
    expect(readTeacherCertificate('20124101032001234')).toEqual({
      ok: true,
      value: {
        number: '20124101032001234',
        year: 2012,
        province: '41',
        authority: '010',
        qualification: '3',
        sexDigit: '2',
        serial: '001234',
      },
    })
  })

  it.each(['0', '1', '2'])('accepts the sex digit %s of either era', (sexDigit) => {
    expect(readTeacherCertificate(`200141010${'2'}${sexDigit}000001`)).toMatchObject({ ok: true, value: { sexDigit } })
    expect(readTeacherCertificate(`201541010${'2'}${sexDigit}000001`)).toMatchObject({ ok: true, value: { sexDigit } })
  })

  it.each([
    ['2012410103200123', 'teacher-certificate-malformed'],
    ['201241010320012345', 'teacher-certificate-malformed'],
    ['2.0124E+16', 'teacher-certificate-malformed'],
    ['18124101032001234', 'teacher-certificate-malformed'],
    ['20129901032001234', 'teacher-certificate-province-unknown'],
    ['20124101002001234', 'teacher-certificate-kind-unknown'],
    ['20124101082001234', 'teacher-certificate-kind-unknown'],
  ])('refuses %s: %s', (number, code) => {
    expect(readTeacherCertificate(number)).toEqual({ ok: false, refusal: { code } })
  })
})
