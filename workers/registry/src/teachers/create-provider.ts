import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { providers } from '@shixun/db/tenant/schema/roster'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { AccreditationPeriod } from '@shixun/domain/teachers/accreditation'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { besidePeriods, providerCard } from './provider-card.ts'

type NewProvider = {
  name: string
  levels: AccreditationPeriod['levels']
  number: string
  accreditedFrom: string
  accreditedTo: string
}

/** 登记承训单位：for which levels and from when to when it is accredited. */
export async function createProvider(scene: RegistryScene, { body }: { body: NewProvider }): Promise<Verdict> {
  if (body.accreditedTo < body.accreditedFrom)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/accreditedTo', problem: 'ends_before_start' }] })
  const period: AccreditationPeriod = {
    id: 'p1',
    levels: [...new Set(body.levels)],
    number: body.number,
    from: body.accreditedFrom,
    to: body.accreditedTo,
    endedOn: null,
    reason: null,
  }
  const beside = besidePeriods([period], chinaDate(scene.now))
  const row = { id: scene.newId('prv'), name: body.name, ...beside, version: 1, createdAt: scene.now }
  const answer = providerCard(scene, row)
  const event = { entity: row.id, version: 1, verb: 'create', after: body }
  const stored = storedAnswer(201, answer, 1)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [insert(providers, row)], stored)
  const taken = { code: 'already-exists', facts: { what: body.name } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken })) : ok({ body: answer, version: 1 })
}
