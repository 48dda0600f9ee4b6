import { describe, expect, it } from 'vitest'
import { readTimetable, type TimetableCells } from './timetable-rows.ts'

const stages = [
  { id: 's1', title: '高校研修', from: '2026-04-01', to: '2026-04-10' },
  { id: 's2', title: '返岗实践', from: '2026-04-08', to: '2026-05-30' },
]
const row: TimetableCells = {
  day: '2026-04-09',
  from: '9:00',
  to: '11:30',
  topic: '课堂评价',
  module: '教育基本理论素养',
  trainers: '张三（河南大学 教授）、李四',
  place: '报告厅',
}
const one = (given: TimetableCells) => readTimetable([{ ...row, ...given }], stages)

describe('rows of a timetable', () => {
  it('become sessions in China time, worth what they last', () => {
    expect(one({})).toEqual({
      problems: [],
      sound: [
        {
          row: 1,
          stageId: 's1',
          topic: '课堂评价',
          module: '教育基本理论素养',
          channel: undefined,
          trainers: [
            { name: '张三', unit: '河南大学', title: '教授' },
            { name: '李四', unit: '', title: '' },
          ],
          place: '报告厅',
          startsAt: '2026-04-09T01:00:00.000Z',
          endsAt: '2026-04-09T03:30:00.000Z',
          minutes: 150,
        },
      ],
    })
  })

  it.each([
    ['2026/4/9', '2026-04-09'],
    ['2026.4.9', '2026-04-09'],
    ['2026年4月9日', '2026-04-09'],
    ['2026年4月9日（周四）', '2026-04-09'],
    [46121, '2026-04-09'],
  ])('reads the day %j', (day, expected) => {
    const [session] = one({ day }).sound
    expect(session?.startsAt.slice(0, 10)).toBe(expected)
  })

  it.each([
    ['09：00', '01:00'],
    ['9点', '01:00'],
    ['9点05分', '01:05'],
    ['09:00:00', '01:00'],
    [0.375, '01:00'],
  ])('reads the time %j', (from, expected) => {
    expect(one({ from }).sound[0]?.startsAt.slice(11, 16)).toBe(expected)
  })

  it.each([
    [{ day: '' }, 'day', 'required'],
    [{ day: '4月9日' }, 'day', 'not_a_date'],
    [{ day: '2026-02-29' }, 'day', 'not_a_date'],
    [{ day: 9 }, 'day', 'not_a_date'],
    [{ from: null }, 'from', 'required'],
    [{ from: '上午' }, 'from', 'not_a_time'],
    [{ from: '24:00' }, 'from', 'not_a_time'],
    [{ from: '9:60' }, 'from', 'not_a_time'],
    [{ from: 1.5 }, 'from', 'not_a_time'],
    [{ to: '9:00' }, 'to', 'ends_before_start'],
    [{ topic: '  ' }, 'topic', 'required'],
    [{ topic: '题'.repeat(101) }, 'topic', 'too_long'],
    [{ channel: '空中课堂' }, 'channel', 'not_a_choice'],
    [{ channel: 'constructor' }, 'channel', 'not_a_choice'],
    [{ minutes: 0 }, 'minutes', 'not_whole'],
    [{ minutes: '4.5' }, 'minutes', 'not_whole'],
    [{ minutes: 151 }, 'minutes', 'too_large'],
    [{ stage: '开营' }, 'stage', 'not_a_choice'],
    [{ trainers: Array.from({ length: 11 }, (_, n) => `甲${n}`).join('、') }, 'trainers', 'too_many'],
  ])('tells %j', (given, column, problem) => {
    const { sound, problems } = one(given)
    expect(sound).toEqual([])
    expect(problems.map((each) => [each.column, each.problem])).toEqual([[column, problem]])
  })

  it('takes the minutes and the stage that are given, and the stage of the day without one', () => {
    expect(one({ minutes: 150 }).sound[0]?.minutes).toBe(150)
    expect(one({ minutes: '90' }).sound[0]?.minutes).toBe(90)
    expect(one({ stage: '返岗实践' }).sound[0]?.stageId).toBe('s2')
    expect(one({ day: '2026-05-01' }).sound[0]?.stageId).toBe('s2')
    expect(one({ day: '2027-05-01' }).sound[0]?.stageId).toBe('s1')
  })

  it('reads a channel by its word', () => {
    expect(['集中培训', '线上', '跟岗', ''].map((channel) => one({ channel }).sound[0]?.channel)).toEqual([
      'concentrated',
      'online',
      'placement',
      undefined,
    ])
  })
})
