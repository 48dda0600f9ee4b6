import { commit, type JournalEvent } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { amendments } from '@shixun/db/tenant/schema/training'
import { ok, refuse } from '@shixun/domain/shared/result'
import { AMENDMENT, type AmendmentAction } from '@shixun/domain/training/amendment'
import { PROJECT } from '@shixun/domain/training/project'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import { personName } from '@shixun/tenant/person-name'
import { ownersOf } from '../calls/applications/move-application.ts'
import type { DistrictScene } from '../store.ts'
import { amendmentFacts, amendmentView } from './amendment-card.ts'
import { loadAmendment } from './load-amendment.ts'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadAmendment>>>
type Given = { id: string; action: AmendmentAction; note?: string | undefined }
type Follow = { events: JournalEvent[]; statements: Statement[] }

/** Every decision on an amendment: load → decide → commit → answer. */
export async function moveAmendment(
  scene: DistrictScene,
  { id, action, note }: Given,
  follow: (loaded: Loaded) => Promise<Follow> = async () => ({ events: [], statements: [] }),
): Promise<Verdict> {
  const loaded = await loadAmendment(scene, id, `amendment.${action}`)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, project, before } = loaded
  const facts = amendmentFacts(project)
  const decided = decide(scene, {
    machine: AMENDMENT,
    row: { ...row, title: project.title },
    action,
    facts,
    words: facts['projectGoing'] ? {} : { state: PROJECT.states[project.state] },
    note,
    owners: ownersOf(project),
  })
  if (!decided.ok) return decided
  const { to, version, event, follow: arrival } = decided.value
  const settled = { state: to, answer: note ?? null, settledBy: personName(scene), settledAt: scene.now }
  const { events, statements } = await follow(loaded)
  const answer = amendmentView(scene, { ...row, ...settled, version }, project, before.body)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...events],
    [updateSeen(amendments, row, settled), ...arrival, ...statements],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
