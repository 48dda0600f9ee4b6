import type { BodyOf } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { standingsStale } from '@shixun/db/tenant/ledger-writes'
import { schoolById } from '@shixun/db/tenant/roster'
import { teachers } from '@shixun/db/tenant/schema/roster'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { checkNumbers, checkSpans } from './check-numbers.ts'
import { cardOfRecord } from './teacher-card.ts'
import { NO_NUMBERS, sealedDocument, sealedNumbers } from './teacher-numbers.ts'

/** 登记教师：by hand, one at a time; a school writes its own people only. */
export async function createTeacher(
  scene: RegistryScene,
  { body }: { body: BodyOf<Routes['createTeacher']> },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'teacher.write')
  const { documentType, document: _, certificate: __, phone: ___, schoolId, ...facts } = body
  const { sound, problems } = checkNumbers(body, documentType)
  const [[school]] = await scene.store.tenant.read(schoolById({ id: schoolId }))
  const reachable = school && (own === null || school.id === own) ? school : null
  const fields = [
    ...problems,
    ...checkSpans(facts),
    ...(reachable ? [] : [{ pointer: '/schoolId', problem: own === null ? 'not_in_district' : 'not_own_school' }]),
  ]
  if (fields.length > 0 || !sound.document || !reachable) return refuse({ code: 'invalid-input', fields })
  const id = scene.newId('tea')
  const row = {
    ...facts,
    ...(await sealedDocument(scene, id, sound.document)),
    ...NO_NUMBERS,
    ...(await sealedNumbers(scene, id, sound.numbers)),
    id,
    schoolId: reachable.id,
    schoolName: reachable.name,
    state: TEACHER.initial,
    updatedAt: null,
    version: 1,
    createdAt: scene.now,
  }
  const answer = cardOfRecord(scene, row)
  const event = { entity: id, version: 1, verb: 'create', after: { state: row.state, schoolId } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [
      insert(teachers, row),
      ...arrive(scene, TEACHER, { id, title: row.name }, null, row.state, {}),
      standingsStale([id], scene.now),
    ],
    storedAnswer(201, answer, 1),
  )
  const taken = { code: 'already-exists', facts: { what: '这个证件号码的教师' } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken })) : ok({ body: answer, version: 1 })
}
