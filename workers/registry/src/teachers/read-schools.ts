import { schoolByCode, schoolById, schoolPage, schoolsByPart } from '@shixun/db/tenant/roster'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { byPart, newestFirst, type RosterQuery, rosterPage } from './roster-page.ts'
import { schoolCard } from './school-card.ts'

function schoolsRead(query: RosterQuery) {
  const { q } = query
  if (!q) return schoolPage(newestFirst(query))
  return /^\d{10}$/.test(q) ? schoolByCode({ code: q }) : schoolsByPart(byPart(q, query))
}

/** Schools newest first, or by a part of their name, or the one of a code; a school sees itself. */
export async function listSchools(
  scene: RegistryScene,
  { query, raw }: { query: RosterQuery; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'school.read')
  const [found] = await scene.store.tenant.read(own === null ? schoolsRead(query) : schoolById({ id: own }))
  const { q = '' } = query
  const rows = own === null ? found : found.filter(({ name, code }) => name.includes(q) || code === q)
  return ok({ body: rosterPage(rows, query, raw, (row) => schoolCard(scene, row)) })
}

export async function readSchool(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'school.read')
  const [[row]] = await scene.store.tenant.read(schoolById({ id: params.id }))
  if (!row || (own !== null && row.id !== own)) return refuse({ code: 'not-found' })
  return ok({ body: schoolCard(scene, row), version: row.version })
}
