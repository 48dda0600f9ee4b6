import { repeatOf } from '@shixun/db/repeats'
import { completedWithoutCertificate, issuanceOfCohort } from '@shixun/db/tenant/certificates'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { countersBetween, settingByKey } from '@shixun/db/tenant/house'
import { policiesInForce } from '@shixun/db/tenant/policies'
import { projectOfCohort } from '@shixun/db/tenant/transcripts'
import { COHORT } from '@shixun/domain/delivery/cohort'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { roleOf } from '@shixun/tenant/move'
import { NUMBERING } from '@shixun/tenant/numbering'
import type { RegistryScene } from '../store.ts'

/** All that a step needs to know of a cohort, in one trip; null when there is no such cohort. */
export async function loadIssuance(scene: RegistryScene, cohort: string) {
  const { actor, key } = scene.hand.repeat ?? { actor: '', key: '' }
  const [[row], [issuance], pending, [project], counters, [setting], versions, [answered]] =
    await scene.store.tenant.read(
      cohortById({ id: cohort }),
      issuanceOfCohort({ cohort }),
      completedWithoutCertificate({ cohort }),
      projectOfCohort({ cohort }),
      countersBetween({ from: 'number.certificate.', to: 'number.certificate.~' }),
      settingByKey({ key: NUMBERING }),
      policiesInForce(),
      repeatOf({ actor, key }),
    )
  return row ? { cohort: row, issuance, pending, project, counters, setting, versions, answered: !!answered } : null
}
export type LoadedIssuance = NonNullable<Awaited<ReturnType<typeof loadIssuance>>>

/** Why a cohort gets no certificates today, in words: not concluded, or concluded before the last day of its stages. */
export function unissuable({ state, endsOn }: LoadedIssuance['cohort'], today: string): string | null {
  if (state !== 'concluded') return COHORT.states[state]
  return today < endsOn ? `${COHORT.states[state]}，培训到 ${endsOn} 结束，从那天起可以制发证书` : null
}

/** How far the certificates of a cohort are; `now` were issued by this step. */
export function issuanceView(
  scene: RegistryScene,
  { cohort }: Pick<LoadedIssuance, 'cohort'>,
  { issued, pending, now, version }: { issued: number; pending: number; now: number; version: number },
) {
  const open = unissuable(cohort, chinaDate(scene.now)) === null && pending > 0 && roleOf(scene) === 'office'
  return {
    cohortId: cohort.id,
    cohortTitle: cohort.title,
    cohortState: cohort.state,
    issued,
    pending,
    now,
    version,
    actions: open ? ['issue'] : [],
  }
}
