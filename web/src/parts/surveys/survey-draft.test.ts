import { describe, expect, it } from 'vitest'
import { bodyOfDraft, draftOfBody, freeKey, moved, newQuestion, type SurveyBody } from './survey-draft.ts'

const body: SurveyBody = {
  intro: '',
  segments: [],
  showing: 'steps',
  questions: [
    {
      key: 'q1',
      kind: 'scale',
      section: '内容',
      title: '甲',
      required: true,
      options: ['差', '中', '好'],
      rated: true,
    },
    { key: 'q2', kind: 'text', section: '', title: '乙', required: false, options: [], rated: false },
  ],
}

describe('a survey being written', () => {
  const survey = { id: 'sur_1', title: '问卷', until: '', version: 3 }
  const draft = draftOfBody(body, survey)
  it('goes out as it came in', () => {
    expect(bodyOfDraft(draft)).toEqual(body)
  })
  it('keeps no empty line, no choices of a text, and no satisfaction of what is no scale', () => {
    const [first, second] = draft.questions
    if (!first || !second) throw new Error('no questions')
    const questions = [
      { ...first, kind: 'single' as const, lines: ' 是 \n\n否\n' },
      { ...second, lines: '多余' },
    ]
    expect(bodyOfDraft({ ...draft, questions }).questions.map(({ options, rated }) => [options, rated])).toEqual([
      [['是', '否'], false],
      [[], false],
    ])
  })
  it('gives a new question a key of its own', () => {
    expect(freeKey([{ key: 'q2' }])).toBe('q3')
    expect(newQuestion(draft.questions)).toMatchObject({ key: 'q3', section: '' })
  })
  it('moves within the list alone', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })
})
