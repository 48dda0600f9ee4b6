import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { moveApplication } from './move-application.ts'
import { nextNumber } from './next-number.ts'

/** 初审通过：the application gets its number of acceptance, without gaps. */
export function screenApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'screen', note: body.note }, async ({ row, counters }) => {
    if (row.number !== null) return ok({})
    const year = chinaDate(scene.now).slice(0, 4)
    const next = nextNumber(counters, `number.application.${year}`)
    return ok({
      set: { number: `SB${year}-${String(next.value).padStart(4, '0')}` },
      statements: next.statements,
      refusals: { number: { code: 'version-stale' } },
    })
  })
}
