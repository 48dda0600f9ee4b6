import { isCalendarDate, lastDayOfMonth } from '../shared/china-time.ts'

/** A stretch of days that a text names, with what the reader had to assume. `all-year` bounds the work but dates nothing. */
export type DatePhrase = { kind: 'dated' | 'all-year'; from: string; to: string; doubts: string[] }

type Reading = { from: string; to: string; doubts: string[] } | { doubts: string[] }

const YEAR = String.raw`(?:(\d{4})年|(次年|翌年|明年))?`
const MONTH = String.raw`(\d{1,2}|十[一二]?|[一二三四五六七八九])`
const DASH = String.raw`\s*[-‐‑–—―－~～至到]+\s*`

/** `9-12份` lacks its 月; only at the head of a clause can it be told from a number of copies. */
const PATTERNS = [
  String.raw`(?<range>(?<![\d第])${YEAR}${MONTH}(?:月份?)?(?:(\d{1,2})[日号])?${DASH}${YEAR}${MONTH}月(?:(\d{1,2})[日号]|份|底|末)?)`,
  String.raw`(?<days>(?<![\d第])${YEAR}${MONTH}月(\d{1,2})[日号]?${DASH}(\d{1,2})[日号])`,
  String.raw`(?<typo>^\s*(\d{1,2})${DASH}(\d{1,2})份)`,
  String.raw`(?<point>(?<![\d第每近])${YEAR}${MONTH}月(?:(\d{1,2})[日号]|(上旬|中旬|下旬|初|底|末)|份(?:(上旬|中旬|下旬|初|底|末))?)?(以前|之前|前)?)`,
  '(?<half>([上下])半年)',
  '(?<quarter>第?([一二三四1234])季度)',
  '(?<yearEnd>年底)',
  '(?<summer>暑期|暑假)',
  '(?<allYear>全年|每月|每季度|每学期)',
  '(?<undated>寒假|上学期|下学期|春季学期|秋季学期|年初)',
]

const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/**
 * The date phrases of one clause of a plan for `year`, in their order. `3-4月份` runs from the first to the last day
 * of its months; `6月30日前` from the first day of its year; `暑期` is July and August with a doubt.
 * A phrase that cannot be dated gives a doubt and no dates.
 */
export function findDatePhrases(clause: string, year: number): { phrases: DatePhrase[]; doubts: string[] } {
  const text = clause.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const phrases: DatePhrase[] = []
  const doubts: string[] = []
  for (const match of text.matchAll(new RegExp(PATTERNS.join('|'), 'g'))) {
    const reading = read(match, year)
    if ('from' in reading) phrases.push({ kind: match.groups?.['allYear'] ? 'all-year' : 'dated', ...reading })
    else doubts.push(...reading.doubts)
  }
  return { phrases, doubts }
}

function read(match: RegExpMatchArray, year: number): Reading {
  const groups = match.groups ?? {}
  const name = Object.keys(groups).find((key) => groups[key] !== undefined) ?? ''
  const parts = match.slice(match.indexOf(groups[name] ?? '', 1) + 1)
  return READERS[name]?.(parts, year) ?? { doubts: ['date-unclear'] }
}

const READERS: Record<string, (parts: (string | undefined)[], year: number) => Reading> = {
  range: ([y1, next1, m1, d1, y2, next2, m2, d2], year) => {
    const startYear = yearOf(y1, next1, year)
    const crosses = y2 === undefined && next2 === undefined && monthOf(m2) < monthOf(m1)
    const endYear = y2 || next2 ? yearOf(y2, next2, year) : startYear + (crosses ? 1 : 0)
    const from = dateOf(startYear, monthOf(m1), d1 ?? '1')
    return span(from, dateOf(endYear, monthOf(m2), d2), crosses ? ['range-crosses-year'] : [])
  },
  days: ([y, next, m, d1, d2], year) => {
    const month = monthOf(m)
    return span(dateOf(yearOf(y, next, year), month, d1), dateOf(yearOf(y, next, year), month, d2), [])
  },
  typo: ([m1, m2], year) =>
    span(dateOf(year, monthOf(m1), '1'), dateOf(year, monthOf(m2), undefined), ['month-word-missing']),
  point: ([y, next, m, day, part, partAfter, before], year) => {
    const ownYear = yearOf(y, next, year)
    const [first, last] = day ? [day, day] : daysOf(part ?? partAfter)
    const to = dateOf(ownYear, monthOf(m), last)
    return span(before ? `${ownYear}-01-01` : dateOf(ownYear, monthOf(m), first), to, [])
  },
  half: ([half], year) => (half === '上' ? months(year, 1, 6) : months(year, 7, 12)),
  quarter: ([quarter = ''], year) => {
    const index = '一二三四1234'.indexOf(quarter) % 4
    return months(year, index * 3 + 1, index * 3 + 3)
  },
  yearEnd: (_, year) => months(year, 12, 12),
  summer: (_, year) => ({ ...months(year, 7, 8), doubts: ['summer-assumed-july-august'] }),
  allYear: (_, year) => months(year, 1, 12),
  undated: () => ({ doubts: ['date-unclear'] }),
}

function daysOf(part: string | undefined): [string, string | undefined] {
  if (part === '上旬' || part === '初') return ['1', '10']
  if (part === '中旬') return ['11', '20']
  if (part === '下旬') return ['21', undefined]
  return ['1', undefined]
}

function months(year: number, first: number, last: number): { from: string; to: string; doubts: string[] } {
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: lastDayOfMonth(year, last), doubts: [] }
}

function yearOf(written: string | undefined, next: string | undefined, year: number): number {
  return next ? year + 1 : Number(written ?? year)
}

function monthOf(text: string | undefined): number {
  const chinese = CHINESE_MONTHS.indexOf(text ?? '')
  return chinese >= 0 ? chinese + 1 : Number(text)
}

/** Without a day, the last one of the month; null for a date that the calendar lacks. */
function dateOf(year: number, month: number, day: string | undefined): string | null {
  if (!(month >= 1 && month <= 12)) return null
  if (day === undefined) return lastDayOfMonth(year, month)
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

function span(from: string | null, to: string | null, doubts: string[]): Reading {
  if (from === null || to === null) return { doubts: ['date-impossible'] }
  return from <= to ? { from, to, doubts } : { doubts: ['date-impossible'] }
}
