import type { CalendarYearMissing, WorkCalendar } from '../../calls/calendar/working-days.ts'
import { noticeTerm } from '../../calls/notices/notice-term.ts'
import type { Machine } from '../../shared/machine.ts'
import { ok, type Result } from '../../shared/result.ts'

export type AppealState = 'open' | 'accepted' | 'settled' | 'dismissed' | 'withdrawn'
export type AppealAction = 'accept' | 'dismiss' | 'settle' | 'withdraw'

/** How an accepted appeal is settled: corrected figures with evidence, a further expert's sheet, or the sum done again. */
export const APPEAL_WAYS = ['figures', 'opinion', 'arithmetic'] as const
export type AppealWay = (typeof APPEAL_WAYS)[number]

/** One criterion that the unit contests, with the title it bore then and the unit's own words. */
export type ContestedPoint = { key: string; title: string; text: string }

/** `workingDays`: within which a unit appeals. `answerDays`: working days within which the office answers. */
export type AppealRules = { workingDays: number; answerDays: number }
export const DEFAULT_APPEALS: AppealRules = { workingDays: 5, answerDays: 10 }

/** `seat`: within the quota, outside, or undecided where a tie straddles the line. */
export type AppealPlace = { score: number; rank: number; seat: 'in' | 'out' | 'undecided' }

/** What the new result means for the other items of its panel. Scores are hundredths; `applied` says whether the ranking was changed. */
export type AppealConsequences = {
  applied: boolean
  /** Why the ranking was left as it stands; null where it was changed or there is none. */
  held: 'noticed' | 'not_asked' | 'archived' | 'no_ranking' | null
  items: {
    id: string
    title: string
    before: AppealPlace
    after: AppealPlace
  }[]
}

/** The life of an appeal (申诉复核): an accepted one ends with a new result beside the old one, or with the old one confirmed. */
export const APPEAL: Machine<AppealState, AppealAction> = {
  entity: 'appeal',
  title: '评估申诉',
  initial: 'open',
  states: {
    open: '已提出，等待复核答复',
    accepted: '已受理，复核中',
    settled: '复核完毕，另出新的评估结果',
    dismissed: '已答复，维持原结果',
    withdrawn: '申诉单位已撤回',
  },
  moves: [
    { action: 'accept', from: ['open'], to: 'accepted', roles: ['office'], note: 'required', meaning: '受理申诉' },
    {
      action: 'dismiss',
      from: ['open', 'accepted'],
      to: 'dismissed',
      roles: ['office'],
      note: 'required',
      meaning: '答复：维持原结果',
    },
    {
      action: 'settle',
      from: ['accepted'],
      to: 'settled',
      roles: ['office'],
      guard: { fact: 'opinionIn', refusal: 'sheets-missing' },
      note: 'required',
      meaning: '复核完毕，出具新的结果',
    },
    { action: 'withdraw', from: ['open'], to: 'withdrawn', roles: ['school_admin', 'provider'], meaning: '撤回申诉' },
  ],
  waits: { open: [{ role: 'office', days: 14 }], accepted: [{ role: 'office', days: 14 }] },
}

/** The day on which the unit could first know its result: the latest of the days given, `YYYY-MM-DD` of China. */
export function toldOn(days: readonly (string | null)[]): string {
  return days.reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), '')
}

/** The last day on which an appeal is taken: the n-th working day after it was told. Refused when the calendar lacks a year. */
function appealsUntil(calendar: WorkCalendar, told: string, rules: AppealRules): Result<string, CalendarYearMissing> {
  const term = noticeTerm(calendar, told, rules.workingDays)
  return term.ok ? ok(term.value.endsOn) : term
}

/** The day by which the office answers an appeal that came on a day. */
export function appealAnswerDue(
  calendar: WorkCalendar,
  filedOn: string,
  rules: AppealRules,
): Result<string, CalendarYearMissing> {
  const term = noticeTerm(calendar, filedOn, rules.answerDays)
  return term.ok ? ok(term.value.endsOn) : term
}

/** Whether a unit may appeal now, until which day, and why not. `until` is null while nothing was told yet, or the calendar ends before. */
export type AppealChance = {
  may: boolean
  until: string | null
  why: 'late' | 'superseded' | 'appealed' | 'calendar-year-missing' | null
  id: string | null
}

/**
 * `told`: days on which the result was told to its unit; while there is none the clock has not begun. `appealId`: the appeal that
 * stands against it; `superseded`: a newer evaluation took its place. Days are `YYYY-MM-DD` of China.
 */
export function appealChance(given: {
  calendar: WorkCalendar
  rules: AppealRules
  today: string
  told: readonly (string | null)[]
  superseded: boolean
  appealId: string | null
}): AppealChance {
  const told = toldOn(given.told)
  const last = told === '' ? null : appealsUntil(given.calendar, told, given.rules)
  const until = last?.ok ? last.value : null
  const chance = (why: AppealChance['why']) => ({ may: why === null, until, why, id: given.appealId })
  if (given.appealId !== null) return chance('appealed')
  if (given.superseded) return chance('superseded')
  // a calendar that ends before the term does not shorten it, as long as the term is not surely over
  if (last && !last.ok) return chance('calendar-year-missing')
  return chance(until !== null && given.today > until ? 'late' : null)
}
