import type { JournalEvent } from '@shixun/db/commit'
import { insert, type Statement } from '@shixun/db/statement'
import { agreements, projects } from '@shixun/db/tenant/schema/training'
import { agreementOf } from '@shixun/domain/training/agreement'
import { PROJECT } from '@shixun/domain/training/project'
import { promisedFigures } from '@shixun/domain/training/promised-figures'
import { arrive } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import type { DistrictScene } from '../../store.ts'
import { agreementRow } from '../../training/agreement-row.ts'
import type { ApplicationRow } from './application-card.ts'
import { ownersOf } from './move-application.ts'

type Numbers = { project: string; agreement: string }
type Made = { events: JournalEvent[]; statements: Statement[] }

/** The project that an approval brings into being, with its first agreement as the bureau confirms it. */
export async function projectRows(scene: DistrictScene, row: ApplicationRow, numbers: Numbers): Promise<Made> {
  const { title, unitName, formValues } = row
  const head = { number: numbers.agreement, title, unitName }
  const body = agreementOf(row.form ?? [], formValues, head)
  const project = {
    id: scene.newId('pro'),
    kind: row.callKind ?? 'training_project',
    title,
    number: numbers.project,
  }
  const agreement = await agreementRow(scene, project, {
    no: 1,
    body,
    reason: null,
    amendmentId: null,
    officeConfirmedAt: scene.now,
    officeConfirmedBy: personName(scene),
    unitConfirmedAt: null,
    unitConfirmedBy: null,
  })
  const statements = [
    insert(projects, {
      ...project,
      applicationId: row.id,
      callId: row.callId ?? '',
      unitKind: row.unitKind,
      unitId: row.unitId,
      unitName,
      level: row.callLevel ?? 'district',
      state: PROJECT.initial,
      formValues,
      figures: promisedFigures(body),
      agreementNo: agreement.no,
      score: null,
      band: null,
      version: 1,
      createdAt: scene.now,
      updatedAt: scene.now,
    }),
    insert(agreements, agreement),
    ...arrive(scene, PROJECT, project, null, PROJECT.initial, ownersOf(row)),
  ]
  const after = { state: PROJECT.initial, agreement: agreement.no, sha256: agreement.sha256 }
  return { events: [{ entity: project.id, version: 1, verb: 'approve', after }], statements }
}
