import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { countersBetween } from '@shixun/db/tenant/house'
import {
  checkNumberPattern,
  NUMBERED,
  type Numbering,
  numberSeries,
  numberText,
} from '@shixun/domain/shared/number-pattern'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { counterOf } from '@shixun/tenant/next-number'
import { numberFacts } from '@shixun/tenant/numbering'
import type { DistrictScene } from '../store.ts'

/** 编号规则试算：the next two numbers of this year's training projects of the district, by its real counters. */
export async function previewNumbers(scene: DistrictScene, { body }: { body: Numbering }): Promise<Verdict> {
  const [counters] = await scene.store.tenant.read(countersBetween({ from: 'number.', to: 'number.~' }))
  const facts = numberFacts(scene, { callYear: null, callKind: null, callLevel: null })
  const items = NUMBERED.map((what) => {
    const problem = checkNumberPattern(body[what])
    if (problem) return { what, problem: FIELD_PROBLEMS[problem] ?? problem, next: null, following: null }
    const series = numberSeries(body[what], facts)
    const given = counters.find(({ name }) => name === counterOf(what, series))?.n ?? 0
    return { what, problem: null, next: numberText(series, given + 1), following: numberText(series, given + 2) }
  })
  return ok({ body: { items } })
}
