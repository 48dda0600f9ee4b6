import type { Holding } from './district-holdings.ts'
import { type District, freshId, insertRows, type Row } from './own-house.ts'
import { school, teacher, type Unit } from './sample-rows.ts'

const AT = '2026-01-05T00:00:00.000Z'

/** An import of this school that was checked and holds no rows. */
const checkedImport = (unit: Unit): Row & { id: string } => ({
  id: freshId('imp'),
  file_name: '教师.xlsx',
  fingerprint: 'f'.repeat(64),
  school_id: unit.id,
  created_by: '登记员',
  state: 'checked',
  ...{ total: 1, staged: 1, fresh: 0, changed: 0, same: 1, wrong: 0, applied: 0, reverted: 0, kept: 0, swept: 0 },
  version: 1,
  created_at: AT,
  updated_at: AT,
})

const openTransfer = (person: Row & { id: string }, from: Unit, to: Row & { id: string }): Row & { id: string } => ({
  id: freshId('tra'),
  teacher_id: person.id,
  teacher_name: person['name'],
  from_school_id: from.id,
  from_school_name: from.name,
  to_school_id: to.id,
  to_school_name: to['name'],
  state: 'proposed',
  reason: '工作需要',
  proposed_by: '登记员',
  version: 1,
  created_at: AT,
})

/** For each school an import and a transfer of a teacher nobody else is asked about, to a school that stands apart. */
export async function rosterHoldings({ tenant }: District, units: readonly Unit[]): Promise<Holding[]> {
  const apart = school('三小', 900)
  await insertRows(tenant, 'schools', [apart])
  const holdings: Holding[] = []
  for (const unit of units) {
    const person = teacher('调动教师', unit.id, unit.name)
    const [brought, moved] = [checkedImport(unit), openTransfer(person, unit, apart)]
    await insertRows(tenant, 'teachers', [person])
    await insertRows(tenant, 'roster_imports', [brought])
    await insertRows(tenant, 'transfers', [moved])
    holdings.push({ collection: 'roster-imports', id: brought.id, owners: [unit.id] })
    holdings.push({ collection: 'transfers', id: moved.id, owners: [unit.id] })
  }
  return holdings
}
