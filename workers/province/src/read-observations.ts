import { figuresOfMonth } from '@shixun/db/province/feed'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { divisionsUnder, provinceOf } from './province-of.ts'
import type { ProvinceScene } from './store.ts'

/** The figures of a month as they stand, of the divisions that the officer may see. */
export async function readObservations(
  { store, visitor }: ProvinceScene,
  { query }: { query: { period: string } },
): Promise<Verdict> {
  if (visitor.kind !== 'person' || visitor.division === null) return refuse({ code: 'forbidden' })
  const [items] = await store.province.read(
    figuresOfMonth({
      province: provinceOf(visitor.division),
      period: query.period,
      ...divisionsUnder(visitor.division),
    }),
  )
  return ok({ body: { items, next: null } })
}
