import { describe, expect, it } from 'vitest'
import { MACHINES } from '../shared/machines.ts'
import { digestOf, digestText, digestWords, dueState } from './digest.ts'
import { taskLabel } from './task-label.ts'

const TODAY = '2026-11-21'
const task = (kind: string, dueOn: string | null, title = kind) => ({ kind, title, dueOn })

describe('dueState', () => {
  it.each([
    [null, 'later'],
    ['2026-11-20', 'overdue'],
    ['2026-11-21', 'soon'],
    ['2026-11-24', 'soon'],
    ['2026-11-25', 'later'],
  ] as const)('of %s is %s', (dueOn, state) => expect(dueState(dueOn, TODAY)).toBe(state))
})

describe('digestOf', () => {
  const digest = digestOf(
    [
      task('objection.open', '2026-11-19', '对“2026 年市级培训公示”的异议'),
      task('application.submitted', '2026-11-20'),
      task('application.submitted', '2026-11-23'),
      task('application.submitted', '2026-12-01'),
      task('application.screened', null),
    ],
    TODAY,
    false,
  )

  it('counts by kind, what is overdue and what is due in three days, the most urgent kind first', () => {
    expect({ total: digest.total, overdue: digest.overdue, dueSoon: digest.dueSoon }).toEqual({
      total: 5,
      overdue: 2,
      dueSoon: 1,
    })
    expect(digest.groups.map(({ kind, n, overdue, dueSoon }) => [kind, n, overdue, dueSoon])).toEqual([
      ['application.submitted', 3, 1, 1],
      ['objection.open', 1, 1, 0],
      ['application.screened', 1, 0, 0],
    ])
  })

  it('reads as a person would write it', () => {
    expect(digestText('金水区教育局', digest)).toBe(
      [
        '金水区教育局11月21日待办',
        '待办 5 项：逾期 2 项，3 天内到期 1 项。',
        '· 申报：已提交，等待初审 3 项（逾期 1 项）',
        '· 异议：等待答复 1 项（逾期 1 项）',
        '· 申报：初审通过，等待安排评审 1 项',
        '1. 对“2026 年市级培训公示”的异议（已逾期，应于 11月19日 前办理）',
        '2. 申报：application.submitted（已逾期，应于 11月20日 前办理）',
        '3. 申报：application.submitted（请于 11月23日 前办理）',
      ].join('\n'),
    )
  })

  it('names ten and counts the rest; a list that was cut says so', () => {
    const many = Array.from({ length: 13 }, (_, n) => task('application.submitted', TODAY, `第 ${n} 件`))
    const { lines } = digestWords('x', digestOf(many, TODAY, true))
    expect(lines[0]).toBe('待办 13 项以上：逾期 0 项，3 天内到期 13 项。')
    expect(lines.filter((line) => /^\d+\./.test(line))).toHaveLength(10)
    expect(lines.at(-1)).toBe('……另有 3 项逾期或即将到期，请登录师训云查看')
  })

  it('stays within 2,000 characters, whatever waits and however long its titles are', () => {
    const kinds = MACHINES.flatMap(({ entity, waits }) => Object.keys(waits).map((state) => `${entity}.${state}`))
    const everything = [...kinds, 'call.closing', 'dispatch.dead', 'nomination.received', 'listing.decided']
    const tasks = everything.flatMap((kind) =>
      Array.from({ length: 8 }, () => task(kind, '2026-11-01', '长'.repeat(200))),
    )
    const text = digestText('新疆生产建设兵团第十三师新星市教育局', digestOf(tasks, TODAY, true))
    expect([...text].length).toBeLessThanOrEqual(2000)
    expect(text).toContain(`${'长'.repeat(59)}…（已逾期`)
  })

  it('of nothing says nothing waits', () => {
    expect(digestText('x', digestOf([], TODAY, false))).toBe('x11月21日待办\n没有待办事项。')
  })
})

describe('taskLabel', () => {
  it('has Chinese words for every state that somebody waits on', () => {
    const kinds = MACHINES.flatMap(({ entity, waits }) => Object.keys(waits).map((state) => `${entity}.${state}`))
    expect(kinds.length).toBeGreaterThan(10)
    for (const kind of [...kinds, 'call.closing', 'dispatch.dead']) expect(taskLabel(kind)).toMatch(/^[一-龥]/)
  })
  it('of an unknown kind is the kind', () => expect(taskLabel('what.ever')).toBe('what.ever'))
})
