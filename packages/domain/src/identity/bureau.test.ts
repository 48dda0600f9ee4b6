import { describe, expect, it } from 'vitest'
import { bureauKey, kindFitsLevel, slugIsFree } from './bureau.ts'
import { DISTRICT_KINDS, type DistrictKind } from './visitor.ts'

describe('bureauKey', () => {
  const rows: [DistrictKind, string, string, string][] = [
    ['county', '410102', 'county', '410102'],
    ['zone', '410171', 'county', '410171'],
    ['zone', '410100', 'prefecture', '410100/高新区教育局'],
    ['city_run', '410100', 'prefecture', '410100'],
    ['province_directed', '419001', 'county', '419001'],
    ['city', '410100', 'prefecture', '410100'],
    ['province', '410000', 'province', '410000'],
  ]
  it.each(rows)('%s at %s (%s) is %s', (kind, division, level, key) =>
    expect(bureauKey(kind, division, level, '高新区教育局')).toBe(key),
  )

  it('tells zones under one code apart by name, and no other bureaus', () => {
    const key = (kind: DistrictKind, name: string) => bureauKey(kind, '410100', 'prefecture', name)
    expect(key('zone', '高新区')).not.toBe(key('zone', '经开区'))
    expect(key('zone', '高新区')).not.toBe(key('city', '高新区'))
    expect(key('city', '甲')).toBe(key('city', '乙'))
  })
})

describe('kindFitsLevel', () => {
  const FITS: Record<DistrictKind, string[]> = {
    county: ['county'],
    zone: ['county', 'prefecture'],
    city_run: ['county', 'prefecture'],
    province_directed: ['county', 'prefecture'],
    city: ['prefecture'],
    province: ['province'],
  }
  it.each(DISTRICT_KINDS)('lets %s stand where it may and nowhere else', (kind) => {
    for (const level of ['county', 'prefecture', 'province', 'nation', '', 'constructor'])
      expect(kindFitsLevel(kind, level), level).toBe(FITS[kind].includes(level))
  })
})

describe('slugIsFree', () => {
  it.each(['api', 'feeds', 'oauth', 'notices', 'healthz', 'demo', 'www', 'admin'])('keeps %s', (slug) =>
    expect(slugIsFree(slug)).toBe(false),
  )

  it.each(['jinshui', 'api2', 'ap', 'demo-1', 'constructor'])('gives %s', (slug) => expect(slugIsFree(slug)).toBe(true))
})
