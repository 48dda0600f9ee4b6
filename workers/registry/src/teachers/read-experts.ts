import { expertById, expertPage, expertsByPrefix } from '@shixun/db/tenant/roster'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { byPrefix, newestFirst, type RosterQuery, rosterPage } from './roster-page.ts'

export type ExpertRow = ReturnType<ReturnType<typeof expertById>['decode']>

/** An expert as the API shows them, with the ties they declared. */
export function expertCard(scene: RegistryScene, { createdAt: _, ...row }: ExpertRow) {
  return { ...row, actions: scopeOf(scene.visitor, 'expert.write') === null ? [] : ['edit'] }
}

/** Experts newest first, or by the beginning of their name; an expert sees their own record. */
export async function listExperts(
  scene: RegistryScene,
  { query, raw }: { query: RosterQuery; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'expert.read')
  const { q = '' } = query
  const all = q === '' ? expertPage(newestFirst(query)) : expertsByPrefix(byPrefix(q, query))
  const [found] = await scene.store.tenant.read(own === null ? all : expertById({ id: own }))
  const rows = own === null ? found : found.filter(({ name }) => name.startsWith(q))
  return ok({ body: rosterPage(rows, query, raw, (row) => expertCard(scene, row)) })
}

export async function readExpert(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'expert.read')
  const [[row]] = await scene.store.tenant.read(expertById({ id: params.id }))
  if (!row || (own !== null && row.id !== own)) return refuse({ code: 'not-found' })
  return ok({ body: expertCard(scene, row), version: row.version })
}
