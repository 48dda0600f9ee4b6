import { LEVELS, PHASES } from '../calls/design/call.ts'
import { isCalendarDate } from '../shared/china-time.ts'
import type { FieldProblem } from '../shared/result.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { hundredthsOf } from './fraction.ts'
import { CHANNELS, LEAVE_KINDS, POSTS } from './policy.ts'

/** More than a year of full days; keeps sums exact. */
const MOST_HOURS = 10_000
const MOST_MINUTES = MOST_HOURS * 60
const EARLIEST = '1950-01-01'
const LATEST = '2099-12-31'

function checkDate(date: string, pointer: string): FieldProblem[] {
  if (!isCalendarDate(date)) return [{ pointer, problem: 'not_a_date' }]
  if (date >= EARLIEST && date <= LATEST) return []
  return [{ pointer, problem: 'out_of_range', limit: `${EARLIEST} 至 ${LATEST}` }]
}

function checkWord(word: string, known: readonly string[], pointer: string): FieldProblem[] {
  if (known.includes(word)) return []
  return [{ pointer, problem: 'unknown_word', detail: `没有“${word}”，只能用：${known.join('、')}` }]
}

function checkSpan({ from, to }: { from: string; to: string | null }, pointer: string): FieldProblem[] {
  const wrong = [...checkDate(from, `${pointer}/from`), ...(to === null ? [] : checkDate(to, `${pointer}/to`))]
  if (wrong.length > 0 || to === null || from <= to) return wrong
  return [{ pointer: `${pointer}/to`, problem: 'ends_before_start' }]
}

function checkTeacher({ entryDate, phase, posts, leaves }: CreditTeacher): FieldProblem[] {
  return [
    ...checkDate(entryDate, '/teacher/entryDate'),
    ...checkWord(phase, PHASES, '/teacher/phase'),
    ...posts.flatMap((held, n) => [
      ...checkWord(held.post, Object.keys(POSTS), `/teacher/posts/${n}/post`),
      ...checkSpan(held, `/teacher/posts/${n}`),
    ]),
    ...leaves.flatMap((leave, n) => [
      ...checkWord(leave.kind, Object.keys(LEAVE_KINDS), `/teacher/leaves/${n}/kind`),
      ...checkSpan(leave, `/teacher/leaves/${n}`),
    ]),
  ]
}

function checkLength({ hours, minutes }: CreditEntry, pointer: string): FieldProblem[] {
  if ((hours === undefined) === (minutes === undefined)) {
    const detail = hours === undefined ? '请填写学时或分钟' : '学时和分钟只能填一个'
    return [{ pointer: `${pointer}/hours`, problem: hours === undefined ? 'required' : 'duplicate', detail }]
  }
  if (minutes !== undefined) {
    const wrong = !Number.isInteger(minutes) || minutes < 0 || minutes > MOST_MINUTES
    return wrong
      ? [{ pointer: `${pointer}/minutes`, problem: 'out_of_range', limit: `0 至 ${MOST_MINUTES} 的整数` }]
      : []
  }
  const figure = hours ?? 0
  const at = `${pointer}/hours`
  if (!(figure >= 0)) return [{ pointer: at, problem: 'too_small', limit: 0 }]
  if (figure > MOST_HOURS) return [{ pointer: at, problem: 'too_large', limit: MOST_HOURS }]
  return hundredthsOf(figure) === null ? [{ pointer: at, problem: 'too_many_decimals', limit: 2 }] : []
}

function checkAttendance({ attendance }: CreditEntry, pointer: string): FieldProblem[] {
  if (attendance === undefined) return []
  const { due, actual } = attendance
  if (!Number.isInteger(due) || due < 1 || due > 100_000)
    return [{ pointer: `${pointer}/attendance/due`, problem: 'out_of_range', limit: '1 至 100000 的整数' }]
  if (!Number.isInteger(actual) || actual < 0 || actual > due)
    return [{ pointer: `${pointer}/attendance/actual`, problem: 'out_of_range', limit: `0 至应到 ${due} 的整数` }]
  return []
}

function checkReversals(entries: readonly CreditEntry[]): FieldProblem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return entries.flatMap(({ reverses }, n): FieldProblem[] => {
    if (reverses === undefined) return []
    const pointer = `/entries/${n}/reverses`
    if (!byId.has(reverses))
      return [{ pointer, problem: 'no_such_rule', detail: `没有编号为“${reverses}”的记录可以冲销` }]
    const seen = new Set<string>()
    for (let at: string | undefined = entries[n]?.id; at !== undefined; at = byId.get(at)?.reverses) {
      if (seen.has(at)) return [{ pointer, problem: 'ring', detail: '冲销记录互相指向，分不清谁冲销谁：请核对编号' }]
      seen.add(at)
    }
    return []
  })
}

/** What is wrong with a teacher and the lines of a ledger, by JSON pointer into `{teacher, entries, asOf}`. */
export function checkCreditInput(given: {
  teacher: CreditTeacher
  entries: readonly CreditEntry[]
  asOf: string
}): FieldProblem[] {
  const first = new Map<string, number>()
  given.entries.forEach(({ id }, n) => {
    if (!first.has(id)) first.set(id, n)
  })
  return [
    ...checkDate(given.asOf, '/asOf'),
    ...checkTeacher(given.teacher),
    ...given.entries.flatMap((entry, n): FieldProblem[] => {
      const pointer = `/entries/${n}`
      const before = first.get(entry.id) ?? n
      return [
        ...(entry.id.trim() === '' ? [{ pointer: `${pointer}/id`, problem: 'required' }] : []),
        ...(before < n
          ? [{ pointer: `${pointer}/id`, problem: 'duplicate', detail: `编号与第 ${before + 1} 条记录相同` }]
          : []),
        ...checkDate(entry.date, `${pointer}/date`),
        ...checkWord(entry.channel, Object.keys(CHANNELS), `${pointer}/channel`),
        ...(entry.level === '' ? [] : checkWord(entry.level, LEVELS, `${pointer}/level`)),
        ...checkLength(entry, pointer),
        ...checkAttendance(entry, pointer),
      ]
    }),
    ...checkReversals(given.entries),
  ]
}
