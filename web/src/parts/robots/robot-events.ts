import type { RobotEvent, RobotKind } from '@shixun/domain/inbox/robot'

/** What a robot can be told of, in the order of a year's work. */
export const robotEvents: readonly RobotEvent[] = [
  'call.opened',
  'application.submitted',
  'deadline.near',
  'notice.published',
  'cohort.opened',
  'objection.raised',
  'digest.daily',
]

export const robotKinds: readonly [RobotKind, ...RobotKind[]] = ['wecom', 'dingtalk']
