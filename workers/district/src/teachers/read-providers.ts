import { providerById, providerPage, providersByPrefix } from '@shixun/db/tenant/roster'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { byPrefix, newestFirst, type RosterQuery, rosterPage } from './roster-page.ts'

type ProviderRow = ReturnType<ReturnType<typeof providerById>['decode']>

/** A provider as the API shows it. */
export function providerCard({ id, version, name, levels, accreditedFrom, accreditedTo }: ProviderRow) {
  return { id, version, actions: [], name, levels, accreditedFrom, accreditedTo }
}

/** Providers newest first, or by the beginning of their name; a provider sees itself. */
export async function listProviders(
  scene: DistrictScene,
  { query, raw }: { query: RosterQuery; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'provider.read')
  const { q = '' } = query
  const all = q === '' ? providerPage(newestFirst(query)) : providersByPrefix(byPrefix(q, query))
  const [found] = await scene.store.tenant.read(own === null ? all : providerById({ id: own }))
  const rows = own === null ? found : found.filter(({ name }) => name.startsWith(q))
  return ok({ body: rosterPage(rows, query, raw, providerCard) })
}
