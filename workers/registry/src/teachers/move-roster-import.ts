import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import { laterImports, rosterImportById } from '@shixun/db/tenant/roster-imports'
import { rosterImports } from '@shixun/db/tenant/schema/roster-imports'
import { ok, refuse } from '@shixun/domain/shared/result'
import { ROSTER_IMPORT } from '@shixun/domain/teachers/roster-import'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { importCard, reaches } from './load-roster-import.ts'

type Given = { params: { id: string } }

async function move(scene: RegistryScene, { params }: Given, action: 'apply' | 'undo' | 'discard'): Promise<Verdict> {
  const { id } = params
  const [[row], later] = await scene.store.tenant.read(rosterImportById({ id }), laterImports({ id }))
  if (!reaches(scene, row)) return refuse({ code: 'not-found' })
  const facts = { last: later.length === 0 && !row.swept }
  const decided = decide(scene, { machine: ROSTER_IMPORT, row: { ...row, title: row.fileName }, action, facts })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const answer = importCard(scene, { ...row, state: to, version, updatedAt: scene.now })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [updateSeen(rosterImports, row, { state: to, updatedAt: scene.now }), ...follow],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}

/** 确认写入：from here on steps write what was shown, and nothing else. */
export function applyRosterImport(scene: RegistryScene, given: Given): Promise<Verdict> {
  return move(scene, given, 'apply')
}

/** 撤回导入：from here on steps put back what the import changed; only the last import that wrote can be taken back. */
export function undoRosterImport(scene: RegistryScene, given: Given): Promise<Verdict> {
  return move(scene, given, 'undo')
}

export function discardRosterImport(scene: RegistryScene, given: Given): Promise<Verdict> {
  return move(scene, given, 'discard')
}
