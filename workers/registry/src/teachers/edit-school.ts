import { commit } from '@shixun/db/commit'
import { statement, updateSeen } from '@shixun/db/statement'
import { schoolById } from '@shixun/db/tenant/roster'
import { schools } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type SchoolRow, schoolCard } from './school-card.ts'

type Given = {
  params: { id: string }
  body: { name?: string | undefined; area?: SchoolRow['area'] | undefined }
}

/** 修改学校：name and area; its code is its identity. */
export async function editSchool(scene: RegistryScene, { params, body }: Given): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(schoolById({ id: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  const before = { name: row.name, area: row.area }
  const after = { name: body.name ?? row.name, area: body.area ?? row.area }
  const version = row.version + 1
  const answer = schoolCard(scene, { ...row, ...after, version })
  const renamed =
    after.name === row.name
      ? []
      : [statement('UPDATE teachers SET school_name = ? WHERE school_id = ?', after.name, row.id)]
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb: 'edit', before, after }],
    [updateSeen(schools, row, after), ...renamed],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
