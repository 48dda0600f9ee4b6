import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { rosterImports } from '@shixun/db/tenant/schema/roster-imports'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { ROSTER_IMPORT } from '@shixun/domain/teachers/roster-import'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import type { RegistryScene } from '../store.ts'
import { importCard } from './load-roster-import.ts'

type Body = { fileName: string; fingerprint: string; total: number }

/** 开始一次教师导入：an empty import that its rows are staged into; nothing of the roster changes. */
export async function createRosterImport(scene: RegistryScene, { body }: { body: Body }): Promise<Verdict> {
  const row = {
    ...body,
    id: scene.newId('imp'),
    schoolId: unitLimit(scene.visitor, 'teacher.write') ?? '',
    createdBy: personName(scene),
    state: ROSTER_IMPORT.initial,
    ...{ staged: 0, fresh: 0, changed: 0, same: 0, wrong: 0, applied: 0, reverted: 0, kept: 0 },
    swept: false,
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
  }
  const answer = importCard(scene, row)
  const event = { entity: row.id, version: 1, verb: 'create', after: { ...body, state: row.state } }
  const follow = arrive(scene, ROSTER_IMPORT, { id: row.id, title: row.fileName }, null, row.state, {})
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [insert(rosterImports, row), ...follow],
    storedAnswer(201, answer, 1),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
