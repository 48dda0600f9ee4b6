import type { BodyOf } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { standingsStale } from '@shixun/db/tenant/ledger-writes'
import { teachers } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { IdentityDocumentKind } from '@shixun/domain/teachers/identity-document'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import { type FactChange, factChanges, journalChanges } from '@shixun/domain/teachers/teacher-facts'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { checkNumbers, checkSpans } from './check-numbers.ts'
import { cardOfRecord } from './teacher-card.ts'
import { factsOfRecord } from './teacher-facts-of.ts'
import { sealedDocument, sealedNumbers, type TeacherRecord } from './teacher-numbers.ts'
import { loadTeacher } from './teacher-reach.ts'

type Given = { params: { id: string }; body: BodyOf<Routes['editTeacher']> }

/** What the journal says of numbers: that they were corrected, and their ends. */
function numberChanges(before: TeacherRecord, after: TeacherRecord): FactChange[] {
  const fields = [
    ['document', before.documentMac, after.documentMac, before.documentTail, after.documentTail],
    ['certificate', before.certificateCipher, after.certificateCipher, before.certificateTail, after.certificateTail],
    ['phone', before.phoneCipher, after.phoneCipher, before.phoneTail, after.phoneTail],
  ] as const
  return fields.flatMap(([field, was, is, tailBefore, tailAfter]) =>
    was === is ? [] : [{ field, before: tailBefore ?? '', after: tailAfter ?? '' }],
  )
}

/** 更正教师信息：every field but the school, which a transfer changes; a document corrected stays the same person's. */
export async function editTeacher(scene: RegistryScene, { params, body }: Given): Promise<Verdict> {
  const row = await loadTeacher(scene, 'teacher.write', params.id)
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'active' && row.state !== 'left')
    return refuse({ code: 'state-refuses', facts: { state: TEACHER.states[row.state] } })
  const { documentType, document, certificate: _, phone: __, ...given } = body
  const kind = documentType ?? (row.documentType as IdentityDocumentKind)
  const retyped = documentType !== undefined && documentType !== row.documentType && document === undefined
  const { sound, problems } = checkNumbers(body, kind)
  const fields = [
    ...problems,
    ...checkSpans(given),
    ...(retyped ? [{ pointer: '/document', problem: 'required' }] : []),
  ]
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const facts = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const set: Partial<TeacherRecord> = {
    ...facts,
    ...(sound.document ? await sealedDocument(scene, row.id, sound.document) : {}),
    ...(await sealedNumbers(scene, row.id, sound.numbers)),
    updatedAt: scene.now,
  }
  const version = row.version + 1
  const next = { ...row, ...set, version }
  const changes = [...factChanges(factsOfRecord(row), factsOfRecord(next)), ...numberChanges(row, next)]
  const answer = cardOfRecord(scene, next)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb: 'edit', after: { changes: journalChanges(changes) } }],
    [updateSeen(teachers, row, set), standingsStale([row.id], scene.now)],
    storedAnswer(200, answer, version),
  )
  const taken = { code: 'already-exists', facts: { what: '这个证件号码的教师' } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken })) : ok({ body: answer, version })
}
