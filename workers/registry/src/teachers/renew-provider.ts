import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { type AccreditationPeriod, checkPeriod } from '@shixun/domain/teachers/accreditation'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { changeProvider } from './change-provider.ts'
import { besidePeriods, nextPeriodId } from './provider-card.ts'

type NewPeriod = Pick<AccreditationPeriod, 'levels' | 'number' | 'from' | 'to'>

/** 续期或增加资质：a further period; those that stand keep standing. */
export function renewProvider(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: NewPeriod },
): Promise<Verdict> {
  return changeProvider(scene, params.id, 'renew', ({ periods }) => {
    const period = {
      ...body,
      levels: [...new Set(body.levels)],
      id: nextPeriodId(periods),
      endedOn: null,
      reason: null,
    }
    const wrong = checkPeriod(period, periods)
    if (wrong.length > 0)
      return refuse({
        code: 'invalid-input',
        fields: wrong.map(({ member, problem }) => ({ pointer: `/${member}`, problem })),
      })
    const set = besidePeriods([...periods, period], chinaDate(scene.now))
    return ok({ set, before: null, after: period })
  })
}
