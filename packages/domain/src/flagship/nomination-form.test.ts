import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkForm, checkFormDesign } from '../calls/design/form.ts'
import { listingPackageOf, NOMINATION_FORM, nominationValues } from './nomination-form.ts'
import type { ListingPackage } from './package.ts'

const line = fc.string({ unit: 'grapheme', maxLength: 12 })
const said = line.filter((text) => text.trim() !== '')
const count = fc.nat(10_000)
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)

/** Packages as an evaluated project makes them: what the form requires is there. */
const packages: fc.Arbitrary<ListingPackage> = fc.record({
  title: said,
  level: said,
  phase: said,
  subject: said,
  module: said,
  mode: said,
  hours: count.map((n) => n + 1),
  summary: said,
  outline: fc.array(fc.record({ title: line, hours: count, module: line }), { maxLength: 4 }),
  milestones: fc.array(
    fc.tuple(said, day, day).map(([text, a, b]) => ({ text, from: a < b ? a : b, to: a < b ? b : a })),
    { maxLength: 4 },
  ),
  trainers: line,
  resources: line,
  evaluation: fc.record({ score: count, band: said }),
  licence: said,
  origin: fc.record({ district: said, districtName: said, project: said, number: said }),
})

describe('a nomination', () => {
  it('brings a package through the answers of its form unchanged', () => {
    fc.assert(
      fc.property(packages, (contents) => {
        expect(listingPackageOf(contents.title, nominationValues(contents))).toEqual(contents)
      }),
    )
  })

  it('brings answers through the package unchanged, and they are what the form asks', () => {
    fc.assert(
      fc.property(packages, (contents) => {
        const values = nominationValues(contents)
        expect(nominationValues(listingPackageOf(contents.title, values))).toEqual(values)
        expect(Object.keys(values).sort()).toEqual(NOMINATION_FORM.map(({ key }) => key).sort())
        expect(checkForm(NOMINATION_FORM, values, true)).toEqual([])
      }),
    )
  })

  it('is read without codes and hundredths', () => {
    const contents: ListingPackage = {
      ...listingPackageOf('甲', {}),
      level: 'district',
      evaluation: { score: 8650, band: 'good' },
    }
    expect(nominationValues(contents)).toMatchObject({ level: '区县级', score: 86.5, band: '良好' })
    expect(listingPackageOf('甲', nominationValues(contents))).toEqual(contents)
  })

  it('shares no row with the package it came from', () => {
    fc.assert(
      fc.property(packages, (contents) => {
        const before = structuredClone(contents)
        const values = nominationValues(contents)
        for (const rows of [values['outline'], values['milestones']])
          if (Array.isArray(rows)) for (const row of rows) for (const key of Object.keys(row)) row[key] = null
        expect(contents).toEqual(before)
      }),
    )
  })

  it('takes the title from the application and blanks from what is not answered or of another type', () => {
    const blank = listingPackageOf('甲', {})
    expect(blank).toMatchObject({ title: '甲', level: '', hours: 0, outline: [], milestones: [], trainers: '' })
    expect(blank.evaluation).toEqual({ score: 0, band: '' })
    expect(blank.origin).toEqual({ district: '', districtName: '', project: '', number: '' })
    expect(listingPackageOf('甲', { level: 1, hours: '1', outline: '甲', milestones: null })).toEqual(blank)
    expect(listingPackageOf('甲', { outline: [{ hours: null }], milestones: [{}] })).toMatchObject({
      outline: [{ title: '', hours: 0, module: '' }],
      milestones: [{ text: '', from: '', to: '' }],
    })
  })

  it('is a sound form that hides from experts who nominates and who trained', () => {
    expect(checkFormDesign(NOMINATION_FORM)).toEqual([])
    const hidden = NOMINATION_FORM.filter(({ identifying }) => identifying).map(({ key }) => key)
    expect(hidden).toEqual(['originName', 'originNumber', 'trainers', 'originDistrict', 'originProject'])
  })
})
