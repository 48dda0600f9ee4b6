import type { FollowUpCardRow, FollowUpRow } from '@shixun/db/tenant/follow-ups'
import { FOLLOW_UP } from '@shixun/domain/delivery/follow-up'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

/** What a teacher must tell before it can be handed in: so many characters, or a file. */
const REPORT_CHARACTERS = 20

export function followUpFacts({ report, evidence }: Pick<FollowUpRow, 'report' | 'evidence'>) {
  return { has_content: report.trim().length >= REPORT_CHARACTERS || evidence.length > 0 }
}

export function followUpCard(scene: DeliveryScene, row: FollowUpCardRow, facts: Record<string, boolean> = {}) {
  const { id, version, cohortId, cohortTitle, month, name, schoolName, state, dueOn } = row
  return {
    id,
    version,
    actions: actionsOf(scene, FOLLOW_UP, state, facts),
    cohortId,
    cohortTitle,
    month,
    name,
    schoolName,
    state,
    dueOn,
    overdue: state === 'waiting' && dueOn < chinaDate(scene.now),
    submittedAt: row.submittedAt,
    ratedAt: row.ratedAt,
  }
}

/** The teacher's own one offers `edit` while it waits. */
export function followUpView(scene: DeliveryScene, row: FollowUpRow) {
  const card = followUpCard(scene, row, followUpFacts(row))
  const own = scene.visitor.kind === 'person' && scene.visitor.role === 'teacher'
  const { report, rating, ratedBy, note } = row
  return {
    ...card,
    actions: [...card.actions, ...(own && row.state === 'waiting' ? ['edit'] : [])],
    report,
    evidence: row.evidence.map(({ objectKey: _, ...file }) => file),
    rating,
    ratedBy,
    note,
  }
}
