import { sha256 } from '@shixun/db/sha256'
import { calendarByHash, cohortsOfCalendar, sessionsOfCalendar } from '@shixun/db/tenant/calendars'
import type { SessionRow } from '@shixun/db/tenant/cohorts'
import { CHANNELS } from '@shixun/domain/credits/policy'
import { type CalendarEvent, icalendar } from '@shixun/domain/delivery/icalendar'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { secretHash } from './calendar-secret.ts'

/** Cohorts that ended earlier are no more in the calendar. */
const KEPT_DAYS = 120
const MOST_SESSIONS = 2000
const NAMES = { teacher: '我的培训', school: '本校教师培训', cohort: '培训课表' } as const

type Cohort = { title: string; state: string; unitName: string; version: number; updatedAt: string }

function eventOf(session: SessionRow, cohort: Cohort): CalendarEvent {
  const cancelled = session.state === 'cancelled' || cohort.state === 'cancelled'
  const trainers = session.trainers.map(({ name, unit }) => (unit === '' ? name : `${name}（${unit}）`)).join('、')
  const off = cohort.state === 'cancelled'
  return {
    id: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    summary: session.topic,
    location: session.place,
    description: [
      cohort.title,
      `承办：${cohort.unitName}`,
      ...(trainers === '' ? [] : [`授课：${trainers}`]),
      `计 ${session.minutes} 分钟`,
      ...(cancelled && session.note ? [`取消原因：${session.note}`] : []),
    ].join('\n'),
    category: CHANNELS[session.channel as keyof typeof CHANNELS] ?? '',
    cancelled,
    // a cohort that is cancelled changes every session of it once more
    sequence: session.version - 1 + (off ? 1 : 0),
    createdAt: session.createdAt,
    updatedAt: off ? cohort.updatedAt : session.updatedAt,
  }
}

function knows(header: string | null, tag: string): boolean {
  return (header ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}

/** 日历订阅：whoever knows the address reads it; an unknown one is as unknown as any other. */
export async function sendCalendar(
  scene: DeliveryScene,
  { params, raw }: { params: { token: string }; raw: Request },
): Promise<Verdict> {
  const secret = params.token.replace(/\.ics$/, '')
  if (!/^[\w-]{43}$/.test(secret)) return refuse({ code: 'not-found' })
  const hash = await secretHash(secret)
  const since = addDays(chinaDate(scene.now), -KEPT_DAYS)
  const { tenant } = scene.store
  const [[calendar], cohorts, sessions] = await tenant.read(
    calendarByHash({ hash }),
    cohortsOfCalendar({ hash, since }),
    sessionsOfCalendar({ hash, since, limit: MOST_SESSIONS }),
  )
  if (!calendar) return refuse({ code: 'not-found' })
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]))
  const [only] = cohorts
  const events = sessions.flatMap((session) => {
    const cohort = byId.get(session.cohortId)
    return cohort ? [eventOf(session, cohort)] : []
  })
  const name = calendar.kind === 'cohort' && only ? only.title : `${NAMES[calendar.kind]}（${tenant.district.name}）`
  const text = icalendar({ name, slug: tenant.district.slug, events })
  const etag = `"${(await sha256(text)).slice(0, 32)}"`
  const headers = { 'cache-control': 'no-store', etag, 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }
  if (knows(raw.headers.get('if-none-match'), etag)) return ok(new Response(null, { status: 304, headers }))
  return ok(
    new Response(text, {
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="training.ics"',
      },
    }),
  )
}
