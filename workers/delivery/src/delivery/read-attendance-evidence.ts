import { sessionWithCohort } from '@shixun/db/tenant/attendance'
import { fileOfSession } from '@shixun/db/tenant/evidence'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DeliveryScene } from '../store.ts'
import { runs } from './load-session.ts'

/** Bytes of what proves attendance, as a download that no browser runs. */
export async function readAttendanceEvidence(
  scene: DeliveryScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  const [[session], [file]] = await scene.store.tenant.read(
    sessionWithCohort({ id: params.id }),
    fileOfSession({ id: params.fileId, session: params.id }),
  )
  if (!session || !file || !runs(scene, 'attendance_sheet.read', session.unitId)) return refuse({ code: 'not-found' })
  return storedFile(scene, file)
}
