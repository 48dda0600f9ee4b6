import { sha256 } from '@shixun/db/sha256'
import { insert, type Statement } from '@shixun/db/statement'
import { listings } from '@shixun/db/tenant/schema/flagship'
import { agreements, projects } from '@shixun/db/tenant/schema/training'
import { APPROVAL_CREATES } from '@shixun/domain/calls/call'
import { LISTING } from '@shixun/domain/flagship/listing'
import { listingPackageOf } from '@shixun/domain/flagship/nomination-form'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok } from '@shixun/domain/shared/result'
import { PROJECT } from '@shixun/domain/training/project'
import { promisedFigures } from '@shixun/domain/training/promised-figures'
import type { Verdict } from '@shixun/http/scene'
import { arrive } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import type { ApplicationRow } from './application-card.ts'
import { moveApplication, ownersOf } from './move-application.ts'
import { nextNumber } from './next-number.ts'

async function projectRows(scene: DistrictScene, row: ApplicationRow, number: string): Promise<Statement[]> {
  const id = scene.newId('pro')
  const milestones = Array.isArray(row.formValues['milestones']) ? row.formValues['milestones'] : []
  const promise = {
    number,
    title: row.title,
    unitName: row.unitName,
    promised: row.formValues,
    milestones: milestones.map((step) => ({
      text: String(step['text']),
      from: String(step['from']),
      to: String(step['to']),
    })),
  }
  return [
    insert(projects, {
      id,
      applicationId: row.id,
      callId: row.callId ?? '',
      unitKind: row.unitKind,
      unitId: row.unitId,
      unitName: row.unitName,
      kind: row.callKind ?? 'training_project',
      level: row.callLevel ?? 'district',
      title: row.title,
      number,
      state: PROJECT.initial,
      formValues: row.formValues,
      figures: promisedFigures(row.formValues, milestones.length),
      score: null,
      band: null,
      version: 1,
      createdAt: scene.now,
      updatedAt: scene.now,
    }),
    insert(agreements, {
      projectId: id,
      body: promise,
      sha256: await sha256(canonicalJson(promise)),
      officeConfirmedAt: scene.now,
      unitConfirmedAt: null,
    }),
    ...arrive(scene, PROJECT, { id, title: row.title }, null, PROJECT.initial, ownersOf(row)),
  ]
}

function listingRows(scene: DistrictScene, row: ApplicationRow): Statement[] {
  const id = scene.newId('lst')
  const contents = listingPackageOf(row.title, row.formValues)
  return [
    insert(listings, {
      id,
      applicationId: row.id,
      title: row.title,
      originId: row.unitId,
      originName: row.unitName,
      package: contents,
      state: LISTING.initial,
      number: null,
      model: null,
      version: 1,
      createdAt: scene.now,
    }),
    ...arrive(scene, LISTING, { id, title: row.title }, null, LISTING.initial, {}),
  ]
}

/** 立项：what an approval creates follows from the kind of the call, in the same batch as the approval itself. */
export function approveApplication(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'approve', note: body.note }, async ({ row, counters }) => {
    if (row.callKind && APPROVAL_CREATES[row.callKind as keyof typeof APPROVAL_CREATES] === 'listing')
      return ok({ statements: listingRows(scene, row) })
    const year = chinaDate(scene.now).slice(0, 4)
    const next = nextNumber(counters, `number.project.${year}`)
    return ok({
      statements: [
        ...next.statements,
        ...(await projectRows(scene, row, `LX${year}-${String(next.value).padStart(4, '0')}`)),
      ],
      refusals: { number: { code: 'version-stale' } },
    })
  })
}
