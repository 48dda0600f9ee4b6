import { addDays, dayOfWeek, isCalendarDate } from '../../shared/china-time.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { WorkCalendar } from './working-days.ts'

/** What a person has to settle: the sentence of the notice and why it is doubted, in Chinese. */
type CalendarDoubt = { text: string; why: string }

/**
 * A yearly notice read: every day off and every worked weekend day that it names, sorted. A day of a neighbouring year
 * that the notice names (元旦 often does) is kept with its own date. `source` names the notice as far as the text does.
 */
export type ParsedCalendar = WorkCalendar['years'][number] & { year: number; doubts: CalendarDoubt[] }

/** The year or the numbered list of festivals was not found: the text is not such a notice. */
export type NotAHolidayNotice = { problem: 'no_holiday_year' | 'no_holiday_list' }

/** The festivals of the national regulation (全国年节及纪念日放假办法, 国务院令第795号, article 2). */
const FESTIVALS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']
const WEEKDAYS = '日一二三四五六'
/** Far beyond any holiday that was ever announced: a longer range is a slip of the pen. */
const LONGEST_DAYS = 15
const SECTION = /(?:^|[。;])[一二三四五六七八九十]{1,2}、([^:。]{2,20}):/g
const DAY =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?)?/g

type Span = { from: string; to: string; ranged: boolean }
type Found = { days: string[]; doubts: string[] }

const shortDate = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

/** Why the weekday that the text gives in brackets is not that of the date; null when it is, or when none is given. */
function wrongWeekday(date: string, bracket: string | undefined): string | null {
  const given = /(?:周|星期)([日天一二三四五六])/.exec(bracket ?? '')?.[1]?.replace('天', '日')
  const real = WEEKDAYS.charAt(dayOfWeek(date))
  return given === undefined || given === real
    ? null
    : `${date.slice(0, 4)}年${shortDate(date)}是周${real}，文中写作周${given}`
}

function dateOf(year: number, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Every date and range of a sentence; a month or year that is left out is that of the date before. */
function spansOf(sentence: string, year: number): { spans: Span[]; doubts: string[] } {
  const spans: Span[] = []
  const doubts: string[] = []
  let month: string | undefined
  for (const [phrase, y1, m1, d1 = '', w1, y2, m2, d2, w2] of sentence.matchAll(DAY)) {
    month = m1 ?? month
    if (month === undefined) {
      doubts.push(`“${phrase}”没有写月份`)
      continue
    }
    const firstYear = Number(y1 ?? year)
    const from = dateOf(firstYear, month, d1)
    month = m2 ?? month
    const to = d2 === undefined ? from : dateOf(Number(y2 ?? firstYear), month, d2)
    if (!isCalendarDate(from) || !isCalendarDate(to)) doubts.push(`“${phrase}”不是日历上的日期`)
    else if (to < from || to > addDays(from, LONGEST_DAYS - 1)) doubts.push(`“${phrase}”的起止日期不合理`)
    else {
      spans.push({ from, to, ranged: d2 !== undefined })
      doubts.push(...[wrongWeekday(from, w1), wrongWeekday(to, w2)].flatMap((one) => (one === null ? [] : [one])))
      if (Math.abs(Number(from.slice(0, 4)) - year) > 1) doubts.push(`“${phrase}”不是${year}年前后的日期`)
    }
  }
  return { spans, doubts }
}

function daysOf(spans: readonly Span[]): string[] {
  return spans.flatMap(({ from, to }) => {
    const days = [from]
    for (let day = from; day < to; ) {
      day = addDays(day, 1)
      days.push(day)
    }
    return days
  })
}

/** A sentence like 2月15日（周日）至23日（周一）放假调休，共9天: the number of days is checked against the range. */
function daysOff(sentence: string, year: number): Found {
  const { spans, doubts } = spansOf(sentence, year)
  const days = daysOf(spans)
  const said = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1]
  if (said !== undefined && Number(said) !== days.length) doubts.push(`文中写共${said}天，按起止日期是${days.length}天`)
  if (days.length === 0 && doubts.length === 0) doubts.push('没有读到放假的日期')
  return { days, doubts }
}

/** A sentence like 2月14日（周六）、2月28日（周六）上班: only weekend days can be made up on. */
function daysWorked(sentence: string, year: number): Found {
  const { spans, doubts } = spansOf(sentence, year)
  const days = daysOf(spans)
  for (const day of days)
    if (![0, 6].includes(dayOfWeek(day))) doubts.push(`${shortDate(day)}不是周末，本来就上班，请核对`)
  if (days.length === 0 && doubts.length === 0) doubts.push('没有读到上班的日期')
  return { days, doubts }
}

