import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { moveAlarm } from './move-alarm.ts'

/** 教育局确认预警，写明处理意见。 */
export function acknowledgeAlarm(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  return moveAlarm(scene, { id: params.id, action: 'acknowledge', note: body.note })
}
