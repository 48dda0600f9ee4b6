import type { applicationPage } from '@shixun/db/tenant/application-lists'
import type { applicationById } from '@shixun/db/tenant/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { type FindingRules, findingsOf } from '@shixun/domain/calls/applications/findings'
import { windowOpen } from '@shixun/domain/calls/design/call'
import type { AttachmentCard } from '@shixun/domain/calls/design/form'
import type { Facts } from '@shixun/domain/shared/machine'
import { actionsOf } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { type ChangesSince, isWritable } from './carried-draft.ts'

type Card = ReturnType<ReturnType<typeof applicationPage>['decode']>
/** An application under the form its answers belong to; `rules` are what its checks rest on. */
export type ApplicationRow = ReturnType<ReturnType<typeof applicationById>['decode']> & {
  formChanges: ChangesSince | null
  rules: FindingRules
}

/** What the life cycle must know of an application's surroundings. */
export function applicationFacts(row: Card, now: string): Facts {
  const { callState, opensAt, closesAt } = row
  return {
    windowOpen:
      callState !== null &&
      opensAt !== null &&
      closesAt !== null &&
      windowOpen({ state: callState, opensAt, closesAt }, now, row.extendedUntil),
    noticeConcluded: row.cleared,
  }
}

/** An application in a list: what a person needs to choose it, and what they may do to it. */
export function applicationCard(scene: DistrictScene, row: Card) {
  const editable = isWritable(row.state) && scene.visitor.kind === 'person' && scene.visitor.unit === row.unitId
  return {
    id: row.id,
    version: row.version,
    actions: [
      ...(editable ? ['edit'] : []),
      ...actionsOf(scene, APPLICATION, row.state, applicationFacts(row, scene.now)),
    ],
    callId: row.callId,
    callTitle: row.callTitle,
    unitKind: row.unitKind,
    unitId: row.unitId,
    unitName: row.unitName,
    title: row.title,
    state: row.state,
    number: row.number,
    score: row.score === null ? null : row.score / 100,
    rank: row.rank,
    updatedAt: row.updatedAt,
  }
}

/** What the live checks find, with pointers into the application. */
export function findingsIn({ form, formValues, rules }: ApplicationRow) {
  return findingsOf(form ?? [], formValues, rules).map((one) => ({ ...one, pointer: `/values${one.pointer}` }))
}

/** An application whole. */
export function applicationView(scene: DistrictScene, row: ApplicationRow, attachments: readonly AttachmentCard[]) {
  return {
    ...applicationCard(scene, row),
    submissionNo: row.submissionNo,
    form: row.form ?? [],
    values: row.formValues,
    provenance: row.provenance,
    noticeId: row.noticeId,
    attachments: attachments.map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 })),
    formNo: row.formNo,
    formChanges: row.formChanges,
    leftValues: row.leftValues,
    findings: findingsIn(row),
    copiedFrom: row.copiedFrom,
    createdAt: row.createdAt,
  }
}
