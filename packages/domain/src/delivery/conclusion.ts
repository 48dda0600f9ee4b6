import { chinaDate } from '../shared/china-time.ts'
import { missedTooMuch } from './absence.ts'

export type ConcludedSession = {
  id: string
  topic: string
  module: string
  channel: string
  startsAt: string
  minutes: number
  state: 'planned' | 'held' | 'cancelled'
}
export type AttendedMark = { sessionId: string; minutes: number }

/** Hours of one day in China, of one channel and one module: what the ledger has one entry for, so that caps of a day are exact. */
type ConcludedDay = { date: string; channel: string; module: string; minutes: number; topics: string[] }

/** What a training came to for one person. `channels` has every channel of the timetable, also those with nothing attended. */
export type Outcome = {
  completed: boolean
  due: number
  attended: number
  channels: { channel: string; due: number; attended: number }[]
  days: ConcludedDay[]
}

/** Sessions that count: what was cancelled is due from nobody. */
export function dueSessions<Session extends Pick<ConcludedSession, 'state'>>(sessions: readonly Session[]): Session[] {
  return sessions.filter(({ state }) => state !== 'cancelled')
}

/** Minutes due in all from everybody. */
export function minutesDue(sessions: readonly Pick<ConcludedSession, 'state' | 'minutes'>[]): number {
  return dueSessions(sessions).reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * The outcome of one person: completed unless the share missed reaches `absenceFrom`. Nobody gets more of a session than
 * it is worth. `module` stands for sessions that name none.
 */
export function outcomeOf(
  sessions: readonly ConcludedSession[],
  marks: readonly AttendedMark[],
  { absenceFrom, module }: { absenceFrom: readonly [number, number]; module: string },
): Outcome {
  const given = new Map(marks.map(({ sessionId, minutes }) => [sessionId, minutes]))
  const channels = new Map<string, { channel: string; due: number; attended: number }>()
  const days = new Map<string, ConcludedDay>()
  for (const session of dueSessions(sessions)) {
    const minutes = Math.max(0, Math.min(given.get(session.id) ?? 0, session.minutes))
    const sum = channels.get(session.channel) ?? { channel: session.channel, due: 0, attended: 0 }
    channels.set(session.channel, {
      ...sum,
      due: sum.due + session.minutes,
      attended: sum.attended + minutes,
    })
    if (minutes === 0) continue
    const key = { date: chinaDate(session.startsAt), channel: session.channel, module: session.module || module }
    const name = JSON.stringify(key)
    const day = days.get(name) ?? { ...key, minutes: 0, topics: [] }
    days.set(name, { ...day, minutes: day.minutes + minutes, topics: [...day.topics, session.topic] })
  }
  const sums = [...channels.values()]
  const due = sums.reduce((sum, one) => sum + one.due, 0)
  const attended = sums.reduce((sum, one) => sum + one.attended, 0)
  return {
    completed: !missedTooMuch({ due, attended }, absenceFrom),
    due,
    attended,
    channels: sums,
    days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  }
}

/** Why somebody did not complete, in words. */
export function failureWords({ due, attended }: Pick<Outcome, 'due' | 'attended'>, [n, d]: readonly [number, number]) {
  return `应到 ${due} 分钟，实到 ${attended} 分钟，缺课 ${due - attended} 分钟，达到应到的 ${n}/${d}，不计学时`
}
