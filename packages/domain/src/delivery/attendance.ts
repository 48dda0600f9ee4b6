import { chinaTime, compareInstants } from '../shared/china-time.ts'
import type { Refusal } from '../shared/refusal.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import type { CohortState } from './cohort.ts'
import type { EnrolmentState } from './enrolment.ts'
import type { SessionState } from './session.ts'

/** How somebody's presence is known. */
export const WAYS = { code: '扫码签到', hand: '人工登记', online: '平台学时', school_based: '校本实践' } as const
export type Way = keyof typeof WAYS

/**
 * How a bureau takes attendance. A code stays `rotateSeconds` on the screen and is taken for `graceSeconds` more. A session
 * takes codes from `earlyMinutes` before its beginning to `closeMinutes` after its end; who comes more than `lateMinutes`
 * after the beginning is late and gets the whole session (`full`) or what is left of it (`partial`).
 */
export type AttendanceRules = {
  rotateSeconds: number
  graceSeconds: number
  earlyMinutes: number
  lateMinutes: number
  late: 'full' | 'partial'
  closeMinutes: number
}

export const DEFAULT_ATTENDANCE_RULES: AttendanceRules = {
  rotateSeconds: 15,
  graceSeconds: 10,
  earlyMinutes: 30,
  lateMinutes: 15,
  late: 'full',
  closeMinutes: 10,
}

type Session = { topic: string; state: SessionState; startsAt: string; endsAt: string; minutes: number }
/** What stands already for a teacher and a session. */
export type Mark = { way: Way; minutes: number; at: string; reason: string | null }

const MINUTE = 60_000
const moved = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * MINUTE).toISOString()

/** First and last instant at which a session takes codes. */
export function checkInSpan(session: Pick<Session, 'startsAt' | 'endsAt'>, rules: AttendanceRules) {
  return { from: moved(session.startsAt, -rules.earlyMinutes), to: moved(session.endsAt, rules.closeMinutes) }
}

/** Minutes that a session is worth to who comes at this instant, whole and rounded down, and by how many minutes they are late. */
export function worthAt(
  session: Pick<Session, 'startsAt' | 'endsAt' | 'minutes'>,
  rules: Pick<AttendanceRules, 'late' | 'lateMinutes'>,
  now: string,
): { minutes: number; lateBy: number } {
  const after = Math.floor(compareInstants(now, session.startsAt) / MINUTE)
  if (after <= rules.lateMinutes) return { minutes: session.minutes, lateBy: 0 }
  const length = compareInstants(session.endsAt, session.startsAt)
  const left = Math.max(0, compareInstants(session.endsAt, now))
  const minutes = rules.late === 'full' || length <= 0 ? session.minutes : Math.floor((session.minutes * left) / length)
  return { minutes, lateBy: after }
}

const why = (text: string): { ok: false; refusal: Refusal } => refuse({ code: 'code-refused', facts: { why: text } })

const NOT_THERE: Partial<Record<EnrolmentState, string>> = {
  nominated: '学校已推荐您，但承办单位还没有录取。请当面向承办单位确认。',
  waiting: '您在候补名单中，还没有录取。请当面向承办单位确认。',
  offered: '您已递补入选，但学校还没有确认参加。请联系本校登记员确认后再签到。',
  completed: '这个班次已经结班，考勤不再变动。',
  failed: '这个班次已经结班，考勤不再变动。',
}

function refuseSession(session: Session, cohortState: CohortState) {
  if (session.state === 'cancelled') return why(`“${session.topic}”已取消，不需要签到。请看最新的课表。`)
  if (session.state === 'held') return why(`“${session.topic}”的考勤已经确认。如果漏签，请联系承办单位补登并说明原因。`)
  if (cohortState === 'concluding' || cohortState === 'concluded') return why('这个班次已经结班，考勤不再变动。')
  return cohortState === 'ready' || cohortState === 'running' ? null : why('这个班次还没有开班，请按课表的时间再来。')
}

function alreadyWords({ at, minutes }: Mark, topic: string): { ok: false; refusal: Refusal } {
  return minutes > 0
    ? refuse({ code: 'code-used', facts: { at: chinaTime(at) } })
    : why(`承办单位已把您在“${topic}”登记为缺勤。如有误，请当面更正。`)
}

/** What a scan of a sound and fresh code comes to, in words when it comes to nothing. `enrolment` null: not on the roster. */
export function judgeCheckIn(given: {
  session: Session
  cohort: { title: string; state: CohortState }
  enrolment: { state: EnrolmentState } | null
  mark: Mark | null
  rules: AttendanceRules
  now: string
}): Result<{ minutes: number; lateBy: number }, Refusal> {
  const { session, cohort, enrolment, mark, rules, now } = given
  if (enrolment === null)
    return why(`您不在“${cohort.title}”的学员名单中，没有签到。如果应当参加，请当面联系承办单位。`)
  if (mark) return alreadyWords(mark, session.topic)
  const closed = refuseSession(session, cohort.state)
  if (closed) return closed
  const absent = NOT_THERE[enrolment.state]
  if (absent !== undefined) return why(absent)
  const { from, to } = checkInSpan(session, rules)
  if (compareInstants(now, from) < 0) return why(`“${session.topic}”${chinaTime(from)} 起才能签到，现在还没有到时间。`)
  if (compareInstants(now, to) > 0)
    return why(`“${session.topic}”的签到已于 ${chinaTime(to)} 结束。确实到场的，请当面由承办单位补登并说明原因。`)
  return ok(worthAt(session, rules, now))
}
