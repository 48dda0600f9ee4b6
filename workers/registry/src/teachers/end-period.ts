import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { lastDayOf } from '@shixun/domain/teachers/accreditation'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { changeProvider } from './change-provider.ts'
import { besidePeriods } from './provider-card.ts'

type Given = { params: { id: string; period: string }; body: { endedOn: string; note: string } }

/** 提前终止一期资质：its last day moves forward; what was taught until then counts. */
export function endPeriod(scene: RegistryScene, { params, body }: Given): Promise<Verdict> {
  const today = chinaDate(scene.now)
  return changeProvider(scene, params.id, 'end', ({ periods }) => {
    const period = periods.find(({ id }) => id === params.period)
    if (!period) return refuse({ code: 'not-found' })
    const field = (problem: string) =>
      refuse({ code: 'invalid-input' as const, fields: [{ pointer: '/endedOn', problem }] })
    if (lastDayOf(period) < today) return field('period_over')
    if (body.endedOn < period.from || body.endedOn > lastDayOf(period)) return field('outside_period')
    const ended = { ...period, endedOn: body.endedOn, reason: body.note }
    const set = besidePeriods(
      periods.map((one) => (one.id === period.id ? ended : one)),
      today,
    )
    return ok({
      set,
      before: { id: period.id, endedOn: period.endedOn },
      after: { id: period.id, endedOn: body.endedOn },
      note: body.note,
    })
  })
}
