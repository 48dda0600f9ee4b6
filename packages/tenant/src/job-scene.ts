import type { Tenant } from '@shixun/db/tenant/open'
import type { Passage } from '@shixun/http/passage'
import { handOf, idMaker, type Scene } from '@shixun/http/scene'

/** The scene of a job: what a person's request is at the door, built for work that nobody asked for just now. */
export function jobScene<Store extends { tenant: Tenant }>(
  store: Store,
  job: { name: string; now: string; requestId: string },
  later: (work: Promise<unknown>) => void = () => {},
): Scene<Store> {
  const { now, requestId } = job
  const visitor = { kind: 'job', name: job.name } as const
  const passage: Passage = {
    visitor,
    district: store.tenant.district,
    now,
    requestId,
    address: null,
    origin: '',
    metered: false,
  }
  return {
    store,
    visitor,
    now,
    requestId,
    seen: null,
    hand: handOf(visitor, passage, null),
    passage,
    newId: idMaker(passage),
    later,
  }
}
