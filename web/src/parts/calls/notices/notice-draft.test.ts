import { describe, expect, it } from 'vitest'
import { addWords } from '../../../words/words.ts'
import { publicity } from '../../../words/zh/publicity.ts'
import { emptyNotice, MOST_ITEMS, noticeBody, renewed, stepReady, stillRanked } from './notice-draft.ts'

addWords('publicity', publicity)

type Rows = Parameters<typeof renewed>[1]
const rows = (...ids: string[]) => ids.map((id, rank) => ({ id, rank: rank + 1 })) as unknown as Rows
const old = {
  id: 'not_1',
  callId: 'cal_1',
  title: '公示'.repeat(50),
  body: '正文',
  workingDays: 5,
  items: [
    { applicationId: 'a', result: '拟推荐' },
    { applicationId: 'b', result: '拟立项' },
  ],
} as unknown as Parameters<typeof renewed>[0]

describe('a notice that is being written', () => {
  it('sends only what was said', () => {
    const draft = { ...emptyNotice, callId: 'cal_1', selected: ['a'], title: ' 公示 ', workingDays: 5 }
    expect(noticeBody(draft)).toEqual({
      callId: 'cal_1',
      title: '公示',
      body: '',
      applicationIds: ['a'],
      workingDays: 5,
    })
    const results = { a: ' 拟通过 ', b: '拟推荐', c: '' }
    expect(noticeBody({ ...draft, results, result: '拟立项', startsOn: '2026-05-06' })).toMatchObject({
      result: '拟立项',
      results: { a: '拟通过' },
      startsOn: '2026-05-06',
    })
  })

  it('takes over from a revoked one what is still ranked, and no title is too long', () => {
    const draft = renewed(old, rows('b', 'c'))
    expect([draft.selected, draft.results, draft.replaces]).toEqual([['b'], { b: '拟立项' }, 'not_1'])
    expect(draft.title).toHaveLength(100)
    expect(draft.title.endsWith('示（重新公示）')).toBe(true)
    const again = renewed({ ...old, title: '公示（重新公示）' }, [])
    expect(again.title).toBe('公示（重新公示）')
  })

  it('forgets what was chosen and is ranked no more, but not while nobody knows', () => {
    const draft = { ...emptyNotice, selected: ['a', 'b'] }
    expect(stillRanked(draft, rows('b')).selected).toEqual(['b'])
    expect(stillRanked(draft, null).selected).toEqual(['a', 'b'])
  })

  it('holds between one and five hundred items, for one to sixty days', () => {
    const many = (n: number) => ({ ...emptyNotice, callId: 'c', selected: Array.from({ length: n }, String) })
    expect([0, 1, MOST_ITEMS, MOST_ITEMS + 1].map((n) => stepReady(many(n), 'items'))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([null, 0, 1, 60, 61].map((workingDays) => stepReady({ ...emptyNotice, workingDays }, 'term'))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })
})
