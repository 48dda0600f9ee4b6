import { providerById, providerPage, providersByPart } from '@shixun/db/tenant/roster'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { providerCard } from './provider-card.ts'
import { byPart, newestFirst, type RosterQuery, rosterPage } from './roster-page.ts'

/** Providers newest first, or by a part of their name; a provider sees itself. */
export async function listProviders(
  scene: RegistryScene,
  { query, raw }: { query: RosterQuery; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'provider.read')
  const { q = '' } = query
  const all = q === '' ? providerPage(newestFirst(query)) : providersByPart(byPart(q, query))
  const [found] = await scene.store.tenant.read(own === null ? all : providerById({ id: own }))
  const rows = own === null ? found : found.filter(({ name }) => name.includes(q))
  return ok({ body: rosterPage(rows, query, raw, (row) => providerCard(scene, row)) })
}

export async function readProvider(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'provider.read')
  const [[row]] = await scene.store.tenant.read(providerById({ id: params.id }))
  if (!row || (own !== null && row.id !== own)) return refuse({ code: 'not-found' })
  return ok({ body: providerCard(scene, row), version: row.version })
}
