export const ROBOT_KINDS = ['wecom', 'dingtalk'] as const
export type RobotKind = (typeof ROBOT_KINDS)[number]

/** What a robot can be told of. */
export const ROBOT_EVENTS = [
  'call.opened',
  'deadline.near',
  'application.submitted',
  'notice.published',
  'objection.raised',
  'cohort.opened',
  'digest.daily',
] as const
export type RobotEvent = (typeof ROBOT_EVENTS)[number]

/** Robots of one bureau: chat groups, not people. */
export const MAX_ROBOTS = 20

/** A message before it takes the shape of one product: a headline and lines without any markup. */
export type RobotWords = { title: string; lines: readonly string[] }

/** The word that every message holds, for robots whose group lets in messages with a keyword only. */
export const ROBOT_KEYWORD = '师训云'

/** Seconds to the next try after so many that failed; null when it is given up. */
export function secondsToNextTry(failed: number): number | null {
  return RETRY_SECONDS[failed - 1] ?? null
}

/** Half an hour in all: an outage of minutes and the ten minutes that DingTalk bars a robot that spoke too fast are outlived. */
const RETRY_SECONDS = [2, 15, 60, 300, 1200]
