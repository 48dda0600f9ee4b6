import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { type NoticeHouse, raiseNotices } from '../../../../../packages/testkit/src/test-notices.ts'
import { type Applicant, pointersOf, problemOf, type Spine } from '../../../../../packages/testkit/src/test-spine.ts'

type Term = Record<string, unknown> & {
  startsOn: string
  endsOn: string
  workingDays: number
  days: { date: string; kind: string; no: number | null }[]
}
type Parsed = {
  year: number
  holidays: string[]
  makeUpDays: string[]
  source: string
  doubts: { text: string; why: string }[]
}

/** Made up for this test, in the form of the real ones. */
const NOTICE_2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。1月3日（周日）上班。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月13日（周六）上班。
三、端午节：6月9日（周三）放假1天。
四、中秋节：9月15日（周三）放假1天。
五、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。`

let house: NoticeHouse
let spine: Spine
let school: Applicant
const forward = (to: string) => house.forward(to)
const ranked = (title: string, rank?: number) => house.ranked(title, rank)
const publish = (ids: string[], given?: Record<string, unknown>) => house.publish(ids, given)

beforeAll(async () => {
  house = await raiseNotices('2026-06-17')
  spine = house.spine
  school = house.school
})
afterAll(() => spine.stop())

describe('the preview of a term', () => {
  test('shows each day as publishing will count it', async () => {
    const ask = (query: string) => spine.office.get<Term>(`${spine.base}/notice-term?${query}`)
    const term = must('term', await ask('workingDays=5&startsOn=2026-09-30'))
    expect(term).toMatchObject({ startsOn: '2026-09-30', endsOn: '2026-10-13', workingDays: 5 })
    expect(term.days).toHaveLength(14)
    expect(term.days.filter(({ no }) => no !== null).map(({ date, kind, no }) => [date, kind, no])).toEqual([
      ['2026-10-08', 'working', 1],
      ['2026-10-09', 'working', 2],
      ['2026-10-10', 'make_up', 3],
      ['2026-10-12', 'working', 4],
      ['2026-10-13', 'working', 5],
    ])
    expect(must('term of today', await ask('workingDays=1')).startsOn).toBe('2026-06-17')
    expect(pointersOf(await ask('workingDays=5&startsOn=2026-06-16'))).toEqual([['/startsOn', 'before_today']])
    const missing = await ask('workingDays=5&startsOn=2026-12-28')
    expect([missing.status, problemOf(missing)]).toEqual([409, 'calendar-year-missing'])
    expect(missing.body['detail']).toContain('系统设置—工作日历')
    expect((await school.client.get(`${spine.base}/notice-term?workingDays=5`)).status).toBe(403)
  })
})

describe('a year that the calendar lacks', () => {
  test('is told, not guessed', async () => {
    await forward('2026-09-30')
    expect((await house.published('国庆前')).endsOn).toBe('2026-10-13')
    await forward('2026-12-28')
    const id = await ranked('跨年')
    const refused = await publish([id], { workingDays: 10 })
    expect([refused.status, problemOf(refused)]).toEqual([409, 'calendar-year-missing'])
    expect(refused.body['title']).toContain('2027')
    expect((await house.application(id)).state).toBe('ranked')
    const [another = '', third = ''] = [await ranked('先缩短'), await ranked('新年第一天')]
    expect(must('within the year', await publish([another], { workingDays: 3 })).endsOn).toBe('2026-12-31')
    const text = NOTICE_2027
    expect(pointersOf(await spine.office.post(`${spine.base}/work-calendar/parse`, { text: '随便写的' }))).toEqual([
      ['/text', 'no_holiday_year'],
    ])
    const { year, holidays, makeUpDays, source, doubts } = must(
      'reading',
      await spine.office.post<Parsed>(`${spine.base}/work-calendar/parse`, { text }),
    )
    expect([year, doubts.map(({ why }) => why)]).toEqual([2027, ['文中没有列出清明节', '文中没有列出劳动节']])
    expect((await school.client.post(`${spine.base}/work-calendar/parse`, { text })).status).toBe(403)
    const setting = `${spine.base}/settings/work-calendar`
    const value = { years: { [year]: { holidays, makeUpDays, source } } }
    must('saving', await spine.office.put(setting, { value, note: '国务院办公厅通知' }, { ifMatch: '*' }))
    expect(must('after the import', await publish([id], { workingDays: 10 })).endsOn).toBe('2027-01-12')
    // the notice of 2027 gives the last day of 2026 off
    expect(must('over the turn', await publish([third], { workingDays: 3 })).endsOn).toBe('2027-01-03')
  })
})
