import type { Role } from './role.ts'

/** A district as every worker needs it: id, address, kind and where its database is bound. */
export type DistrictRef = {
  id: string
  slug: string
  name: string
  kind: DistrictKind
  division: string
  slot: string
  epoch: number
}

export const DISTRICT_KINDS = ['county', 'zone', 'city_run', 'province_directed', 'city', 'province'] as const
export type DistrictKind = (typeof DISTRICT_KINDS)[number]

/** A person who acts under one of their memberships. `unit` is the row of the tenant they stand for, if any. */
export type Person = {
  kind: 'person'
  account: string
  membership: string
  name: string
  role: Role
  district: DistrictRef | null
  /** GB/T 2260 code a province officer may see; null for others. */
  division: string | null
  unit: string | null
  /** Rows of the tenant for which the same person has other memberships: what binds those who decide. Empty for roles that do not. */
  stands: readonly string[]
}

type Job = { kind: 'job'; name: string }
export type ProvinceClient = { kind: 'province'; client: string; division: string }
type PublicVisitor = { kind: 'public' }

/** Who is at the door: a closed union. */
export type Visitor = Person | Job | ProvinceClient | PublicVisitor

/** How the journal names an actor: account, role and the name under which the person acted. */
export function actorOf(visitor: Visitor): string {
  switch (visitor.kind) {
    case 'person':
      return `${visitor.account}/${visitor.role}/${visitor.name}`
    case 'job':
      return `job/${visitor.name}`
    case 'province':
      return `province/${visitor.client}`
    case 'public':
      return 'public'
  }
}
