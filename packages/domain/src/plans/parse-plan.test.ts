import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ParsedPlan, parsePlan } from './parse-plan.ts'

const csv = readFileSync(new URL('./fixtures/zhengzhou-2012-plan.csv', import.meta.url), 'utf8')
const plan = parsePlan(csv, 2012)

const one = (schedule: string, due = '12月底', year = 2026) => {
  const item = parsePlan(`序号\t类别\t工作内容\t完成时间\t工作进度\n1\t类\t项\t${due}\t${schedule}`, year).items[0]
  if (!item) throw new Error('no row read')
  return item
}
const spans = (schedule: string, year = 2026) =>
  one(schedule, '12月底', year).milestones.map((each) => `${each.from}/${each.to}`)
const row = (no: number, of: ParsedPlan = plan) => {
  const item = of.items.find((each) => each.no === no)
  if (!item) throw new Error(`no row ${no}`)
  return item
}

describe('plan of Zhengzhou 2012', () => {
  it('has its 38 rows in order, each with category, title, deadline and the words as written', () => {
    expect(plan.items.map((item) => item.no)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1))
    expect(plan.incomplete).toEqual([])
    for (const item of plan.items) {
      expect(item.category).not.toBe('')
      expect(item.title).not.toBe('')
      expect(item.due).toMatch(/^2012-(05-31|08-31|09-30|10-31|11-30|12-31)$/)
      expect(csv).toContain(item.schedule)
    }
    expect(new Set(plan.items.map((item) => item.category)).size).toBe(8)
  })

  it('flags row 32 alone as having a milestone after its deadline', () => {
    const late = plan.items.filter((item) => item.doubts.includes('milestone-after-due'))
    expect(late.map((item) => item.no)).toEqual([32])
    expect(row(32).due).toBe('2012-08-31')
    expect(row(32).milestones.at(-1)).toEqual({ text: '9月颁发结业证书', from: '2012-09-01', to: '2012-09-30' })
  })

  it('gives rows 4, 37 and 38, and no other, no dated milestone', () => {
    expect(plan.items.filter((item) => item.milestones.length === 0).map((item) => item.no)).toEqual([4, 37, 38])
    expect(plan.items.filter((item) => item.doubts.includes('no-dated-milestone')).map((item) => item.no)).toEqual([
      4, 37, 38,
    ])
    expect(row(37).windows).toEqual([{ text: '全年组织学员参加培训', from: '2012-01-01', to: '2012-12-31' }])
  })

  it('keeps the summer assumption for a person, in its five rows', () => {
    const summer = plan.items.filter((item) => item.doubts.includes('summer-assumed-july-august'))
    expect(summer.map((item) => item.no)).toEqual([22, 23, 25, 26, 28])
    expect(row(22).milestones[1]).toEqual({ text: '暑期开展培训', from: '2012-07-01', to: '2012-08-31' })
  })

  it('has no other doubts than these and the two 9-12份', () => {
    const told = plan.items.filter((item) => item.doubts.length > 0).map((item) => item.no)
    expect(told).toEqual([4, 6, 7, 22, 23, 25, 26, 28, 32, 37, 38])
    expect(row(6).doubts).toEqual(['month-word-missing'])
    expect(row(6).milestones).toEqual([{ text: '9-12份审核办理培训结业证书', from: '2012-09-01', to: '2012-12-31' }])
  })

  it.each([
    [1, ['04-01/04-30']],
    [2, ['01-01/09-30', '10-01/10-31', '11-01/11-30', '12-01/12-31']],
    [3, ['03-01/04-30', '06-01/06-30', '12-01/12-31']],
    [8, ['04-01/04-30', '07-01/08-31', '09-01/09-30']],
    [9, ['10-01/10-31']],
    [10, ['09-01/09-30', '09-01/12-31', '12-01/12-31']],
    [12, ['03-01/03-31', '04-01/04-30', '05-01/05-31']],
    [15, ['03-01/08-31', '09-01/09-30', '10-01/11-30']],
    [16, ['03-01/03-31', '06-01/07-31', '01-01/07-31']],
    [17, ['03-01/03-31']],
    [18, ['03-01/03-31', '12-01/12-31']],
    [20, ['03-01/03-31']],
    [21, ['02-01/02-29', '03-01/03-31', '09-01/09-30']],
    [24, ['01-01/02-29', '03-01/03-31', '04-01/04-30', '12-01/12-31']],
    [29, ['01-01/06-30', '11-01/11-30']],
    [31, ['03-01/03-31', '05-01/05-31', '03-01/03-31', '05-01/05-31', '06-01/06-30']],
    [33, ['03-01/03-31', '04-01/09-30']],
    [34, ['04-01/04-30', '07-01/08-31', '09-01/09-30']],
  ])('dates row %i', (no, expected) => {
    const found = row(no).milestones.map((each) => `${each.from.slice(5)}/${each.to.slice(5)}`)
    expect(found).toEqual(expected)
  })

  it('keeps an undated part with the dated part it belongs to', () => {
    expect(row(18).milestones[1]?.text).toBe('按省教育厅安排开展2012年师德师风先进校创建工作,12月份完成')
    expect(row(1).milestones[0]?.text).toBe('4月:第二批学员开始注册学习')
    expect(row(31).milestones[0]?.text).toBe('首批双语教师培训:3月制定方案并开始培训')
    expect(row(17).windows[0]?.text).toBe('全年开展师德学习交流活动、师德征文活动、师德演讲比赛等活动')
  })
})

