import type { CertificateRow } from '@shixun/db/tenant/certificates'
import { CERTIFICATE } from '@shixun/domain/credits/certificate'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { actionsOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { wholeCode } from './sign-certificate.ts'

/** One that another bureau issued is that bureau's to take back. */
export function certificateFacts({ origin }: Pick<CertificateRow, 'origin'>) {
  return { issued_here: origin === null }
}

/** Rows beside the certificate are named to those whose they are: the cohort to its runner, the teacher to their school. */
function besides({ visitor }: Pick<RegistryScene, 'visitor'>, row: CertificateRow) {
  const unit = unitLimit(visitor, 'certificate.read')
  const owns = (...owners: (string | null)[]) => unit === null || owners.includes(unit)
  return {
    cohortId: owns(row.unitId) ? row.cohortId : null,
    teacherId: owns(row.schoolId, row.teacherId) ? row.teacherId : null,
  }
}

/** A certificate as the API shows it. */
export function certificateCard(scene: RegistryScene, row: CertificateRow) {
  const { kid, signature, unitId: _, schoolId: __, ...shown } = row
  return {
    ...shown,
    ...besides(scene, row),
    code: wholeCode({ code: row.code, kid, signature }),
    actions: actionsOf(scene, CERTIFICATE, row.state, certificateFacts(row)),
  }
}

/** Whether this visitor may see it: the bureau all, a school those of its teachers, a runner those of its cohorts, a teacher their own. */
export function seesCertificate(
  { visitor }: Pick<RegistryScene, 'visitor'>,
  row: Pick<CertificateRow, 'teacherId' | 'schoolId' | 'unitId'>,
): boolean {
  const scope = scopeOf(visitor, 'certificate.read')
  const unit = visitor.kind === 'person' ? visitor.unit : null
  if (scope === 'district') return true
  if (unit === null || unit === undefined) return false
  return scope === 'self' ? row.teacherId === unit : row.schoolId === unit || row.unitId === unit
}
