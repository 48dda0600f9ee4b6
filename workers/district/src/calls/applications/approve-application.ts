import { insert, type Statement } from '@shixun/db/statement'
import { listings } from '@shixun/db/tenant/schema/flagship'
import { APPROVAL_CREATES } from '@shixun/domain/calls/design/call'
import { LISTING } from '@shixun/domain/flagship/listing'
import { listingPackageOf } from '@shixun/domain/flagship/nomination-form'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { arrive } from '@shixun/tenant/move'
import { nextNumber } from '@shixun/tenant/next-number'
import { numberFacts } from '@shixun/tenant/numbering'
import type { DistrictScene } from '../../store.ts'
import type { ApplicationRow } from './application-card.ts'
import { moveApplication } from './move-application.ts'
import { projectRows } from './project-rows.ts'

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

type Given = { params: { id: string }; body: { note?: string | undefined } }

/** Another approval took the number in between: nobody touched this application, so that it is simply tried again. */
const NUMBER_TAKEN: Refusal = { code: 'version-stale', facts: { moved: 'number' } }
const TRIES = 8

/** 立项：what an approval creates follows from the kind of the call, in the same batch as the approval itself. */
export async function approveApplication(scene: DistrictScene, given: Given): Promise<Verdict> {
  let verdict = await attempt(scene, given)
  for (let n = 1; n < TRIES && !verdict.ok && verdict.refusal === NUMBER_TAKEN; n++)
    verdict = await attempt(scene, given)
  return verdict
}

function attempt(scene: DistrictScene, { params, body }: Given): Promise<Verdict> {
  return moveApplication(scene, { id: params.id, action: 'approve', note: body.note }, async (loaded) => {
    const { row, counters, numbering } = loaded
    if (row.callKind && APPROVAL_CREATES[row.callKind as keyof typeof APPROVAL_CREATES] === 'listing')
      return ok({ statements: listingRows(scene, row) })
    const facts = numberFacts(scene, row)
    const project = nextNumber(counters, 'project', numbering.project, facts)
    const agreement = nextNumber(counters, 'agreement', numbering.agreement, facts)
    const made = await projectRows(scene, row, { project: project.number, agreement: agreement.number })
    return ok({
      events: made.events,
      statements: [...project.statements, ...agreement.statements, ...made.statements],
      refusals: { number: NUMBER_TAKEN },
    })
  })
}
