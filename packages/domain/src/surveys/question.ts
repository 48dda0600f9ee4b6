import type { FieldProblem } from '../shared/result.ts'
import type { SegmentKey, SurveyShowing } from './survey.ts'

export const QUESTION_KINDS = ['scale', 'single', 'multiple', 'text'] as const
type QuestionKind = (typeof QUESTION_KINDS)[number]

/**
 * One question. A scale (Likert) has a label for every point, the worst first; `rated` scales make up the satisfaction
 * of the rubric. `section` is the heading under which questions stand together.
 */
export type Question = {
  key: string
  kind: QuestionKind
  section: string
  title: string
  required: boolean
  /** Labels of the points of a scale, or the choices. Empty for a text. */
  options: string[]
  rated: boolean
}

export type SurveyBody = {
  intro: string
  questions: Question[]
  segments: SegmentKey[]
  showing: SurveyShowing
}

/** A scale: its point from 0; a single choice: its place; a multiple choice: places; a text. What is left out was not answered. */
export type AnswerValue = number | number[] | string
export type AnswerValues = Record<string, AnswerValue>

const POINTS = { least: 3, most: 7 }
const CHOICES = { least: 2, most: 20 }
export const TEXT_LIMIT = 1000

function optionProblems(question: Question, pointer: string): FieldProblem[] {
  const { kind, options } = question
  if (kind === 'text')
    return options.length === 0 ? [] : [{ pointer: `${pointer}/options`, problem: 'too_long', limit: 0 }]
  const { least, most } = kind === 'scale' ? POINTS : CHOICES
  if (options.length < least) return [{ pointer: `${pointer}/options`, problem: 'too_short', limit: least }]
  if (options.length > most) return [{ pointer: `${pointer}/options`, problem: 'too_long', limit: most }]
  return options.flatMap((option, index) =>
    options.indexOf(option) < index ? [{ pointer: `${pointer}/options/${index}`, problem: 'duplicate' }] : [],
  )
}

/** What keeps a survey from being handed out. Pointers are relative to the body. */
export function checkQuestions(questions: readonly Question[]): FieldProblem[] {
  if (questions.length === 0) return [{ pointer: '/questions', problem: 'empty_list' }]
  return questions.flatMap((question, index) => {
    const pointer = `/questions/${index}`
    const twice = questions.findIndex(({ key }) => key === question.key) < index
    return [
      ...(twice ? [{ pointer: `${pointer}/key`, problem: 'duplicate' }] : []),
      ...(question.rated && question.kind !== 'scale' ? [{ pointer: `${pointer}/rated`, problem: 'only_scales' }] : []),
      ...optionProblems(question, pointer),
    ]
  })
}

function isPlace(value: unknown, { options }: Question): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < options.length
}

function valueProblem(question: Question, value: AnswerValue): string | null {
  if (question.kind === 'text') return typeof value === 'string' ? null : 'not_text'
  if (question.kind !== 'multiple') return isPlace(value, question) ? null : 'not_a_choice'
  if (!Array.isArray(value) || value.length === 0) return 'not_a_choice'
  if (new Set(value).size < value.length) return 'duplicate'
  return value.every((place) => isPlace(place, question)) ? null : 'not_a_choice'
}

/** What is wrong with an answer to these questions; pointers are relative to its values. */
export function checkAnswer(questions: readonly Question[], values: AnswerValues): FieldProblem[] {
  const known = new Set(questions.map(({ key }) => key))
  const strangers = Object.keys(values).filter((key) => !known.has(key))
  return [
    ...strangers.map((key) => ({ pointer: `/${key}`, problem: 'unknown_field' })),
    ...questions.flatMap((question): FieldProblem[] => {
      const value = values[question.key]
      const pointer = `/${question.key}`
      if (value === undefined || value === '') return question.required ? [{ pointer, problem: 'required' }] : []
      const problem = valueProblem(question, value)
      if (problem) return [{ pointer, problem }]
      const long = typeof value === 'string' && value.length > TEXT_LIMIT
      return long ? [{ pointer, problem: 'too_long', limit: TEXT_LIMIT }] : []
    }),
  ]
}
