import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { providerById, schoolById, teacherById } from '@shixun/db/tenant/roster'
import { ethicsRecords } from '@shixun/db/tenant/schema/ethics'
import { ok, refuse } from '@shixun/domain/shared/result'
import { ETHICS_RECORD } from '@shixun/domain/teachers/ethics-record'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type EthicsRow, ethicsCard } from './read-ethics-records.ts'

type Body = { subjectId: string; year: number; result: 'pass' | 'fail'; until: string | null; reason: string }

/** 登记师德考核结论：of a teacher, or of a school or provider itself. One stands for a subject and year. */
export async function createEthicsRecord(scene: RegistryScene, { body }: { body: Body }): Promise<Verdict> {
  const id = body.subjectId
  const [[teacher], [school], [provider]] = await scene.store.tenant.read(
    teacherById({ id }),
    schoolById({ id }),
    providerById({ id }),
  )
  const unit = school ?? provider
  if (!teacher && !unit)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/subjectId', problem: 'not_in_district' }] })
  if (body.until !== null && body.until < `${body.year}-01-01`)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/until', problem: 'ends_before_year' }] })
  const row: EthicsRow = {
    ...body,
    id: scene.newId('eth'),
    subjectKind: teacher ? 'teacher' : school ? 'school' : 'provider',
    unitId: teacher?.schoolId ?? id,
    unitName: teacher?.schoolName ?? unit?.name ?? '',
    name: teacher?.name ?? unit?.name ?? '',
    state: ETHICS_RECORD.initial,
    version: 1,
    createdAt: scene.now,
  }
  const answer = ethicsCard(scene, row)
  // what a teacher is blamed for stands in the record alone: the journal cannot be corrected
  const { reason: _, ...after } = body
  const event = { entity: row.id, version: 1, verb: 'create', after }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [insert(ethicsRecords, row), ...arrive(scene, ETHICS_RECORD, { id: row.id, title: row.name }, null, row.state, {})],
    storedAnswer(201, answer, 1),
  )
  const taken = { code: 'already-exists', facts: { what: `${row.name} ${row.year} 年师德考核结论` } } as const
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken })) : ok({ body: answer, version: 1 })
}
