import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DeliveryScene } from '../store.ts'
import { ownFollowUp, writeFollowUp } from './edit-follow-up.ts'
import { loadFollowUp } from './load-follow-up.ts'

const MOST_BYTES = 20 * 1024 * 1024
const MOST_FILES = 10
const TOO_LARGE = {
  code: 'invalid-input' as const,
  fields: [{ pointer: '/file', problem: 'evidence_size', limit: '20 MB' }],
}
const TOO_MANY = {
  code: 'invalid-input' as const,
  fields: [{ pointer: '/file', problem: 'evidence_count', limit: MOST_FILES }],
}

/** 上传证据: the object is stored first, and only then named by the row. */
export async function attachFollowUpFile(
  scene: DeliveryScene,
  { params, raw }: { params: { id: string }; raw: Request },
): Promise<Verdict> {
  const posted = await postedFile(raw, MOST_BYTES, TOO_LARGE)
  if (!posted.ok) return posted
  const found = await ownFollowUp(scene, params.id)
  if (!found.ok) return found
  const row = found.value
  if (row.evidence.length >= MOST_FILES) return refuse(TOO_MANY)
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const { bytes, card } = judged.value
  const id = scene.newId('att')
  const objectKey = `${scene.store.tenant.district.id}/${row.id}/${id}`
  await scene.store.objects.put(objectKey, bytes.buffer, { httpMetadata: { contentType: card.mediaType } })
  const verdict = await writeFollowUp(scene, row, {
    verb: 'attach',
    set: { evidence: [...row.evidence, { id, ...card, objectKey }] },
    told: { file: card.name, sha256: card.sha256 },
    status: 201,
  })
  // nothing names the object then: it must not lie about
  if (!verdict.ok) scene.later(scene.store.objects.delete(objectKey))
  return verdict
}

type Asked = { params: { id: string; document: string } }

/** 下载证据: a download that no browser runs. */
export async function readFollowUpFile(scene: DeliveryScene, { params }: Asked): Promise<Verdict> {
  const row = await loadFollowUp(scene, params.id, 'follow_up.read')
  const file = row?.evidence.find(({ id }) => id === params.document)
  return file ? storedFile(scene, file) : refuse({ code: 'not-found' })
}

/** 移除证据: while it waits, before anybody has rated it. */
export async function removeFollowUpFile(scene: DeliveryScene, { params }: Asked): Promise<Verdict> {
  const found = await ownFollowUp(scene, params.id)
  if (!found.ok) return found
  const row = found.value
  const file = row.evidence.find(({ id }) => id === params.document)
  if (!file) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const verdict = await writeFollowUp(scene, row, {
    verb: 'detach',
    set: { evidence: row.evidence.filter(({ id }) => id !== file.id) },
    told: { file: file.name, sha256: file.sha256 },
    status: 204,
  })
  if (verdict.ok) scene.later(scene.store.objects.delete(file.objectKey))
  return verdict
}
