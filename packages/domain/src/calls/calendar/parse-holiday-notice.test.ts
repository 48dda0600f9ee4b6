import { describe, expect, it } from 'vitest'
import { parseHolidayNotice } from './parse-holiday-notice.ts'
import { workCalendarSamples } from './work-calendar-samples.ts'

const NOTICE_2025 = `国务院办公厅关于2025年
部分节假日安排的通知
国办发明电〔2024〕12号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，根据2024年11月修订的《全国年节及纪念日放假办法》，现将2025年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
国务院办公厅
2024年11月12日`

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日`

const read = (text: string) => {
  const parsed = parseHolidayNotice(text)
  if (!parsed.ok) throw new Error(parsed.refusal.problem)
  return parsed.value
}
const changed = (from: string, to: string) => {
  expect(NOTICE_2026).toContain(from)
  return read(NOTICE_2026.replace(from, to))
}
const whys = (text: ReturnType<typeof read>) => text.doubts.map(({ why }) => why)

describe('the notices that were issued', () => {
  it.each([
    [2025, NOTICE_2025],
    [2026, NOTICE_2026],
  ])('of %i gives exactly the calendar that ships, without a doubt', (year, text) => {
    const { holidays, makeUpDays } = workCalendarSamples.years[year] ?? {}
    expect(read(text)).toMatchObject({ year, holidays, makeUpDays, doubts: [] })
  })

  it('names its source by number and day of issue, as far as the text has them', () => {
    expect(read(NOTICE_2025).source).toBe(
      '国务院办公厅关于2025年部分节假日安排的通知(国办发明电〔2024〕12号,2024年11月12日)',
    )
    expect(read(NOTICE_2026).source).toBe('国务院办公厅关于2026年部分节假日安排的通知(2025年11月4日)')
    expect(read(NOTICE_2026.slice(0, -15)).source).toBe('国务院办公厅关于2026年部分节假日安排的通知')
  })

  it('is read the same from a page that broke its lines, with half-width signs or full-width digits', () => {
    const broken = NOTICE_2026.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':').replace(/共/g, '\n 共 ')
    expect(read(broken)).toEqual(read(NOTICE_2026))
    const wide = NOTICE_2026.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect(read(wide)).toEqual(read(NOTICE_2026))
    expect(read(NOTICE_2026.replace(/周([日一二三四五六])/g, '星期$1'))).toEqual(read(NOTICE_2026))
  })

  it('is read from its title and list alone, and without the full stops at line ends', () => {
    const list = NOTICE_2026.slice(NOTICE_2026.indexOf('一、'), NOTICE_2026.indexOf('节假日期间'))
    const alone = read(`国务院办公厅关于2026年部分节假日安排的通知\n${list}`)
    expect(alone).toEqual({ ...read(NOTICE_2026), source: alone.source })
    expect(read(NOTICE_2026.replace(/。\n/g, '\n'))).toEqual(read(NOTICE_2026))
  })

  it('keeps a day of the year before that 元旦 names (as in 2019 and 2023)', () => {
    const one = changed(
      '1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班',
      '2025年12月31日（周三）至2026年1月2日（周五）放假调休，共3天。2025年12月28日（周日）上班',
    )
    expect(one.doubts).toEqual([])
    expect(one.holidays.slice(0, 3)).toEqual(['2025-12-31', '2026-01-01', '2026-01-02'])
    expect(one.makeUpDays[0]).toBe('2025-12-28')
  })
})

describe('what does not agree is doubted beside what the text says', () => {
  it('a weekday', () => {
    const one = changed('5月9日（周六）', '5月9日（周日）')
    expect(one.doubts).toEqual([{ text: '5月9日(周日)上班', why: '2026年5月9日是周六，文中写作周日' }])
    expect(one.makeUpDays).toContain('2026-05-09')
    expect(whys(changed('至23日（农历正月初七、周一）', '至23日（农历正月初七、周二）'))).toEqual([
      '2026年2月23日是周一，文中写作周二',
    ])
  })

  it('a number of days, one too few and one too many', () => {
    expect(whys(changed('共9天', '共8天'))).toEqual(['文中写共8天，按起止日期是9天'])
    expect(whys(changed('共9天', '共10天'))).toEqual(['文中写共10天，按起止日期是9天'])
  })

  it('a day that no calendar has is left out', () => {
    const one = changed('2月28日（周六）', '2月30日（周六）')
    expect(whys(one)).toEqual(['“2月30日(周六)”不是日历上的日期'])
    expect(one.makeUpDays).not.toContain('2026-02-30')
  })

  it('a range that runs backwards or for weeks is left out, and its festival told', () => {
    const backwards = changed('6月19日（周五）至21日（周日）', '6月21日（周日）至19日（周五）')
    expect(whys(backwards)).toContain('“6月21日(周日)至19日(周五)”的起止日期不合理')
    expect(whys(backwards)).toContain('没有读到这个节日放假的日期')
    expect(backwards.holidays).not.toContain('2026-06-19')
    expect(whys(changed('至21日（周日）放假', '至7月21日（周二）放假'))).toContain(
      '“6月19日(周五)至7月21日(周二)”的起止日期不合理',
    )
  })

  it('a make-up day in the middle of the week, or on a day off', () => {
    expect(whys(changed('5月9日（周六）', '5月8日（周五）'))).toEqual(['5月8日不是周末，本来就上班，请核对'])
    expect(whys(changed('5月9日（周六）', '5月2日（周六）'))).toEqual(['5月2日既写了放假，又写了上班'])
  })

  it('an encouragement, which binds nobody', () => {
    const one = changed('2月28日（周六）上班。', '2月28日（周六）上班。鼓励各单位安排职工在2月13日休息。')
    expect(one.doubts).toEqual([{ text: '鼓励各单位安排职工在2月13日休息', why: '这一句没有当作放假或上班，请核对' }])
    expect(one.holidays).not.toContain('2026-02-13')
  })

  it('a festival that is missing from the paste', () => {
    expect(whys(changed('五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n', ''))).toEqual([
      '文中没有列出端午节',
    ])
  })

  it('a day that comes twice', () => {
    expect(whys(changed('5月9日（周六）上班', '5月9日（周六）、5月9日（周六）上班'))).toEqual(['5月9日出现了两次'])
  })
})

describe('a text that is no such notice', () => {
  it.each([
    ['', 'no_holiday_year'],
    ['关于做好教师培训工作的通知', 'no_holiday_year'],
    ['国务院办公厅关于2027年部分节假日安排的通知', 'no_holiday_list'],
  ])('is refused: %s', (text, problem) => {
    expect(parseHolidayNotice(text)).toEqual({ ok: false, refusal: { problem } })
  })
})
