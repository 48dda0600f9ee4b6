import { describe, expect, it } from 'vitest'
import { grantableIn, grantProblem, grantProblems, joinsPosts } from './grant-roles.ts'

describe('roles that a bureau gives', () => {
  it('leaves platform roles out everywhere and curators to cities and provinces', () => {
    expect(grantableIn('county', 'operator')).toBe(false)
    expect(grantableIn('province', 'province_officer')).toBe(false)
    expect(grantableIn('county', 'curator')).toBe(false)
    expect(grantableIn('city_run', 'curator')).toBe(false)
    expect(grantableIn('city', 'curator')).toBe(true)
    expect(grantableIn('province', 'curator')).toBe(true)
    expect(grantableIn('zone', 'office')).toBe(true)
  })

  it('asks for a unit where the role stands for one, and for none elsewhere', () => {
    expect(grantProblem('county', { role: 'school_admin' }, null)).toEqual({ member: 'unit', problem: 'required' })
    expect(grantProblem('county', { role: 'school_admin', unit: 'sch_1' }, null)).toEqual({
      member: 'unit',
      problem: 'not_in_district',
    })
    expect(grantProblem('county', { role: 'school_admin', unit: 'sch_1' }, '金水一小')).toBeNull()
    expect(grantProblem('county', { role: 'office', unit: 'sch_1' }, '金水一小')).toEqual({
      member: 'unit',
      problem: 'unknown_field',
    })
    expect(grantProblem('county', { role: 'office' }, null)).toBeNull()
  })

  it('points at what is wrong in a list', () => {
    const grants = [{ role: 'office' as const }, { role: 'operator' as const }, { role: 'office' as const }]
    expect(grantProblems('county', grants, [null, null, null], '/memberships')).toEqual([
      { pointer: '/memberships/1/role', problem: 'not_a_choice' },
      { pointer: '/memberships/2', problem: 'duplicate' },
    ])
  })

  it('keeps administration, audit and business apart, held or given together', () => {
    expect(joinsPosts([], ['admin'])).toBe(false)
    expect(joinsPosts([], ['office', 'finance', 'expert'])).toBe(false)
    expect(joinsPosts([], ['admin', 'office'])).toBe(true)
    expect(joinsPosts([], ['office', 'auditor'])).toBe(true)
    expect(joinsPosts(['admin'], ['auditor'])).toBe(true)
    expect(joinsPosts(['auditor'], ['teacher'])).toBe(true)
    expect(joinsPosts(['office'], ['expert'])).toBe(false)
  })
})
