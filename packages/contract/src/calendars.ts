import * as z from 'zod'
import { route } from './route.ts'
import { Id, Instant } from './shapes.ts'

const Subscription = z.strictObject({
  kind: z.enum(['teacher', 'cohort', 'school']),
  subjectId: Id,
  /** The path of the feed: whoever knows it reads the calendar, so that phones can subscribe without signing in. */
  path: z.string(),
  since: Instant,
})

const base = { part: 'delivery', worker: 'delivery' } as const
const D = '/api/districts/:district'
const opened = { ...base, method: 'POST', out: Subscription, status: 200 } as const

/** Calendars that phones subscribe to (iCalendar, RFC 5545). */
export const calendarRoutes = {
  openMyCalendar: route({
    ...opened,
    id: 'openMyCalendar',
    path: `${D}/my-calendar`,
    may: 'my_calendar.read',
    summary: '取得日历订阅地址：教师本人的，或本校的',
    refusals: ['not-found', 'version-stale'],
  }),
  renewMyCalendar: route({
    ...opened,
    id: 'renewMyCalendar',
    path: `${D}/my-calendar/renew`,
    may: 'my_calendar.read',
    summary: '换一个日历订阅地址，旧地址失效',
    refusals: ['not-found', 'version-stale'],
  }),
  openCohortCalendar: route({
    ...opened,
    id: 'openCohortCalendar',
    path: `${D}/cohorts/:id/calendar`,
    may: 'cohort.read',
    summary: '取得一个班次的日历订阅地址',
    refusals: ['not-found', 'version-stale'],
  }),
  renewCohortCalendar: route({
    ...opened,
    id: 'renewCohortCalendar',
    path: `${D}/cohorts/:id/calendar/renew`,
    may: 'cohort.write',
    summary: '换一个班次的日历订阅地址，旧地址失效',
    refusals: ['not-found', 'version-stale'],
  }),
  sendCalendar: route({
    ...base,
    id: 'sendCalendar',
    method: 'GET',
    path: `${D}/calendars/:token`,
    may: 'public',
    summary: '日历订阅（iCalendar），凭地址中的密钥读取',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
}
