import type { Binding } from '@shixun/db/binding'
import { newMeter } from '@shixun/db/meter'
import { openTenant } from '@shixun/db/tenant/open'
import { namesOf } from '@shixun/db/tenant/unit-names'
import { UNIT_ROLES } from '@shixun/domain/identity/role'
import type { DistrictRef } from '@shixun/domain/identity/visitor'

export type UnitAsked = { role: string; unit: string }

const KINDS = ['school', 'provider', 'expert', 'teacher'] as const

function kindOf(role: string): (typeof KINDS)[number] | undefined {
  return Object.entries(UNIT_ROLES).find(([name]) => name === role)?.[1]
}

/** Names of the rows that roles stand for, in the order asked; null where the district has no such row. One trip for all. */
export async function unitNames(
  tenants: Readonly<Record<string, Binding>>,
  ref: DistrictRef,
  asked: readonly UnitAsked[],
): Promise<(string | null)[]> {
  const tenant = await openTenant(tenants, ref, newMeter())
  if (!tenant.ok) throw new Error(`${tenant.refusal}: ${ref.slot}`)
  const idsOf = (kind: string) =>
    JSON.stringify(asked.flatMap(({ role, unit }) => (kindOf(role) === kind ? [unit] : [])))
  const rows = await tenant.value.read(
    namesOf.school({ ids: idsOf('school') }),
    namesOf.provider({ ids: idsOf('provider') }),
    namesOf.expert({ ids: idsOf('expert') }),
    namesOf.teacher({ ids: idsOf('teacher') }),
  )
  return asked.map(({ role, unit }) => {
    const kind = kindOf(role)
    return kind ? (rows[KINDS.indexOf(kind)]?.find(({ id }) => id === unit)?.name ?? null) : null
  })
}
