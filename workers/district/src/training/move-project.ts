import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { projects } from '@shixun/db/tenant/schema/training'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { PROJECT, type ProjectAction } from '@shixun/domain/training/project'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { ownersOf } from '../calls/move-application.ts'
import { decide, refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { loadProject } from './load-project.ts'
import { type AgreementRow, type ProjectRow, projectView } from './project-card.ts'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadProject>>>
/** What a verb adds to the bare move. */
export type Extra = {
  set?: Partial<Pick<ProjectRow, 'score' | 'band'>>
  agreement?: Partial<AgreementRow>
  statements?: Statement[]
  after?: Record<string, unknown>
}
type Given = { id: string; action: ProjectAction; note?: string | undefined; rubricId?: string }

/** Every move of a project: load → decide → commit → answer. */
export async function moveProject(
  scene: DistrictScene,
  given: Given,
  prepare: (loaded: Loaded) => Promise<Result<Extra, Refusal>> = async () => ok({}),
): Promise<Verdict> {
  const loaded = await loadProject(scene, given.id, `project.${given.action}`, given.rubricId)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, agreement } = loaded
  const decided = decide(scene, {
    machine: PROJECT,
    row,
    action: given.action,
    note: given.note,
    owners: ownersOf(row),
  })
  if (!decided.ok) return decided
  const extra = await prepare(loaded)
  if (!extra.ok) return extra
  const { to, version, event, follow } = decided.value
  const { set = {}, statements = [], after = {} } = extra.value
  const answer = projectView(
    scene,
    { ...row, ...set, state: to, version, updatedAt: scene.now },
    { ...agreement, ...extra.value.agreement },
  )
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ ...event, after: { state: to, ...after } }],
    [updateSeen(projects, row, { ...set, state: to, updatedAt: scene.now }), ...follow, ...statements],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
