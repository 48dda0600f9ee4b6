import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { tasksDone } from '@shixun/db/tenant/moves'
import { providerById } from '@shixun/db/tenant/roster'
import { providers } from '@shixun/db/tenant/schema/roster'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type ProviderRow, providerCard } from './provider-card.ts'

type Change = { set: Partial<ProviderRow>; before: unknown; after: unknown; note?: string }

/** Every change of a provider: load → decide → commit → answer. A warning that was answered by it goes out of the inbox. */
export async function changeProvider(
  scene: RegistryScene,
  id: string,
  verb: string,
  decide: (row: ProviderRow) => Result<Change, Refusal>,
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(providerById({ id }))
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const decided = decide(row)
  if (!decided.ok) return decided
  const { set, before, after, note } = decided.value
  const version = row.version + 1
  const answer = providerCard(scene, { ...row, ...set, version })
  const warned = set.periods === undefined ? [] : [tasksDone(row.id, scene.now)]
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb, before, after, note }],
    [updateSeen(providers, row, set), ...warned],
    storedAnswer(200, answer, version),
  )
  const taken = { code: 'already-exists', facts: { what: set.name ?? row.name } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken })) : ok({ body: answer, version })
}
