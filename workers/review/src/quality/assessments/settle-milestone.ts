import { commit } from '@shixun/db/commit'
import { insert, updateSeen } from '@shixun/db/statement'
import { milestoneMark } from '@shixun/db/tenant/project-facts'
import { milestoneMarks } from '@shixun/db/tenant/schema/assessments'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { PROJECT } from '@shixun/domain/training/project'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { projectFactReads, projectFactsOf } from '@shixun/tenant/project-facts'
import type { ReviewScene } from '../../store.ts'
import { milestoneView } from './assessment-card.ts'

type Body = { key: string; settledOn: string | null; note?: string | undefined }

/** States in which the unit still registers what it reached. */
const REGISTERING: readonly string[] = ['preparing', 'running', 'concluding']

/** 登记节点的完成日期；没有日期即撤销登记。 A day in the future is no completion. */
export async function settleMilestone(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const project = params.id
  const { key, settledOn, note = '' } = body
  const [[mark], ...rows] = await scene.store.tenant.read(
    milestoneMark({ project, key }),
    ...projectFactReads([project]),
  )
  const [row] = rows[0]
  const limit = unitLimit(scene.visitor, 'milestone.write')
  if (!row || (limit !== null && row.unitId !== limit)) return refuse({ code: 'not-found' })
  if (!REGISTERING.includes(row.state))
    return refuse({ code: 'state-refuses', facts: { state: PROJECT.states[row.state] } })
  const { milestones } = projectFactsOf(row, rows)
  const today = chinaDate(scene.now)
  if (!milestones.some((one) => one.key === key))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/key', problem: 'not_a_choice' }] })
  if (settledOn !== null && settledOn > today)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/settledOn', problem: 'too_large', limit: today }] })

  const version = (mark?.version ?? 0) + 1
  const id = mark?.id ?? scene.newId('mst')
  const written = mark
    ? updateSeen(milestoneMarks, mark, { settledOn, note, updatedAt: scene.now })
    : insert(milestoneMarks, {
        id,
        projectId: project,
        key,
        settledOn,
        note,
        version,
        createdAt: scene.now,
        updatedAt: scene.now,
      })
  const notes = new Map(rows[6].map((one) => [one.key, one.note])).set(key, note)
  const items = milestones.map((one) =>
    milestoneView(one.key === key ? { ...one, settledOn } : one, notes.get(one.key) ?? '', today),
  )
  const event = {
    entity: id,
    version,
    verb: 'settle-milestone',
    before: mark ? { settledOn: mark.settledOn } : null,
    after: { project, key, settledOn },
    ...(note === '' ? {} : { note }),
  }
  const answer = { items }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [written], storedAnswer(200, answer))
  return refusal ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } })) : ok({ body: answer })
}
