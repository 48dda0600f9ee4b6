import { describe, expect, it } from 'vitest'
import { bookingsOf } from './booking.ts'
import {
  type Booking,
  checkSessions,
  DEFAULT_LECTURE_LIMITS,
  halfDayOf,
  type Planned,
  timetableFindings,
} from './timetable.ts'

const stages = [
  { id: 's1', title: '高校研修', from: '2026-04-01', to: '2026-04-10' },
  { id: 's2', title: '返岗实践', from: '2026-04-08', to: '2026-05-30' },
]
const trainer = (name: string) => ({ name, unit: '', title: '' })
/** A session on a day in April, by hours in China. */
const session = (from: number, to: number, given: Partial<Planned> = {}): Planned => ({
  id: null,
  topic: '课堂评价',
  stageId: 's1',
  trainers: [],
  place: '',
  startsAt: new Date(Date.UTC(2026, 3, 9, from - 8)).toISOString(),
  endsAt: new Date(Date.UTC(2026, 3, 9, to - 8)).toISOString(),
  minutes: 45,
  ...given,
})
const booking = (key: string, from: number, to: number, given: Partial<Booking> = {}): Booking => {
  const { startsAt, endsAt, minutes } = session(from, to)
  return { key, sessionId: 'ses_other', startsAt, endsAt, minutes, topic: '别的课', cohortTitle: '别的班', ...given }
}
const rules = (sessions: Planned[], elsewhere: Booking[] = []) =>
  timetableFindings(sessions, stages, elsewhere, DEFAULT_LECTURE_LIMITS).map(({ rule, session: at }) => [rule, at])

describe('clashes in the district', () => {
  const mine = session(9, 11, { trainers: [trainer('张 三')], place: '报告 厅' })
  it.each([
    ['ends when mine begins', 8, 9, []],
    ['overlaps by the first hour', 8, 10, [['trainer_clash', 0]]],
    ['lies within', 9, 10, [['trainer_clash', 0]]],
    ['begins when mine ends', 11, 12, []],
  ])('a trainer whose other session %s', (_, from, to, expected) => {
    expect(rules([mine], [booking('trainer/张三', from, to)])).toEqual(expected)
  })

  it('a place is taken like a trainer, and both are told', () => {
    expect(rules([mine], [booking('place/报告厅', 10, 12), booking('trainer/张三', 10, 12)])).toEqual([
      ['trainer_clash', 0],
      ['place_clash', 0],
    ])
  })

  it('a session does not clash with itself', () => {
    const own = { ...mine, id: 'ses_mine' }
    expect(rules([own], [booking('trainer/张三', 9, 11, { sessionId: 'ses_mine' })])).toEqual([])
  })

  it('words that name no place or person take up nothing', () => {
    expect(bookingsOf({ trainers: [trainer('待定'), trainer(' ')], place: '线上' })).toEqual([])
    expect(bookingsOf({ trainers: [trainer('张三'), trainer('张\u3000三')], place: '' }).map(({ key }) => key)).toEqual(
      ['trainer/张三'],
    )
  })
})

describe('within the cohort', () => {
  it('tells sessions at the same time, not those that touch', () => {
    expect(rules([session(9, 11), session(11, 12)])).toEqual([])
    expect(rules([session(9, 11), session(10, 12)])).toEqual([['own_overlap', 1]])
  })

  it('leaves practice that runs for days beside lessons alone', () => {
    const practice = session(8, 8 + 24 * 5, { stageId: 's2' })
    expect(rules([practice, session(9, 11)])).toEqual([])
  })

  it.each([
    ['2026-04-01T00:00:00.000Z', '2026-04-01T02:00:00.000Z', 0],
    ['2026-03-31T15:59:00.000Z', '2026-03-31T16:30:00.000Z', 1],
    ['2026-04-10T14:00:00.000Z', '2026-04-10T15:59:00.000Z', 0],
    ['2026-04-10T15:00:00.000Z', '2026-04-10T16:01:00.000Z', 1],
  ])('from %s to %s stands outside its stage %i times', (startsAt, endsAt, times) => {
    expect(rules([session(9, 10, { startsAt, endsAt })]).filter(([rule]) => rule === 'outside_stage')).toHaveLength(
      times,
    )
  })
})

describe('lessons of a half day', () => {
  const zhang = { trainers: [trainer('张三')] }
  it('may be four, not four and a minute', () => {
    expect(rules([session(8, 11, { ...zhang, minutes: 180 })])).toEqual([])
    expect(rules([session(8, 11, { ...zhang, minutes: 181 })])).toEqual([['half_day_hours', 0]])
  })

  it('count those of other cohorts too, and begin anew at noon', () => {
    const morning = session(8, 10, { ...zhang, minutes: 90 })
    expect(rules([morning], [booking('trainer/张三', 10, 12, { minutes: 90 })])).toEqual([])
    expect(rules([morning], [booking('trainer/张三', 10, 12, { minutes: 91 })])).toEqual([['half_day_hours', 0]])
    expect(rules([morning], [booking('trainer/张三', 12, 14, { minutes: 91 })])).toEqual([])
    expect(rules([morning], [booking('trainer/李四', 10, 12, { minutes: 180 })])).toEqual([])
  })

  it('are told by the hour in China', () => {
    const half = (hour: number, minute: number) =>
      halfDayOf(new Date(Date.UTC(2026, 3, 9, hour - 8, minute)).toISOString()).half
    expect([half(11, 59), half(12, 0), half(17, 59), half(18, 0)]).toEqual(['上午', '下午', '下午', '晚上'])
  })
})

describe('what is wrong with a session', () => {
  const wrong = (given: Partial<Planned>) =>
    checkSessions([session(9, 10, given)], stages).map(({ pointer, problem }) => `${pointer} ${problem}`)
  it.each([
    [{}, []],
    [{ minutes: 60 }, []],
    [{ minutes: 61 }, ['/0/minutes too_large']],
    [{ endsAt: session(9, 9).endsAt }, ['/0/endsAt ends_before_start']],
    [{ stageId: 's3' }, ['/0/stageId not_a_choice']],
    [{ endsAt: '2027-01-01T00:00:00.000Z' }, ['/0/endsAt too_large']],
  ])('%j: %j', (given, expected) => {
    expect(wrong(given)).toEqual(expected)
  })
})
