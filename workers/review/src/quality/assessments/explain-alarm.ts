import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveAlarm } from './move-alarm.ts'

/** 承办单位说明原因和改进措施。 */
export function explainAlarm(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveAlarm(scene, { id: params.id, action: 'explain', note: body.note })
}
