import { chinaDate, chinaTime } from '../shared/china-time.ts'
import type { FieldProblem } from '../shared/result.ts'
import { bookingsOf } from './booking.ts'
import type { CohortStage, Trainer } from './cohort.ts'

/** A session as far as a timetable is judged by it. Instants in UTC; `id` null while it is not written yet. */
export type Planned = {
  id: string | null
  topic: string
  stageId: string
  trainers: readonly Trainer[]
  place: string
  startsAt: string
  endsAt: string
  minutes: number
}

/** What a trainer or a place is taken up by elsewhere in the district. */
export type Booking = {
  key: string
  sessionId: string
  startsAt: string
  endsAt: string
  minutes: number
  topic: string
  cohortTitle: string
}

/** What stands against a timetable: told, never forbidden. `session` counts from 0 in the list that was checked. */
export type TimetableFinding = {
  rule: 'trainer_clash' | 'place_clash' | 'own_overlap' | 'outside_stage' | 'half_day_hours'
  session: number
  with: string | null
  detail: string
}

/** How many minutes make one lesson (学时) and how many lessons a trainer gives in half a day at most. */
export type LectureLimits = { lessonMinutes: number; halfDayLessons: number }
export const DEFAULT_LECTURE_LIMITS: LectureLimits = { lessonMinutes: 45, halfDayLessons: 4 }

/** No session is longer than a placement of one term. */
const MOST_DAYS = 200

/** What is wrong with sessions beyond the shape of their members. Pointers start at the row: `/0/endsAt`. */
export function checkSessions(
  sessions: readonly Pick<Planned, 'startsAt' | 'endsAt' | 'stageId' | 'minutes'>[],
  stages: readonly CohortStage[],
): FieldProblem[] {
  return sessions.flatMap(({ startsAt, endsAt, stageId, minutes }, index) => {
    const lasts = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000
    return [
      ...(lasts <= 0 ? [{ pointer: `/${index}/endsAt`, problem: 'ends_before_start' }] : []),
      ...(lasts > MOST_DAYS * 24 * 60
        ? [{ pointer: `/${index}/endsAt`, problem: 'too_large', limit: `${MOST_DAYS} 天` }]
        : []),
      ...(lasts > 0 && minutes > lasts
        ? [{ pointer: `/${index}/minutes`, problem: 'too_large', limit: Math.floor(lasts) }]
        : []),
      ...(stages.some(({ id }) => id === stageId) ? [] : [{ pointer: `/${index}/stageId`, problem: 'not_a_choice' }]),
    ]
  })
}

type Span = { startsAt: string; endsAt: string }
/** Ends that only touch do not overlap. */
const overlap = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt
const until = (span: Span) => `${chinaTime(span.startsAt)} 至 ${chinaTime(span.endsAt).slice(11)}`

