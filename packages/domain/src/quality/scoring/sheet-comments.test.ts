import { describe, expect, test } from 'vitest'
import type { Rubric } from '../rubrics/rubric.ts'
import { COMMENT_LENGTH, checkComments, keptComments } from './sheet-comments.ts'

const rubric: Rubric = {
  title: '评审',
  criteria: [
    { key: 'need', title: '需求', kind: 'leaf', max: 10_000 },
    { key: 'ethics', title: '师德', kind: 'leaf', nature: 'veto' },
    { key: 'survey', title: '问卷', kind: 'leaf', max: 500, nature: 'bonus', source: 'survey' },
  ],
  missing: 'block',
  bands: [{ key: 'fail', title: '不合格', from: 0 }],
  method: 'mean',
  disagreement: { gap: 3000, passLine: 6000 },
}
const problems = (scores: Record<string, number>, comments: Record<string, string>, complete: boolean) =>
  checkComments(rubric, { scores, comments }, { complete }).map(({ pointer, problem }) => [pointer, problem])

describe('comments on criteria', () => {
  test('a raised veto needs its reason, and only when the sheet is handed in', () => {
    expect(problems({ ethics: 100 }, {}, true)).toEqual([['/comments/ethics', 'veto_needs_reason']])
    expect(problems({ ethics: 100 }, { ethics: '  ' }, true)).toEqual([['/comments/ethics', 'veto_needs_reason']])
    expect(problems({ ethics: 100 }, {}, false)).toEqual([])
    expect(problems({ ethics: 100 }, { ethics: '有通报' }, true)).toEqual([])
    expect(problems({ ethics: 0 }, {}, true)).toEqual([])
  })

  test('stand on what an expert is asked, and no longer than allowed, by characters and not by code units', () => {
    expect(problems({}, { survey: '一' }, false)).toEqual([['/comments/survey', 'unknown_criterion']])
    expect(problems({}, { constructor: '一' }, false)).toEqual([['/comments/constructor', 'unknown_criterion']])
    expect(problems({}, { need: '𠮷'.repeat(COMMENT_LENGTH) }, false)).toEqual([])
    expect(problems({}, { need: '长'.repeat(COMMENT_LENGTH + 1) }, false)).toEqual([['/comments/need', 'too_long']])
  })

  test('an emptied box is no comment', () => {
    expect(keptComments({ a: ' 好 ', b: ' ', c: null })).toEqual({ a: '好' })
  })
})
