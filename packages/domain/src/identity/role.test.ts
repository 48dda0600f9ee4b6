import { describe, expect, it } from 'vitest'
import { postsConflict, ROLES, type Role } from './role.ts'

const BUSINESS = ROLES.filter((role) => role !== 'admin' && role !== 'auditor')

describe('postsConflict', () => {
  const rows: [Role[], Role, boolean][] = [
    [[], 'admin', false],
    [[], 'auditor', false],
    [[], 'office', false],
    [['admin'], 'admin', false],
    [['auditor'], 'auditor', false],
    [['admin'], 'auditor', true],
    [['auditor'], 'admin', true],
    [['office', 'expert', 'teacher'], 'finance', false],
    [['office', 'expert'], 'admin', true],
    [['office', 'expert'], 'auditor', true],
    [['admin', 'auditor'], 'office', true],
    [['admin', 'office'], 'office', true],
  ]
  it.each(rows)('%j with %s: %s', (held, added, expected) => expect(postsConflict(held, added)).toBe(expected))

  it('keeps administration and audit apart from every business role, both ways, and business roles together', () => {
    for (const role of BUSINESS) {
      for (const post of ['admin', 'auditor'] as const) {
        expect(postsConflict([post], role), `${post} + ${role}`).toBe(true)
        expect(postsConflict([role], post), `${role} + ${post}`).toBe(true)
      }
      for (const other of BUSINESS) expect(postsConflict([role], other), `${role} + ${other}`).toBe(false)
    }
  })

  it('does not ask in which order roles came', () => {
    for (const held of ROLES)
      for (const added of ROLES) expect(postsConflict([held], added)).toBe(postsConflict([added], held))
  })
})
