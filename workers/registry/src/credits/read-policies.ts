import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import {
  policiesInForce,
  policiesOfLine,
  policyById,
  policyPage,
  policyPageByState,
  recomputationOfPolicy,
} from '@shixun/db/tenant/policies'
import { comparePolicies as compared } from '@shixun/domain/credits/compare-policies'
import type { PolicyState } from '@shixun/domain/credits/credit-policy'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { RegistryScene } from '../store.ts'
import { policyAnswer, policyCard, versionParts } from './policy-card.ts'

type Listing = { limit: number; after?: string | undefined; state?: PolicyState | undefined }

export async function listPolicies(
  scene: RegistryScene,
  { query, raw }: { query: Listing; raw: Request },
): Promise<Verdict> {
  const given = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const page = query.state ? policyPageByState({ ...given, state: query.state }) : policyPage(given)
  const [found, versions] = await scene.store.tenant.read(page, policiesInForce())
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => policyCard(scene, row, versions)), next: nextLink(raw, after) } })
}

export async function readPolicy(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { id } = params
  const [line, [recomputation]] = await scene.store.tenant.read(
    policiesOfLine({ id }),
    recomputationOfPolicy({ policy: id }),
  )
  const row = line.find((one) => one.id === id)
  if (!row) return refuse({ code: 'not-found' })
  // no version: how far it is computed changes without a version
  return ok({ body: policyAnswer(scene, row, line, recomputation ?? null), headers: { etag: `"${row.version}"` } })
}

export async function policyHistory(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(policyById(params), historyOf(params))
  return row ? ok({ body: historyPage(lines) }) : refuse({ code: 'not-found' })
}

/** 逐条对照：any two, of one line or of two. */
export async function comparePolicies(
  scene: RegistryScene,
  { params, query }: { params: { id: string }; query: { with?: string | undefined } },
): Promise<Verdict> {
  const [line, [other]] = await scene.store.tenant.read(policiesOfLine(params), policyById({ id: query.with ?? '' }))
  const after = line.find(({ id }) => id === params.id)
  const before = query.with === undefined ? (line.findLast(({ no }) => no < (after?.no ?? 0)) ?? after) : other
  if (!after || !before) return refuse({ code: 'not-found' })
  const sections = compared(before.body, after.body)
  return ok({ body: { before: versionParts(before), after: versionParts(after), sections } })
}
