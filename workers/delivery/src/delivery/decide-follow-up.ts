import { addRating } from '@shixun/db/tenant/follow-ups'
import type { GuskeyRating } from '@shixun/domain/delivery/guskey'
import type { Verdict } from '@shixun/http/scene'
import { personName } from '@shixun/tenant/person-name'
import type { DeliveryScene } from '../store.ts'
import { moveFollowUp } from './move-follow-up.ts'

type Asked<Body> = { params: { id: string }; body: Body }

/** 提交跟踪. */
export function submitFollowUp(
  scene: DeliveryScene,
  { params, body }: Asked<{ note?: string | undefined }>,
): Promise<Verdict> {
  const given = { id: params.id, action: 'submit', note: body.note } as const
  return moveFollowUp(scene, given, () => ({ set: { submittedAt: scene.now, note: null } }))
}

/** 退回补充: the teacher finds the reason beside the report. */
export function returnFollowUp(scene: DeliveryScene, { params, body }: Asked<{ note: string }>): Promise<Verdict> {
  const given = { id: params.id, action: 'return', note: body.note } as const
  return moveFollowUp(scene, given, () => ({ set: { submittedAt: null, note: body.note } }))
}

/** 评定: one figure a level, with the name of whoever rated. */
export function rateFollowUp(
  scene: DeliveryScene,
  { params, body }: Asked<{ rating: GuskeyRating; note?: string | undefined }>,
): Promise<Verdict> {
  const { rating, note } = body
  return moveFollowUp(scene, { id: params.id, action: 'rate', note }, (row) => ({
    set: { rating, ratedBy: personName(scene), ratedAt: scene.now, note: note ?? null },
    statements: [addRating(row, rating)],
    after: { rating },
  }))
}

/** 免跟踪: who is let off does not count as owed. */
export function waiveFollowUp(scene: DeliveryScene, { params, body }: Asked<{ note: string }>): Promise<Verdict> {
  const given = { id: params.id, action: 'waive', note: body.note } as const
  return moveFollowUp(scene, given, () => ({ set: { note: body.note } }))
}