describe('other shapes of the same table', () => {
  const cells = (line: string) => line.match(/"[^"]*"|[^,]+/g)?.map((cell) => cell.replaceAll('"', '')) ?? []

  it('reads it pasted with tabs, where a merged category stands in its first row only', () => {
    let before = ''
    const lines = csv
      .trim()
      .split('\n')
      .map((line) => {
        const [no, category = '', ...rest] = cells(line)
        const shown = category === before ? '' : category
        before = category
        return [no, shown, ...rest].join('\t')
      })
    expect(parsePlan(lines.join('\r\n'), 2012)).toEqual(plan)
  })

  it('reads it as words of a document, with wrapped categories, and reports row 39 as broken off', () => {
    const words = [
      '一、二〇一二年各项工作安排',
      '工 作 内 容 完成时间 工作进度',
      '基础性全',
      '员 培 训',
      '1 高中教师岗位培训 12月底 全年组织学员网上学习。4月:第二批学员开始注册学习;市教育局出台加强管理文件。',
      '2 初中教师岗位培训 12月底 全年开展培训。',
      '10月安排2013年第二期培训工作。',
      '县级教师教育基地建设 12 创建国家级、省级示范性县级培训机构 12月底 3月下发创建意见。',
      '39',
    ].join('\n')
    const read = parsePlan(words, 2012)
    expect(read.items.map((item) => [item.no, item.category])).toEqual([
      [1, '基础性全员培训'],
      [2, '基础性全员培训'],
      [12, '县级教师教育基地建设'],
    ])
    expect(row(1, read)).toEqual(row(1))
    expect(row(2, read).milestones).toEqual([
      { text: '10月安排2013年第二期培训工作', from: '2012-10-01', to: '2012-10-31' },
    ])
    expect(row(12, read).doubts).toEqual(['number-out-of-order'])
    expect(read.incomplete).toEqual([{ line: 9, no: 39, text: '39', missing: ['title', 'due', 'schedule'] }])
  })

  it.each([
    ['39', ['title', 'due', 'schedule']],
    ['39,相关专项培训', ['title', 'due', 'schedule']],
    ['39,相关专项培训,中小学', ['due', 'schedule']],
    [',相关专项培训,中小学教师培训,12月底,3月开始', ['no']],
  ])('reports the broken row "%s" and invents nothing', (line, missing) => {
    const read = parsePlan(`${csv.trim()}\n${line}\n`, 2012)
    expect(read.items).toEqual(plan.items)
    expect(read.incomplete).toHaveLength(1)
    expect(read.incomplete[0]).toMatchObject({ line: 40, missing })
  })

  it('reads other orders of columns by their heads, and four columns without any', () => {
    const headed = parsePlan('序号\t工作内容\t工作进度\t完成时间\n1\t项\t3月开始\t5月底', 2026)
    expect(headed.items[0]).toMatchObject({ title: '项', due: '2026-05-31', schedule: '3月开始' })
    const bare = parsePlan('1\t项\t5月底\t3月开始', 2026)
    expect(bare.items[0]).toMatchObject({ no: 1, category: '', title: '项', due: '2026-05-31' })
  })

  it('keeps quotes, commas and line breaks of a quoted cell', () => {
    const read = parsePlan(
      '序号,类别,工作内容,完成时间,工作进度\n1,类,"""名师"",工程",5月底,"3月开始;\n4月结束"\n2,类,项,5月底,3月',
      2026,
    )
    expect(read.items.map((item) => item.title)).toEqual(['"名师",工程', '项'])
    expect(read.items[0]?.milestones).toHaveLength(2)
  })

  it('gives nothing for nothing', () => {
    expect(parsePlan('', 2026)).toEqual({ items: [], incomplete: [] })
  })
})

