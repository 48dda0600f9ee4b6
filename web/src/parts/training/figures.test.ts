import { describe, expect, it } from 'vitest'
import { applicationStates, counted, filled } from './figures.ts'

const counters = { 'application.submitted': 3, 'application.approved': 2, 'application.draft': 0, 'project.running': 9 }

describe('figures of the workbench', () => {
  it('add up the states of one entity alone', () => {
    expect(counted(counters, 'application', applicationStates)).toBe(5)
  })
  it('leave out what is empty and keep the order of the life cycle', () => {
    expect(filled(counters, 'application', applicationStates)).toEqual([
      { state: 'submitted', n: 3 },
      { state: 'approved', n: 2 },
    ])
  })
})
