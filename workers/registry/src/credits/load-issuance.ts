import { repeatOf } from '@shixun/db/repeats'
import { completedWithoutCertificate, issuanceOfCohort } from '@shixun/db/tenant/certificates'
import { cohortById } from '@shixun/db/tenant/cohorts'
import { countersBetween, settingByKey } from '@shixun/db/tenant/house'
import { policiesInForce } from '@shixun/db/tenant/policies'
import { projectOfCohort } from '@shixun/db/tenant/transcripts'
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

/** How far the certificates of a cohort are; `now` were issued by this step. */
export function issuanceView(
  scene: RegistryScene,
  { cohort }: Pick<LoadedIssuance, 'cohort'>,
  { issued, pending, now, version }: { issued: number; pending: number; now: number; version: number },
) {
  const open = cohort.state === 'concluded' && pending > 0 && roleOf(scene) === 'office'
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