describe('date phrases', () => {
  it.each([
    ['3-4月份开展', '2026-03-01/2026-04-30'],
    ['4月—9月完成', '2026-04-01/2026-09-30'],
    ['7—8月培训', '2026-07-01/2026-08-31'],
    ['7月至8月培训', '2026-07-01/2026-08-31'],
    ['2月底前完成', '2026-01-01/2026-02-28'],
    ['6月30日前下发', '2026-01-01/2026-06-30'],
    ['3月15日召开', '2026-03-15/2026-03-15'],
    ['3月15日-4月10日申报', '2026-03-15/2026-04-10'],
    ['3月15日至20日申报', '2026-03-15/2026-03-20'],
    ['5月中旬检查', '2026-05-11/2026-05-20'],
    ['十一月份总结', '2026-11-01/2026-11-30'],
    ['2027年1月验收', '2027-01-01/2027-01-31'],
    ['次年3月验收', '2027-03-01/2027-03-31'],
    ['下半年检查', '2026-07-01/2026-12-31'],
    ['第二季度检查', '2026-04-01/2026-06-30'],
    ['９月结业', '2026-09-01/2026-09-30'],
  ])('dates %s', (text, expected) => {
    expect(spans(text)).toEqual([expected])
  })

  it('knows leap years', () => {
    expect(spans('2月底总结', 2028)).toEqual(['2028-02-01/2028-02-29'])
  })

  it('lets a range run over the turn of the year, with a doubt', () => {
    const item = one('11-2月培训')
    expect(item.milestones[0]).toMatchObject({ from: '2026-11-01', to: '2027-02-28' })
    expect(item.doubts).toEqual(['range-crosses-year', 'milestone-after-due'])
  })

  it.each(['2月30日召开', '13月召开', '5-3份', '寒假培训'])('dates nothing for %s and says so', (text) => {
    const item = one(text)
    expect(item.milestones).toEqual([])
    expect(item.doubts).toHaveLength(2)
  })

  it('takes no number of copies, years or people for a date', () => {
    const item = one('印发材料3-5份;培训5-10人;安排2013年第二期;第3月龄')
    expect(item.milestones).toEqual([])
    expect(item.doubts).toEqual(['no-dated-milestone'])
  })

  it.each([
    ['长期', 'due-unclear'],
    ['全年', 'due-unclear'],
    ['', 'due-missing'],
  ])('leaves the deadline "%s" open', (due, doubt) => {
    expect(one('3月开始', due)).toMatchObject({ due: null, doubts: [doubt] })
  })

  it('finds no milestone after due on the deadline itself, one a day later', () => {
    expect(one('9月30日结业', '9月底').doubts).toEqual([])
    expect(one('10月1日结业', '9月底').doubts).toEqual(['milestone-after-due'])
  })
})
