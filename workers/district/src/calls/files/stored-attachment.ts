import { commit } from '@shixun/db/commit'
import { insert, type Statement, updateSeen } from '@shixun/db/statement'
import { applications, attachments as attachmentTable } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import type { AttachmentCard } from '@shixun/domain/calls/design/form'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { isWritable } from '../applications/carried-draft.ts'
import { type LoadedApplication, loadApplication } from '../applications/load-application.ts'
import { ATTACHMENTS, TOO_MANY } from './attachment-limits.ts'

export type NewAttachment = { card: AttachmentCard; objectKey: string; statements?: Statement[] }

/** Autosaves of the same application run beside an upload: losing to one is no reason to send 50 MB again. */
const TRIES = 3

/** Why the application takes no further file now; null when it does. */
export function refusesFiles({ row, attachments }: Pick<LoadedApplication, 'row' | 'attachments'>): Refusal | null {
  if (!isWritable(row.state)) return { code: 'state-refuses', facts: { state: APPLICATION.states[row.state] } }
  return attachments.length >= ATTACHMENTS ? TOO_MANY : null
}

/** Names a stored object in the application: row, version and journal in one batch. */
export async function nameAttachment(
  scene: DistrictScene,
  loaded: LoadedApplication,
  file: NewAttachment,
): Promise<Verdict> {
  const { card, objectKey, statements = [] } = file
  let now: LoadedApplication | null = loaded
  for (let tries = TRIES; now !== null; tries--) {
    const { row }: LoadedApplication = now
    const refused = refusesFiles(now)
    if (refused) return refuse(refused)
    const event = {
      entity: row.id,
      version: row.version + 1,
      verb: 'attach',
      after: { attachment: card.id, name: card.name, sha256: card.sha256 },
    }
    const written = [
      updateSeen(applications, row, { updatedAt: scene.now }),
      insert(attachmentTable, { ...card, applicationId: row.id, objectKey, createdAt: scene.now }),
      ...statements,
    ]
    const refusal = await commit(scene.store.tenant, scene.hand, [event], written, storedAnswer(201, card))
    if (!refusal) return ok({ body: card })
    if (refusal.kind !== 'stale' || tries === 1) return refuse(refusedWrite(refusal))
    now = await loadApplication(scene, row.id, 'application.write')
  }
  return refuse({ code: 'not-found' })
}
