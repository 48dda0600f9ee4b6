import { FACTS, FEED_SCHEMA, INDICATORS, STATUSES } from '@shixun/domain/province/indicators'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'

/** What every figure of the feed is counted over, and what each status says. */
export async function readDictionary(): Promise<Verdict> {
  const figures = INDICATORS.map(({ key, title, numerator, denominator, unit }) => ({
    key,
    title,
    numerator,
    denominator,
    unit,
  }))
  const facts = Object.entries(FACTS).map(([key, title]) => ({
    key,
    title,
    numerator: '—',
    denominator: '—',
    unit: '',
  }))
  const body = { schema: FEED_SCHEMA, indicators: [...figures, ...facts], statuses: STATUSES }
  return ok({ body, headers: { 'cache-control': 'public, max-age=3600' } })
}
