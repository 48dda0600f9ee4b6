import { type Statement, statement } from '@shixun/db/statement'
import { CLEANER, type DocumentCheck, type Unclean } from '@shixun/domain/quality/blindness/expert-document'
import type { ReviewScene } from '../../store.ts'

type Source = { body: ReadableStream<Uint8Array>; mediaType: string; size: number }

/** What came of cleaning one file, and where its copy lies. */
export type Cleaning = {
  check: Pick<DocumentCheck, 'cleaner' | 'outcome' | 'reason' | 'names' | 'whole'>
  cleanKey: string | null
  cleanType: string
  cleanSize: number
}

function unclean(reason: Unclean, { mediaType, size }: Omit<Source, 'body'>): Cleaning {
  const check = { cleaner: CLEANER, outcome: 'unclean', reason, names: [], whole: false } as const
  return { check, cleanKey: null, cleanType: mediaType, cleanSize: size }
}

/** Has a file cleaned and keeps the copy under `key`; `names` are looked for in its text. */
export async function cleanFile(
  { store }: Pick<ReviewScene, 'store'>,
  { body, mediaType, size }: Source,
  key: string,
  names: readonly string[],
): Promise<Cleaning> {
  const made = await store.cleaner.clean(body, { mediaType, size, names: [...new Set(names)] })
  if ('unclean' in made) return unclean(made.unclean, { mediaType, size })
  const copy = new FixedLengthStream(made.size)
  await Promise.all([
    made.body.pipeTo(copy.writable),
    store.objects.put(key, copy.readable, { httpMetadata: { contentType: mediaType } }),
  ])
  const check = { cleaner: CLEANER, outcome: 'clean', reason: null, names: made.names, whole: made.whole } as const
  return { check, cleanKey: key, cleanType: mediaType, cleanSize: made.size }
}

type Attachment = { id: string; objectKey: string; mediaType: string; size: number; sha256: string }

/** The same of an attachment: files of the same bytes share one copy. */
export async function cleanAttachment(
  scene: Pick<ReviewScene, 'store'>,
  file: Attachment,
  names: readonly string[],
): Promise<Cleaning> {
  const { objects, tenant } = scene.store
  const stored = await objects.get(file.objectKey)
  // the object is gone: a restored database may name one that was let go
  if (!stored) return unclean('broken', file)
  const key = `${tenant.district.id}/clean/${file.sha256}/${CLEANER.replace('/', '-')}`
  return cleanFile(scene, { body: stored.body, mediaType: file.mediaType, size: stored.size }, key, names)
}

/** Keeps what was found; a copy that the office put in its place and what it ruled stand. */
export function keepCleaning(
  { check, cleanKey, cleanType, cleanSize }: Cleaning,
  { id, applicationId }: { id: string; applicationId: string },
  now: string,
): Statement {
  return statement(
    `INSERT INTO expert_documents (attachment_id, application_id, cleaner, outcome, reason, object_key, media_type, size, names, whole, version, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
    ON CONFLICT (attachment_id) DO UPDATE SET cleaner = excluded.cleaner, outcome = excluded.outcome, reason = excluded.reason,
      object_key = excluded.object_key, media_type = excluded.media_type, size = excluded.size, names = excluded.names, whole = excluded.whole
    WHERE expert_documents.replaced_at IS NULL`,
    id,
    applicationId,
    check.cleaner,
    check.outcome,
    check.reason,
    cleanKey,
    cleanType,
    cleanSize,
    JSON.stringify(check.names),
    check.whole ? 1 : 0,
    now,
  )
}