const HALVES = ['上午', '下午', '晚上'] as const
/** The half day in which a session begins: before noon, before six in the evening, or later. */
export function halfDayOf(instant: string): { day: string; half: (typeof HALVES)[number] } {
  const hour = Number(chinaTime(instant).slice(11, 13))
  return { day: chinaDate(instant), half: hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上' }
}

function clashes(sessions: readonly Planned[], elsewhere: readonly Booking[]): TimetableFinding[] {
  return sessions.flatMap((session, index) =>
    bookingsOf(session).flatMap(({ kind, key, name }) => {
      const others = elsewhere.filter(
        (booking) => booking.key === key && booking.sessionId !== session.id && overlap(session, booking),
      )
      return others.map((other) => ({
        rule: kind === 'trainer' ? ('trainer_clash' as const) : ('place_clash' as const),
        session: index,
        with: other.sessionId,
        detail: `${kind === 'trainer' ? `授课人${name}` : `地点“${name}”`}同一时间已有“${other.cohortTitle}”的“${other.topic}”（${until(other)}）。请调整时间${kind === 'trainer' ? '或授课人' : '或地点'}。`,
      }))
    }),
  )
}

/** Sessions of one cohort at the same time: legal for parallel groups, so it is only told when one would have to sit in both. */
function overlaps(sessions: readonly Planned[]): TimetableFinding[] {
  return sessions.flatMap((session, index) => {
    const earlier = sessions.slice(0, index).find((other) => overlap(session, other) && short(session) && short(other))
    return earlier
      ? [
          {
            rule: 'own_overlap' as const,
            session: index,
            with: earlier.id,
            detail: `与本班“${earlier.topic}”（${until(earlier)}）时间重叠，学员不能同时参加。分组上课的可以不改。`,
          },
        ]
      : []
  })
}

/** Practice and online study that run for days stand beside lessons without harm. */
const short = (span: Span) => Date.parse(span.endsAt) - Date.parse(span.startsAt) <= 12 * 3_600_000

function outsideStages(sessions: readonly Planned[], stages: readonly CohortStage[]): TimetableFinding[] {
  return sessions.flatMap((session, index) => {
    const stage = stages.find(({ id }) => id === session.stageId)
    if (!stage || (stage.from <= chinaDate(session.startsAt) && chinaDate(session.endsAt) <= stage.to)) return []
    return [
      {
        rule: 'outside_stage' as const,
        session: index,
        with: null,
        detail: `“${session.topic}”（${until(session)}）不在阶段“${stage.title}”的 ${stage.from} 至 ${stage.to} 之内，请核对日期或调整阶段。`,
      },
    ]
  })
}

/** Trainers who teach more than so many lessons in half a day, with what they teach elsewhere (a half day ≤ 4 hours, domain.md §10). */
function longHalfDays(
  sessions: readonly Planned[],
  elsewhere: readonly Booking[],
  { lessonMinutes, halfDayLessons }: LectureLimits,
): TimetableFinding[] {
  const halves = new Map<string, { minutes: number; last: number; name: string; when: string }>()
  const add = (key: string, name: string, startsAt: string, minutes: number, index: number | null) => {
    const { day, half } = halfDayOf(startsAt)
    const id = `${key}|${day}|${half}`
    const known = halves.get(id)
    if (!known && index === null) return
    halves.set(id, {
      minutes: (known?.minutes ?? 0) + minutes,
      last: index ?? known?.last ?? 0,
      name,
      when: `${day} ${half}`,
    })
  }
  const own = new Set(sessions.flatMap(({ id }) => (id === null ? [] : [id])))
  sessions.forEach((session, index) => {
    if (!short(session)) return
    for (const { kind, key, name } of bookingsOf(session))
      if (kind === 'trainer') add(key, name, session.startsAt, session.minutes, index)
  })
  for (const booking of elsewhere)
    if (booking.key.startsWith('trainer/') && !own.has(booking.sessionId) && short(booking))
      add(booking.key, booking.key.slice('trainer/'.length), booking.startsAt, booking.minutes, null)
  return [...halves.values()]
    .filter(({ minutes }) => minutes > lessonMinutes * halfDayLessons)
    .map(({ minutes, last, name, when }) => ({
      rule: 'half_day_hours' as const,
      session: last,
      with: null,
      detail: `授课人${name}在 ${when}共 ${Math.round((minutes / lessonMinutes) * 100) / 100} 学时，半天讲课不超过 ${halfDayLessons} 学时，超出部分不付讲课费。`,
    }))
}

/** Everything that stands against a timetable. `elsewhere` are the bookings of its trainers and places in the whole district. */
export function timetableFindings(
  sessions: readonly Planned[],
  stages: readonly CohortStage[],
  elsewhere: readonly Booking[],
  limits: LectureLimits,
): TimetableFinding[] {
  const own = new Set(sessions.flatMap(({ id }) => (id === null ? [] : [id])))
  const others = elsewhere.filter(({ sessionId }) => !own.has(sessionId))
  return [
    ...clashes(sessions, others),
    ...overlaps(sessions),
    ...outsideStages(sessions, stages),
    ...longHalfDays(sessions, others, limits),
  ].sort((a, b) => a.session - b.session)
}
