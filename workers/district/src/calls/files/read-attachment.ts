import { applicationById, attachmentById } from '@shixun/db/tenant/calls'
import { unitLimit } from '@shixun/domain/identity/permission'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { shownInPage } from '@shixun/tenant/shown-in-page'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DistrictScene } from '../../store.ts'

type Asked = { params: { id: string; attachmentId: string } }

/** An attachment of an application that this visitor may read, even one that its draft has let go: a submission may name it. */
async function findAttachment(scene: DistrictScene, { id, attachmentId }: Asked['params']) {
  const [[row], [file]] = await scene.store.tenant.read(
    applicationById({ id }),
    attachmentById({ id, attachment: attachmentId }),
  )
  const limit = unitLimit(scene.visitor, 'application.read')
  return row && file && (limit === null || row.unitId === limit) ? file : null
}

/** 下载附件：a download that no browser runs. */
export async function readAttachment(scene: DistrictScene, { params }: Asked): Promise<Verdict> {
  const file = await findAttachment(scene, params)
  if (!file) return refuse({ code: 'not-found' })
  return storedFile(scene, file)
}

/** 预览附件：PDF and images within the page; everything else is downloaded. Types were read from the bytes when it came. */
export async function previewAttachment(scene: DistrictScene, { params }: Asked): Promise<Verdict> {
  const file = await findAttachment(scene, params)
  if (!file) return refuse({ code: 'not-found' })
  const policy = shownInPage(file.mediaType)
  if (policy === undefined) return refuse({ code: 'unsupported-media-type', facts: { expected: 'PDF、PNG、JPG' } })
  return storedFile(scene, file, policy)
}
