import { commit } from '@shixun/db/commit'
import { instantOf } from '@shixun/db/directory/clock'
import { type Attempts, counted, isLocked } from '@shixun/domain/identity/attempts'
import type { IdentityScene } from '../store.ts'

type Failed = { subject: string; account: string | null; before: Attempts | undefined }

/**
 * Journals a failure that locks; any other leaves no trace but its counter. The entity is the counter by its keyed name,
 * so that no user name or address stands in the journal and the account keeps its versions; its own versions are the
 * real milliseconds of the locks, of which no two are alike.
 */
export async function journalLockOut(scene: IdentityScene, { subject, account, before }: Failed): Promise<void> {
  const { directory, wallMs } = scene.store
  const now = counted(before, wallMs)
  if (isLocked(before, wallMs) || !isLocked(now, wallMs)) return
  const [kind, name] = subject.split(':')
  const after = { account, counter: kind, failures: now.failures, until: instantOf(now.lockedUntilMs, undefined) }
  await commit(
    directory,
    { ...scene.hand, repeat: null },
    [{ entity: `lck_${name}`, version: wallMs, verb: 'lock-out', after }],
    [],
    null,
  )
}
