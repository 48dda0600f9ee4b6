import { describe, expect, it } from 'vitest'
import { PERMISSIONS, type Permission, scopeOf, unitLimit } from './permission.ts'
import { PLATFORM_ROLES, ROLES, type Role } from './role.ts'
import type { Person, Visitor } from './visitor.ts'

const person = (role: Role, unit: string | null = 'u1'): Person => ({
  kind: 'person',
  account: 'a1',
  membership: 'm1',
  name: '王小明',
  role,
  district: null,
  division: null,
  unit,
  stands: [],
})
const isPermission = (name: string): name is Permission => name.includes('.')
const ALL = Object.keys(PERMISSIONS).filter(isPermission)
const STRANGERS: Visitor[] = [
  { kind: 'public' },
  { kind: 'job', name: 'close-calls' },
  { kind: 'province', client: 'c1', division: '410000' },
]

/** One row a permission, one letter a role in the order of ROLES: d district, u unit, a assigned, s self, p platform. */
const LETTERS = { district: 'd', unit: 'u', assigned: 'a', self: 's', platform: 'p' } as const
const TOLD: [Permission, string][] = [
  // ad of fi ex au sa re pr te cu po op
  ['district.read', 'dddddddddd--'],
  ['school.read', 'ddd-duuu-d--'],
  ['teacher.read', 'ddd-duu-s---'],
  ['teacher.write', '-d---uu-----'],
  ['expert.read', 'dddsd-------'],
  ['account.write', 'd-----------'],
  ['application.read', 'ddd-duuu-d--'],
  ['application.write', '-----u-u----'],
  ['application.submit', '-----u-u----'],
  ['application.approve', '-d----------'],
  ['application.withdraw', '-----u-u----'],
  ['panel.read', 'ddd-d-------'],
  ['panel.conclude', '-d----------'],
  ['scoresheet.read', '-d-ad-------'],
  ['scoresheet.write', '---a--------'],
  ['scoresheet.submit', '---a--------'],
  ['scoresheet.recuse', '-d-a--------'],
  ['scoresheet.reopen', '-d----------'],
  ['evaluation.read', 'ddd-du-u-d--'],
  ['notice.conclude', '-d----------'],
  ['objection.read', '-d--d-------'],
  ['listing.promote', '---------d--'],
  ['listing.curate', '-d--d----d--'],
  ['adoption.write', '-d---u-u----'],
  ['audit.read', '----d-------'],
  ['setting.write', 'dd----------'],
  ['feed.read', '----------p-'],
  ['platform.read', '-----------p'],
]

describe('the permission table', () => {
  it('lists every permission under a name of two parts', () => expect(ALL).toEqual(Object.keys(PERMISSIONS)))

  it.each(TOLD)('%s: %s', (permission, expected) => {
    const found = ROLES.map((role) => {
      const scope = scopeOf(person(role), permission)
      return scope === null ? '-' : LETTERS[scope]
    })
    expect(found.join('')).toBe(expected)
  })

  it('grants a person nothing that it does not name, and anybody else nothing at all', () => {
    for (const role of ROLES)
      for (const permission of ['application.burn', 'nothing.read', '.', 'constructor.name'] as const)
        expect(scopeOf(person(role), permission), permission).toBeNull()
    for (const visitor of STRANGERS) for (const permission of ALL) expect(scopeOf(visitor, permission)).toBeNull()
  })

  it('lets an auditor change nothing', () => {
    const granted = ALL.filter((permission) => scopeOf(person('auditor'), permission) !== null)
    expect(granted.filter((permission) => !permission.endsWith('.read'))).toEqual(['listing.curate'])
  })

  it('lets platform roles into no district and district roles nowhere else', () => {
    for (const [permission, grants] of Object.entries(PERMISSIONS))
      for (const role of ROLES) {
        const scope = grants[role]
        if (scope !== undefined)
          expect(scope === 'platform', `${role} ${permission}`).toBe(PLATFORM_ROLES.includes(role))
      }
  })

  it('never opens the whole district to a school, a provider or a teacher that writes', () => {
    // a school sends its own teachers into anybody's cohort
    for (const [permission, grants] of Object.entries(PERMISSIONS))
      if (!permission.endsWith('.read') && permission !== 'cohort.nominate')
        for (const role of ['school_admin', 'registrar', 'provider', 'teacher', 'expert'] as const)
          expect(grants[role], `${role} ${permission}`).not.toBe('district')
  })
})

describe('unitLimit', () => {
  const rows: [Role, Permission, string | null, string | null][] = [
    ['office', 'application.read', null, null],
    ['office', 'application.read', 'u1', null],
    ['province_officer', 'feed.read', null, null],
    ['school_admin', 'application.read', 'u1', 'u1'],
    ['school_admin', 'application.submit', 'u1', 'u1'],
    ['expert', 'scoresheet.read', 'u1', 'u1'],
    ['teacher', 'teacher.read', 'u1', 'u1'],
    ['provider', 'project.read', 'u1', 'u1'],
    ['school_admin', 'district.read', 'u1', null],
    ['school_admin', 'application.read', null, ''],
    ['teacher', 'application.read', 'u1', ''],
    ['teacher', 'no.such', 'u1', ''],
  ]
  it.each(rows)('%s with %s of unit %s sees rows of %j', (role, permission, unit, limit) =>
    expect(unitLimit(person(role, unit), permission)).toBe(limit),
  )

  it('sets no limit to what is no person: such a visitor has a door of its own', () => {
    for (const visitor of STRANGERS) expect(unitLimit(visitor, 'application.read')).toBeNull()
  })
})
