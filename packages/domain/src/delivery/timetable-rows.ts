import { CHANNELS, type Channel } from '../credits/policy.ts'
import { isCalendarDate, startOfChinaDay } from '../shared/china-time.ts'
import type { CohortStage, Trainer } from './cohort.ts'
import { trainersOf } from './trainers-text.ts'

type Cell = string | number | boolean | null | undefined
const TIMETABLE_COLUMNS = [
  'day',
  'from',
  'to',
  'topic',
  'module',
  'trainers',
  'place',
  'channel',
  'minutes',
  'stage',
] as const
type Column = (typeof TIMETABLE_COLUMNS)[number]
export type TimetableCells = { [K in Column]?: Cell }

/** A row of a pasted timetable as a session. `row` counts from 1. */
export type TimetableRow = {
  row: number
  stageId: string
  topic: string
  module: string
  channel: Channel | undefined
  trainers: Trainer[]
  place: string
  startsAt: string
  endsAt: string
  minutes: number
}
export type TimetableProblem = { row: number; column: Column; problem: string; limit?: number }

const MINUTE = 60_000
/** The first day of the date system of workbooks, as most of them count. */
const WORKBOOK_EPOCH = Date.UTC(1899, 11, 30)

function blank(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/** A day as tables write it: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, or the serial number of a workbook. */
function dayOf(cell: Cell): string | null {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > 30_000 && cell < 80_000)
    return new Date(WORKBOOK_EPOCH + cell * 24 * 60 * MINUTE).toISOString().slice(0, 10)
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\s（(]|$)/.exec(String(cell ?? '').trim())
  if (!parts) return null
  const [, year, month = '', day = ''] = parts
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(text) ? text : null
}

/** Minutes after midnight of a time of day: 9:00, 09：00, 9点30, or the fraction of a day that a workbook keeps. */
function clockOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? Math.round(cell * 24 * 60) : null
  const parts = /^(\d{1,2})\s*[:：点时]\s*(\d{1,2})?\s*分?(?:[:：]\d{2})?$/.exec(String(cell ?? '').trim())
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)]
  return parts && hour < 24 && minute < 60 ? hour * 60 + minute : null
}

const CHANNEL_OF: Readonly<Record<string, Channel>> = {
  ...(Object.fromEntries(Object.entries(CHANNELS).map(([code, word]) => [word, code])) as Record<string, Channel>),
  集中: 'concentrated',
  面授: 'concentrated',
  网络: 'online',
  线上: 'online',
  远程: 'online',
  校本: 'school_based',
  混合: 'blended',
  跟岗: 'placement',
}

/** The stage of a row: by its name, else the first that holds the day, else the first of all. */
function stageOf(stages: readonly CohortStage[], cell: Cell, day: string): CohortStage | undefined {
  const name = String(cell ?? '').trim()
  if (name !== '') return stages.find(({ title, id }) => title === name || id === name)
  return stages.find(({ from, to }) => from <= day && day <= to) ?? stages[0]
}

/** Reads the rows of a timetable that came from a workbook or the clipboard; every wrong cell is told. */
export function readTimetable(
  rows: readonly TimetableCells[],
  stages: readonly CohortStage[],
): { sound: TimetableRow[]; problems: TimetableProblem[] } {
  const sound: TimetableRow[] = []
  const problems: TimetableProblem[] = []
  rows.forEach((cells, index) => {
    const row = index + 1
    const wrong: TimetableProblem[] = []
    const tell = (column: Column, problem: string, limit?: number) =>
      wrong.push({ row, column, problem, ...(limit === undefined ? {} : { limit }) })
    const text = (column: Column, most: number): string => {
      const written = blank(cells[column]) ? '' : String(cells[column]).trim()
      if (written.length > most) tell(column, 'too_long', most)
      return written
    }
    const day = dayOf(cells.day)
    if (day === null) tell('day', blank(cells.day) ? 'required' : 'not_a_date')
    const from = clockOf(cells.from)
    if (from === null) tell('from', blank(cells.from) ? 'required' : 'not_a_time')
    const to = clockOf(cells.to)
    if (to === null) tell('to', blank(cells.to) ? 'required' : 'not_a_time')
    if (from !== null && to !== null && to <= from) tell('to', 'ends_before_start')
    const topic = text('topic', 100)
    if (topic === '') tell('topic', 'required')
    const given = blank(cells.minutes) ? null : Number(String(cells.minutes).trim())
    const lasts = from === null || to === null ? 0 : to - from
    if (given !== null && (!Number.isInteger(given) || given < 1)) tell('minutes', 'not_whole')
    else if (given !== null && lasts > 0 && given > lasts) tell('minutes', 'too_large', lasts)
    const word = text('channel', 20)
    const channel = word === '' ? undefined : Object.hasOwn(CHANNEL_OF, word) ? CHANNEL_OF[word] : undefined
    if (word !== '' && channel === undefined) tell('channel', 'not_a_choice')
    const stage = day === null ? stages[0] : stageOf(stages, cells.stage, day)
    if (!stage) tell('stage', 'not_a_choice')
    const trainers = trainersOf(cells.trainers)
    if (trainers.length > 10) tell('trainers', 'too_many', 10)
    const place = text('place', 100)
    const module = text('module', 60)
    problems.push(...wrong)
    if (wrong.length > 0 || day === null || from === null || to === null || !stage) return
    const midnight = Date.parse(startOfChinaDay(day))
    const at = (minutes: number) => new Date(midnight + minutes * MINUTE).toISOString()
    sound.push({
      row,
      stageId: stage.id,
      topic,
      module,
      channel,
      trainers,
      place,
      startsAt: at(from),
      endsAt: at(to),
      minutes: given ?? lasts,
    })
  })
  return { sound, problems }
}
