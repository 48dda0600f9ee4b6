import { sha256 } from '@shixun/db/sha256'
import type { agreements } from '@shixun/db/tenant/schema/training'
import type { CallKind } from '@shixun/domain/calls/design/call'
import { agreementText } from '@shixun/domain/training/agreement-text'
import type { DistrictScene } from '../store.ts'

type Row = typeof agreements.$inferInsert
type Given = Required<Omit<Row, 'projectId' | 'text' | 'sha256'>> & { reason: string | null }

/** A number of a project's agreement with its frozen text and the hash of that text. */
export async function agreementRow(
  scene: DistrictScene,
  project: { id: string; kind: string; number: string },
  { reason, ...given }: Given,
): Promise<Row> {
  const text = agreementText(given.body, {
    kind: project.kind as CallKind,
    bureau: scene.store.tenant.district.name,
    projectNumber: project.number,
    no: given.no,
    reason,
  })
  return { ...given, projectId: project.id, text, sha256: await sha256(text) }
}
