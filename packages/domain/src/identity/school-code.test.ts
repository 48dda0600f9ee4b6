import { describe, expect, it } from 'vitest'
import { readSchoolCode, schoolClasses } from './school-code.ts'

describe('school code', () => {
  it.each([
    ['1141000001', 'kindergarten'],
    ['2141000001', 'primary'],
    ['3141000001', 'junior'],
    ['3441000001', 'senior'],
    ['3641000001', 'vocational'],
    ['5141000001', 'special'],
    ['4141010459', null],
  ])('reads %s as %s', (code, phase) => {
    expect(readSchoolCode(code)).toMatchObject({ ok: true, value: { code, province: '41', phase } })
  })

  it('splits class, province and serial', () => {
    expect(readSchoolCode(' 2141001234 ')).toEqual({
      ok: true,
      value: {
        code: '2141001234',
        classCode: '21',
        className: '小学',
        province: '41',
        serial: '001234',
        phase: 'primary',
      },
    })
  })

  it.each([
    ['214100123', 'school-code-malformed'],
    ['21410012345', 'school-code-malformed'],
    ['214100123X', 'school-code-malformed'],
    ['2.141E+09', 'school-code-malformed'],
    ['9941001234', 'school-code-class-unknown'],
    ['2199001234', 'school-code-province-unknown'],
  ])('refuses %s: %s', (code, refusal) => {
    expect(readSchoolCode(code)).toEqual({ ok: false, refusal: { code: refusal } })
  })

  it('names each class once', () => {
    expect(new Set(schoolClasses.map((each) => each.code)).size).toBe(schoolClasses.length)
  })
})
