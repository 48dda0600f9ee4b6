import { chinaDate } from '@shixun/domain/shared/china-time'
import { nextNumbers } from '@shixun/tenant/next-number'
import { numberFacts, numberingOf } from '@shixun/tenant/numbering'
import type { RegistryScene } from '../store.ts'

/** Numbers of the bureau's pattern for certificates issued on a day; `level` is a code of the calls' levels. */
export function certificateNumbers(
  scene: RegistryScene,
  held: { setting: string | undefined; counters: readonly { name: string; n: number }[] },
  given: { issuedOn?: string | undefined; level: string; howMany: number },
) {
  const year = Number((given.issuedOn ?? chinaDate(scene.now)).slice(0, 4))
  const facts = numberFacts(scene, { callYear: year, callKind: 'training_project', callLevel: given.level })
  const { certificate } = numberingOf(held.setting)
  return nextNumbers(held.counters, 'certificate', certificate, facts, given.howMany)
}
