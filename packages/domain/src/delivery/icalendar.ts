import { chinaTime } from '../shared/china-time.ts'

/** A session as a calendar shows it. Instants in UTC; `sequence` counts its changes, so that phones take the latest. */
export type CalendarEvent = {
  id: string
  startsAt: string
  endsAt: string
  summary: string
  location: string
  description: string
  category: string
  cancelled: boolean
  sequence: number
  createdAt: string
  updatedAt: string
}

export type Calendar = { name: string; slug: string; events: readonly CalendarEvent[] }

const ZONE = 'Asia/Shanghai'
const MOST_OCTETS = 75

function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Folds a content line at 75 octets, never inside a character (RFC 5545, 3.1). */
export function folded(line: string): string {
  let text = ''
  let room = MOST_OCTETS
  for (const character of line) {
    const size = octets(character)
    if (size > room) {
      text += '\r\n '
      room = MOST_OCTETS - 1
    }
    text += character
    room -= size
  }
  return text
}

/** A value of type TEXT (RFC 5545, 3.3.11): no control characters but line ends, which are written `\n`. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n')
}

/** An instant as UTC date-time: 20260410T013000Z. */
function utc(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** An instant as local date-time in China: 20260410T093000. */
function local(instant: string): string {
  return `${chinaTime(instant).replace(/[-:]/g, '').replace(' ', 'T')}${instant.slice(17, 19)}`
}

/** China keeps UTC+8 all year. A calendar needs one component even when it has no event, and this is it. */
const TIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent, slug: string): string[] {
  const optional = (name: string, value: string) => (value.trim() === '' ? [] : [`${name}:${textValue(value)}`])
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${slug}.shixun`,
    `DTSTAMP:${utc(event.updatedAt)}`,
    `CREATED:${utc(event.createdAt)}`,
    `LAST-MODIFIED:${utc(event.updatedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;TZID=${ZONE}:${local(event.startsAt)}`,
    `DTEND;TZID=${ZONE}:${local(event.endsAt)}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    `SUMMARY:${textValue(event.cancelled ? `【已取消】${event.summary}` : event.summary)}`,
    ...optional('LOCATION', event.location),
    ...optional('DESCRIPTION', event.description),
    ...optional('CATEGORIES', event.category),
    'END:VEVENT',
  ]
}

/**
 * A calendar as iCalendar (RFC 5545). Without METHOD it is a calendar to subscribe to and no invitation, and DTSTAMP is the
 * time of the last change: unchanged sessions give unchanged bytes.
 */
export function icalendar({ name, slug, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shixun//Teacher Training//ZH',
    'CALSCALE:GREGORIAN',
    `NAME:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...TIMEZONE,
    ...events.flatMap((event) => eventLines(event, slug)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
