import type { EngagementRow } from '@shixun/db/tenant/engagements'
import type { Engagement } from '@shixun/domain/quality/conflicts/interest'
import { chinaDate } from '@shixun/domain/shared/china-time'

export type Engaged = ReadonlyMap<string, readonly Engagement[]>

/** Sessions are instants, cohorts have days. */
export function dayOf(when: string): string {
  return when.includes('T') ? chinaDate(when) : when
}

/** In whose trainings experts taught or took part: a training is its unit's and, where another delivers it, its provider's too. */
export function engagementsByExpert(rows: readonly EngagementRow[]): Engaged {
  const engaged = new Map<string, Engagement[]>()
  for (const { expertId, unitId, providerId, how, since, until } of rows) {
    const period = { how, since: dayOf(since), until: dayOf(until) }
    const units = providerId === null ? [unitId] : [unitId, providerId]
    engaged.set(expertId, [...(engaged.get(expertId) ?? []), ...units.map((unit) => ({ ...period, unitId: unit }))])
  }
  return engaged
}
