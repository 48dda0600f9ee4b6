import { describe, expect, it } from 'vitest'
import { type AnswerValue, checkAnswer, checkQuestions, type Question, TEXT_LIMIT } from './question.ts'
import { SURVEY_SAMPLES } from './survey-samples.ts'

const question = (given: Partial<Question>): Question => ({
  key: 'a',
  kind: 'scale',
  section: '',
  title: '题',
  required: false,
  options: ['1', '2', '3'],
  rated: false,
  ...given,
})
const options = (n: number) => Array.from({ length: n }, (_, index) => `选项${index}`)

describe('questions', () => {
  it('of the samples can be handed out', () => {
    for (const { body } of SURVEY_SAMPLES) expect(checkQuestions(body.questions)).toEqual([])
  })

  it.each([
    [{ kind: 'scale', options: options(2) }, 'too_short'],
    [{ kind: 'scale', options: options(3) }, null],
    [{ kind: 'scale', options: options(7) }, null],
    [{ kind: 'scale', options: options(8) }, 'too_long'],
    [{ kind: 'single', options: options(1) }, 'too_short'],
    [{ kind: 'single', options: options(2) }, null],
    [{ kind: 'multiple', options: options(20) }, null],
    [{ kind: 'multiple', options: options(21) }, 'too_long'],
    [{ kind: 'text', options: [] }, null],
    [{ kind: 'text', options: options(1) }, 'too_long'],
    [{ kind: 'single', rated: true }, 'only_scales'],
    [{ kind: 'single', options: ['是', '是'] }, 'duplicate'],
  ] as [Partial<Question>, string | null][])('%j: %s', (given, problem) => {
    expect(checkQuestions([question(given)]).map((one) => one.problem)).toEqual(problem === null ? [] : [problem])
  })

  it('are some, and each has a key of its own', () => {
    expect(checkQuestions([])).toEqual([{ pointer: '/questions', problem: 'empty_list' }])
    expect(checkQuestions([question({}), question({})])).toEqual([
      { pointer: '/questions/1/key', problem: 'duplicate' },
    ])
  })
})

describe('an answer', () => {
  it.each([
    ['scale', 2, null],
    ['scale', 3, 'not_a_choice'],
    ['scale', -1, 'not_a_choice'],
    ['scale', 0.5, 'not_a_choice'],
    ['scale', '1', 'not_a_choice'],
    ['single', [1], 'not_a_choice'],
    ['multiple', [0, 2], null],
    ['multiple', [], 'not_a_choice'],
    ['multiple', [0, 0], 'duplicate'],
    ['multiple', [0, 3], 'not_a_choice'],
    ['multiple', 1, 'not_a_choice'],
    ['text', '好', null],
    ['text', 1, 'not_text'],
    ['text', '字'.repeat(TEXT_LIMIT), null],
    ['text', '字'.repeat(TEXT_LIMIT + 1), 'too_long'],
  ] as [Question['kind'], AnswerValue, string | null][])('to a %s of %j: %s', (kind, value, problem) => {
    const asked = question({ kind, options: kind === 'text' ? [] : ['1', '2', '3'] })
    expect(checkAnswer([asked], { a: value }).map((one) => one.problem)).toEqual(problem === null ? [] : [problem])
  })

  it('leaves out what may be left out, and answers nothing that was not asked', () => {
    expect(checkAnswer([question({})], {})).toEqual([])
    expect(checkAnswer([question({ required: true })], {})).toEqual([{ pointer: '/a', problem: 'required' }])
    expect(checkAnswer([question({})], { b: 1 })).toEqual([{ pointer: '/b', problem: 'unknown_field' }])
  })
})
