import { commit, type JournalEvent } from '@shixun/db/commit'
import { assertion, type Statement, updateSeen } from '@shixun/db/statement'
import { projects } from '@shixun/db/tenant/schema/training'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { PROJECT, type ProjectAction } from '@shixun/domain/training/project'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { ownersOf } from '../calls/applications/move-application.ts'
import type { DistrictScene } from '../store.ts'
import { loadProject } from './load-project.ts'
import { type AgreementRow, type ProjectRow, projectView } from './project-card.ts'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadProject>>>
/** What a verb adds to the bare move. */
export type Extra = {
  set?: Partial<Pick<ProjectRow, 'score' | 'band'>>
  agreement?: Partial<AgreementRow>
  amendment?: null
  events?: JournalEvent[]
  statements?: Statement[]
  after?: Record<string, unknown>
}
type Given = { id: string; action: ProjectAction; note?: string | undefined; rubricId?: string }

/** An amendment that was proposed meanwhile must not be passed over. */
function amendmentAsSeen(project: string, amendment: { id: string } | null): Statement {
  const others =
    "SELECT NOT EXISTS (SELECT 1 FROM amendments WHERE project_id = ? AND state IN ('proposed_by_unit', 'proposed_by_office') AND id <> ?)"
  return assertion('amendment', others, project, amendment?.id ?? '')
}

/** Every move of a project: load → decide → commit → answer. */
export async function moveProject(
  scene: DistrictScene,
  given: Given,
  prepare: (loaded: Loaded) => Promise<Result<Extra, Refusal>> = async () => ok({}),
): Promise<Verdict> {
  const loaded = await loadProject(scene, given.id, `project.${given.action}`, given.rubricId)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, agreement, amendment } = loaded
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
  const { set = {}, events = [], statements = [], after = {} } = extra.value
  const answer = projectView(
    scene,
    { ...row, ...set, state: to, version, updatedAt: scene.now },
    { ...agreement, ...extra.value.agreement },
    extra.value.amendment === null ? null : amendment,
  )
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ ...event, after: { state: to, ...after } }, ...events],
    [
      updateSeen(projects, row, { ...set, state: to, updatedAt: scene.now }),
      amendmentAsSeen(row.id, amendment),
      ...follow,
      ...statements,
    ],
    storedAnswer(200, answer, version),
  )
  return refusal
    ? refuse(refusedWrite(refusal, { amendment: { code: 'version-stale' } }))
    : ok({ body: answer, version })
}
