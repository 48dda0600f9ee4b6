import type { Hand } from '@shixun/db/commit'
import { chinaDate, startOfChinaDay } from '@shixun/domain/shared/china-time'
import type { DeliveryScene } from '../store.ts'

/** The hand of a request with no finer time than the day and no request id, by which logs of the way could be joined to it. */
export function untimedHand({ hand, now }: Pick<DeliveryScene, 'hand' | 'now'>): Hand {
  return { ...hand, now: startOfChinaDay(chinaDate(now)), requestId: 'withheld' }
}
