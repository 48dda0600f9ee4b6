import { describe, expect, it } from 'vitest'
import { PRINTED, type PrintedCertificate } from './certificate.ts'
import { checkCorrections, correctedCertificate, printedHours } from './printed-certificate.ts'

const printed = {
  ...(Object.fromEntries(Object.keys(PRINTED).map((key) => [key, key])) as PrintedCertificate),
  from: '2026-05-01',
  to: '2026-05-03',
  hours: '12',
}

describe('printed hours', () => {
  it.each([
    [0, 45, '0'],
    [2250, 45, '50'],
    [2250, 40, '56.25'],
    [100, 45, '2.22'],
    [101, 45, '2.24'],
    [1, 200, '0.01'],
    [1, 201, '0'],
    [90, 60, '1.5'],
  ])('%d minutes at %d an hour are %s', (minutes, perHour, text) => expect(printedHours(minutes, perHour)).toBe(text))
})

describe('corrections', () => {
  const problems = (corrections: object) =>
    checkCorrections(printed, corrections).map(({ pointer, problem }) => [pointer, problem])
  it('must change something', () => {
    expect(problems({})).toEqual([['', 'required']])
    expect(problems({ name: 'name', hours: undefined })).toEqual([['', 'required']])
    expect(problems({ name: '王小明' })).toEqual([])
  })
  it('keep the days in order, one of them given or both', () => {
    expect(problems({ to: '2026-05-01' })).toEqual([])
    expect(problems({ to: '2026-04-30' })).toEqual([['/to', 'ends_before_start']])
    expect(problems({ from: '2026-05-04' })).toEqual([['/to', 'ends_before_start']])
    expect(problems({ from: '2026-02-30' })).toEqual([['/from', 'not_a_date']])
  })
  it('make a new paper with its own number and day', () => {
    const made = correctedCertificate(
      printed,
      { name: '王小明', hours: '12.50' },
      { number: 'N2', issuedOn: '2026-06-01' },
    )
    expect(made).toEqual({ ...printed, name: '王小明', hours: '12.5', number: 'N2', issuedOn: '2026-06-01' })
  })
})
