import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { providers } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { providerCard } from './read-providers.ts'

type NewProvider = { name: string; levels: string[]; accreditedFrom: string; accreditedTo: string }

/** 登记承训单位：for which levels and from when to when it is accredited. */
export async function createProvider(scene: DistrictScene, { body }: { body: NewProvider }): Promise<Verdict> {
  if (body.accreditedTo < body.accreditedFrom)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/accreditedTo', problem: 'ends_before_start' }] })
  const row = { id: scene.newId('prv'), ...body, levels: [...new Set(body.levels)], version: 1, createdAt: scene.now }
  const answer = providerCard(row)
  const event = { entity: row.id, version: 1, verb: 'create', after: body }
  const stored = storedAnswer(201, answer, 1)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [insert(providers, row)], stored)
  const taken = { code: 'already-exists', facts: { what: body.name } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken })) : ok({ body: answer, version: 1 })
}
