import { DISTRICT_240 } from '@shixun/domain/credits/samples/district-hours'
import { noFigures } from '@shixun/domain/credits/simulate-policy'
import { freshId, type Row } from './own-house.ts'

const AT = '2026-05-03T09:00:00.000Z'
type Identified = Row & { id: string }

/** A version of the sample of 240 hours; published unless it is said otherwise. */
export function policy(given: Row = {}): Identified {
  const id = freshId('pol')
  return {
    id,
    line: id,
    no: 1,
    title: DISTRICT_240.policy.title,
    body: DISTRICT_240.policy,
    state: 'published',
    valid_from: DISTRICT_240.policy.validFrom,
    published_at: AT,
    version: 2,
    created_at: AT,
    ...given,
  }
}

/** A recomputation that waits to be gone on with. */
export function recomputation(policyId: string): Row {
  return {
    policy_id: policyId,
    kind: 'compute',
    reason: 'published',
    state: 'paused',
    as_of: '2026-05-03',
    months: [],
    cursor: '',
    done: 0,
    total: 2,
    version: 1,
    started_at: AT,
    finished_at: null,
  }
}

/** A simulation that has begun. */
export function simulation(policyId: string): Identified {
  const tried = { title: DISTRICT_240.policy.title, policy: DISTRICT_240.policy, earlier: [] }
  return {
    id: freshId('sim'),
    policy_id: policyId,
    against_id: null,
    policy_version: 2,
    given: { before: null, after: tried },
    state: 'running',
    as_of: '2026-05-03',
    cursor: '',
    done: 0,
    total: 2,
    figures: noFigures(),
    version: 1,
    created_at: AT,
  }
}
