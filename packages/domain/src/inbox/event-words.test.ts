import { expect, it } from 'vitest'
import {
  applicationSubmittedWords,
  callOpenedWords,
  cohortOpenedWords,
  noticePublishedWords,
  objectionRaisedWords,
} from './event-words.ts'

it('tells a window in China time and the quota', () => {
  const call = {
    title: '2026 年区级项目',
    opensAt: '2026-03-01T00:00:00.000Z',
    closesAt: '2026-04-10T15:59:00.000Z',
    quotaPerUnit: 2,
  }
  expect(callOpenedWords(call)).toEqual({
    title: '开始申报：2026 年区级项目',
    lines: ['申报时间：2026-03-01 08:00 至 2026-04-10 23:59（北京时间）', '每个单位最多申报 2 项，请登录师训云填报。'],
  })
})

it('tells a first submission from a repeated one', () => {
  const of = (no: number) => applicationSubmittedWords({ title: '班主任研修', unitName: '一小', no }).lines[0]
  expect(of(1)).toBe('一小提交了“班主任研修”，等待初审。')
  expect(of(2)).toBe('一小提交了“班主任研修”（第 2 次提交），等待初审。')
})

it('tells the term of a notice and how many it names', () => {
  const notice = { title: '拟立项公示', startsOn: '2026-03-10', endsOn: '2026-03-17', workingDays: 5, items: 12 }
  expect(noticePublishedWords(notice).lines[0]).toBe('共 12 项，公示期 2026-03-10 至 2026-03-17（5 个工作日）。')
})

it('tells of an objection its notice, its clock and whether it is named, but nobody’s name', () => {
  const { lines } = objectionRaisedWords({ notice: '拟立项公示', named: true, dueOn: '2026-03-13' })
  expect(lines[0]).toBe('对“拟立项公示”的实名异议，请在 2026-03-13 前答复。')
})

it('a cohort that takes nominations is told with its days, places and the time in China', () => {
  const cohort = {
    title: '班主任培训第 1 班',
    unitName: '教师发展中心',
    startsOn: '2027-04-01',
    endsOn: '2027-04-10',
    places: 40,
  }
  expect(cohortOpenedWords({ ...cohort, nominateUntil: '2027-03-20T09:30:00.000Z' })).toEqual({
    title: '开始推荐学员：班主任培训第 1 班',
    lines: [
      '教师发展中心承办，2027-04-01 至 2027-04-10，名额 40 人，推荐截止 2027-03-20 17:30（北京时间）。',
      '请各校登录师训云查看课表并推荐。',
    ],
  })
  expect(cohortOpenedWords({ ...cohort, nominateUntil: null }).lines[0]).not.toContain('截止')
})
