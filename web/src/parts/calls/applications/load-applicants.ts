import { loadUnits } from '../../../frame/load-units.ts'
import type { Choice } from '../../../ui/select.tsx'

/** Schools and providers by name: whoever may have applied. */
export async function loadApplicants(district: string, query: string): Promise<readonly Choice[]> {
  const [schools, providers] = await Promise.all([
    loadUnits('school', district, query),
    loadUnits('provider', district, query),
  ])
  return [...schools, ...providers]
}
