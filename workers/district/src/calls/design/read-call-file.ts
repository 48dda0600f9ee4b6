import { callById } from '@shixun/db/tenant/calls'
import { fileOf } from '@shixun/db/tenant/files'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DistrictScene } from '../../store.ts'
import { seesDrafts } from './read-calls.ts'

/** Bytes of a call's file, as a download that no browser runs. */
export async function readCallFile(
  scene: DistrictScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  const [[call], [file]] = await scene.store.tenant.read(
    callById({ id: params.id }),
    fileOf({ id: params.fileId, owner: params.id }),
  )
  if (!call || !file || (call.state === 'draft' && !seesDrafts(scene))) return refuse({ code: 'not-found' })
  return storedFile(scene, file)
}