const kindOf = (sentence: string) => {
  // an encouragement binds nobody: its dates are for a person to judge
  if (/鼓励|可以/.test(sentence)) return 'other'
  if (/上班/.test(sentence)) return /放假|休息/.test(sentence) ? 'other' : 'worked'
  return /放假|补休|调休/.test(sentence) ? 'off' : 'other'
}

function readSections(text: string): { name: string; sentences: string[] }[] {
  const heads = [...text.matchAll(SECTION)]
  return heads.map((head, index) => {
    const body = text.slice(head.index + head[0].length, heads[index + 1]?.index ?? text.length)
    return { name: head[1] ?? '', sentences: body.split(/[。;]/).filter((sentence) => sentence !== '') }
  })
}

function sourceOf(text: string, year: number): string {
  const number = /国办发明电[〔[(]\d{4}[〕\])]\d+号/.exec(text)?.[0]
  const issued = /国务院办公厅(\d{4}年\d{1,2}月\d{1,2}日)/.exec(text)?.[1]
  const marks = [number, issued].filter((mark) => mark !== undefined)
  return `国务院办公厅关于${year}年部分节假日安排的通知${marks.length ? `(${marks.join(',')})` : ''}`
}

/**
 * Reads the State Council's yearly notice (国务院办公厅关于…年部分节假日安排的通知) as pasted. Weekdays and numbers of days
 * in the text are checked against the calendar; whatever does not agree becomes a doubt beside what the text says,
 * and what cannot be read is left out and doubted: nothing is guessed.
 */
export function parseHolidayNotice(pasted: string): Result<ParsedCalendar, NotAHolidayNotice> {
  const text = pasted
    .normalize('NFKC')
    // a list that begins under its title, or a line that was left without its full stop
    .replace(/\s*\n\s*(?=[一二三四五六七八九十]{1,2}、)/g, '。')
    .replace(/\s+/g, '')
  const named = /(\d{4})年(?:部分)?节假日安排/.exec(text) ?? /现将(\d{4})年/.exec(text)
  if (!named) return refuse({ problem: 'no_holiday_year' })
  const year = Number(named[1])
  const unsigned = text.replace(/国务院办公厅\d{4}年\d{1,2}月\d{1,2}日/g, '。')
  const sections = readSections(unsigned)
  if (sections.length === 0) return refuse({ problem: 'no_holiday_list' })
  const holidays: string[] = []
  const makeUpDays: string[] = []
  const doubts: CalendarDoubt[] = []
  for (const { name, sentences } of sections) {
    const before = holidays.length
    for (const sentence of sentences) {
      const kind = kindOf(sentence)
      const found = kind === 'off' ? daysOff(sentence, year) : kind === 'worked' ? daysWorked(sentence, year) : null
      if (found) (kind === 'off' ? holidays : makeUpDays).push(...found.days)
      else if (/\d日/.test(sentence)) doubts.push({ text: sentence, why: '这一句没有当作放假或上班，请核对' })
      doubts.push(...(found?.doubts ?? []).map((why) => ({ text: sentence, why })))
    }
    if (holidays.length === before) doubts.push({ text: name, why: '没有读到这个节日放假的日期' })
  }
  const names = sections.map(({ name }) => name).join('')
  for (const festival of FESTIVALS)
    if (!names.includes(festival)) doubts.push({ text: festival, why: `文中没有列出${festival}` })
  return ok({ year, ...settled(holidays, makeUpDays, doubts), source: sourceOf(text, year), doubts })
}

/** Sorted and each once; a day that is named twice or both ways is doubted. */
function settled(holidays: string[], makeUpDays: string[], doubts: CalendarDoubt[]) {
  const twice = (days: readonly string[]) => days.filter((day, index) => days.indexOf(day) !== index)
  for (const day of [...twice(holidays), ...twice(makeUpDays)])
    doubts.push({ text: shortDate(day), why: `${shortDate(day)}出现了两次` })
  for (const day of makeUpDays)
    if (holidays.includes(day)) doubts.push({ text: shortDate(day), why: `${shortDate(day)}既写了放假，又写了上班` })
  return { holidays: [...new Set(holidays)].sort(), makeUpDays: [...new Set(makeUpDays)].sort() }
}
