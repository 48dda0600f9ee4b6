import { insert, type Statement } from '@shixun/db/statement'
import type { callById } from '@shixun/db/tenant/calls'
import { applications } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import type { FindingRules } from '@shixun/domain/calls/applications/findings'
import type { FormValues, LeftValue, Provenance } from '@shixun/domain/calls/design/form'
import { arrive } from '@shixun/tenant/move'
import type { DistrictScene } from '../../store.ts'
import { findingRules } from '../design/finding-rules.ts'
import type { ApplicationRow } from './application-card.ts'
import { ADOPTED_FORM } from './carried-draft.ts'
import { ownersOf } from './move-application.ts'

type Draft = {
  callId: string | null
  title: string
  values: FormValues
  provenance: Provenance | null
  unit: { id: string; kind: 'school' | 'provider'; name: string }
  leftValues?: readonly LeftValue[]
  copiedFrom?: string | null
}
type CallRow = ReturnType<ReturnType<typeof callById>['decode']>

/** A draft as a row and the statements that bring it into being. */
export function draftRows(
  scene: DistrictScene,
  draft: Draft,
  call: CallRow | null,
  rules: FindingRules = findingRules([], call?.year ?? null),
): { row: ApplicationRow; statements: Statement[] } {
  const { unit } = draft
  const stored = {
    id: scene.newId('app'),
    callId: draft.callId,
    unitKind: unit.kind,
    unitId: unit.id,
    unitName: unit.name,
    title: draft.title,
    state: APPLICATION.initial,
    formValues: draft.values,
    formNo: call?.formNo ?? ADOPTED_FORM.no,
    leftValues: [...(draft.leftValues ?? [])],
    copiedFrom: draft.copiedFrom ?? null,
    provenance: draft.provenance,
    submissionNo: 0,
    cleared: false,
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
  }
  const row: ApplicationRow = {
    ...stored,
    number: null,
    score: null,
    rank: null,
    noticeId: null,
    callTitle: call?.title ?? null,
    callState: call?.state ?? null,
    opensAt: call?.opensAt ?? null,
    closesAt: call?.closesAt ?? null,
    extendedUntil: null,
    form: call?.form ?? null,
    callFormNo: call?.formNo ?? null,
    eligibility: call?.eligibility ?? null,
    quotaPerUnit: call?.quotaPerUnit ?? null,
    unitKinds: call?.unitKinds ?? null,
    callKind: call?.kind ?? null,
    callLevel: call?.level ?? null,
    callYear: call?.year ?? null,
    contact: call?.contact ?? null,
    callVersion: call?.version ?? null,
    rubricId: call?.rubricId ?? null,
    formChanges: null,
    rules,
  }
  const arrival = arrive(scene, APPLICATION, row, null, APPLICATION.initial, ownersOf(row))
  return { row, statements: [insert(applications, stored), ...arrival] }
}
