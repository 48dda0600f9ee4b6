import type { Role, UNIT_ROLES } from '@shixun/domain/identity/role'
import { call } from '../call.ts'
import type { Choice } from '../ui/select.tsx'

export type UnitKind = NonNullable<(typeof UNIT_ROLES)[Role]>

const lists = {
  school: (district: string, q: string) => call('listSchools', { params: { district }, query: { q, limit: 20 } }),
  provider: (district: string, q: string) => call('listProviders', { params: { district }, query: { q, limit: 20 } }),
  expert: (district: string, q: string) => call('listExperts', { params: { district }, query: { q, limit: 20 } }),
  teacher: (district: string, q: string) => call('listTeachers', { params: { district }, query: { q, limit: 20 } }),
}

/** Rows of a roster as the options of a combobox; rejects when they cannot be read. */
export async function loadUnits(kind: UnitKind, district: string, query: string): Promise<readonly Choice[]> {
  const answer = await lists[kind](district, query)
  if (!answer.ok) throw new Error(answer.problem.title)
  return answer.body.items.map((item) => ({
    value: item.id,
    label: item.name,
    help: 'schoolName' in item ? item.schoolName : 'code' in item ? item.code : undefined,
  }))
}
