import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, folded, icalendar, textValue } from './icalendar.ts'

const event: CalendarEvent = {
  id: 'ses_1',
  startsAt: '2026-04-09T01:00:00.000Z',
  endsAt: '2026-04-09T03:30:00.000Z',
  summary: '课堂评价；作业设计',
  location: '报告厅, 二楼',
  description: '授课人：张三\n计 150 分钟',
  category: '集中培训',
  cancelled: false,
  sequence: 0,
  createdAt: '2026-03-01T00:00:00.000Z',
  updatedAt: '2026-03-02T00:00:00.000Z',
}
const feed = (events: CalendarEvent[]) => icalendar({ name: '张三的培训', slug: 'jinshui', events })
const bytes = (text: string) => new TextEncoder().encode(text).length
/** What a reader does first: takes the folds out. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('a content line', () => {
  it.each([74, 75, 76, 149, 150])('of %i letters is folded at 75 octets', (length) => {
    const line = folded('x'.repeat(length))
    expect(
      line
        .split('\r\n')
        .map(bytes)
        .every((size) => size <= 75),
    ).toBe(true)
    expect(line.includes('\r\n')).toBe(length > 75)
    expect(unfolded(line)).toBe('x'.repeat(length))
  })

  it('is never folded inside a character, and unfolds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = textValue(text)
        const parts = folded(line).split('\r\n')
        expect(parts.every((part) => bytes(part) <= 75)).toBe(true)
        expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(folded(line)))).toBe(
          folded(line),
        )
        expect(unfolded(folded(line))).toBe(line)
      }),
    )
  })
})

describe('a text', () => {
  it('escapes what RFC 5545 3.3.11 asks for and holds no control character', () => {
    expect(textValue('a\\b;c,d\r\ne\nf\rg\u0000h\ti')).toBe('a\\\\b\\;c\\,d\\ne\\nf\\ng h i')
  })

  it('cannot begin a property of its own', () => {
    const lines = unfolded(feed([{ ...event, summary: 'x\r\nEND:VEVENT\r\nBEGIN:VALARM' }])).split('\r\n')
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
    expect(lines).not.toContain('BEGIN:VALARM')
  })
})

describe('a calendar', () => {
  it('is what phones understand', () => {
    expect(unfolded(feed([event])).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Shixun//Teacher Training//ZH',
      'CALSCALE:GREGORIAN',
      'NAME:张三的培训',
      'X-WR-CALNAME:张三的培训',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Shanghai',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'TZNAME:CST',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:ses_1@jinshui.shixun',
      'DTSTAMP:20260302T000000Z',
      'CREATED:20260301T000000Z',
      'LAST-MODIFIED:20260302T000000Z',
      'SEQUENCE:0',
      'DTSTART;TZID=Asia/Shanghai:20260409T090000',
      'DTEND;TZID=Asia/Shanghai:20260409T113000',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'SUMMARY:课堂评价；作业设计',
      'LOCATION:报告厅\\, 二楼',
      'DESCRIPTION:授课人：张三\\n计 150 分钟',
      'CATEGORIES:集中培训',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('ends every line with CRLF and has a component even without events', () => {
    const empty = feed([])
    expect(empty.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(empty.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(empty).toContain('BEGIN:VTIMEZONE')
  })

  it('keeps a cancelled session, told as such, with its UID and a higher sequence', () => {
    const lines = unfolded(feed([{ ...event, cancelled: true, sequence: 2 }])).split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:ses_1@jinshui.shixun',
        'SEQUENCE:2',
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
        'SUMMARY:【已取消】课堂评价；作业设计',
      ]),
    )
  })

  it('leaves out what is empty', () => {
    const text = feed([{ ...event, location: ' ', description: '', category: '' }])
    expect(text).not.toMatch(/LOCATION|DESCRIPTION|CATEGORIES/)
  })
})
