import { workCalendarSamples } from '@shixun/domain/calls/calendar/work-calendar-samples'
import type { WorkCalendar } from '@shixun/domain/calls/calendar/working-days'

/** The setting under which a bureau keeps the years it imported beyond those that ship. */
export const WORK_CALENDAR = 'work-calendar'

/** The calendar in force: the State Council's years that ship, and over them what the bureau imported. */
export function workCalendarOf(setting: string | undefined): WorkCalendar {
  const own: WorkCalendar | null = setting === undefined ? null : JSON.parse(setting)
  return { years: { ...workCalendarSamples.years, ...own?.years } }
}
