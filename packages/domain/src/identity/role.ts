/** Roles of domain.md §2. `operator` and `province_officer` belong to no district. */
export const ROLES = [
  'admin',
  'office',
  'finance',
  'expert',
  'auditor',
  'school_admin',
  'registrar',
  'provider',
  'teacher',
  'curator',
  'province_officer',
  'operator',
] as const

export type Role = (typeof ROLES)[number]

/** Roles whose membership names a row of the tenant (school, provider, expert, teacher) that they stand for. */
export const UNIT_ROLES: Partial<Record<Role, 'school' | 'provider' | 'expert' | 'teacher'>> = {
  school_admin: 'school',
  registrar: 'school',
  provider: 'provider',
  expert: 'expert',
  teacher: 'teacher',
}

export const PLATFORM_ROLES: readonly Role[] = ['operator', 'province_officer']

const POSTS: Partial<Record<Role, 'administration' | 'audit'>> = { admin: 'administration', auditor: 'audit' }

/**
 * Separation of posts (三权分立): within one district an account holds administration, audit or business, never two.
 * `held` are the roles the account already has there.
 */
export function postsConflict(held: readonly Role[], added: Role): boolean {
  const post = (role: Role) => POSTS[role] ?? 'business'
  return held.some((role) => post(role) !== post(added))
}
