import type { OutputOf } from '../../call.ts'

export type SurveyBody = OutputOf<'readSurvey'>['body']
export type Question = SurveyBody['questions'][number]
export type Subject = OutputOf<'readSurvey'>['subject']

/** What the editor holds: options as text, a line each, so that an empty line may stand while one types. */
export interface QuestionDraft extends Omit<Question, 'options'> {
  lines: string
}
export interface SurveyDraft extends Omit<SurveyBody, 'questions'> {
  title: string
  until: string
  questions: QuestionDraft[]
}

export const questionKinds = ['scale', 'single', 'multiple', 'text'] as const
export const segmentKeys = ['phase', 'area', 'subject'] as const
export const showings = ['steps', 'at_close'] as const

const agreement = ['很不同意', '不太同意', '一般', '比较同意', '非常同意']

export function draftOfBody(body: SurveyBody, { title, until }: { title: string; until: string }): SurveyDraft {
  return {
    ...body,
    title,
    until,
    questions: body.questions.map(({ options, ...question }) => ({ ...question, lines: options.join('\n') })),
  }
}

/** The body as it is sent: lines without blanks around them, empty ones left out, a text without choices. */
export function bodyOfDraft({ title: _, until: __, questions, ...rest }: SurveyDraft): SurveyBody {
  return {
    ...rest,
    questions: questions.map(({ lines, ...question }) => ({
      ...question,
      rated: question.rated && question.kind === 'scale',
      options:
        question.kind === 'text'
          ? []
          : lines
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
    })),
  }
}

/** A key that no question of the survey has. */
export function freeKey(questions: readonly Pick<Question, 'key'>[]): string {
  const taken = new Set(questions.map(({ key }) => key))
  let no = questions.length + 1
  while (taken.has(`q${no}`)) no += 1
  return `q${no}`
}

export function newQuestion(questions: readonly QuestionDraft[]): QuestionDraft {
  const section = questions[questions.length - 1]?.section ?? ''
  return {
    key: freeKey(questions),
    kind: 'scale',
    section,
    title: '',
    required: true,
    lines: agreement.join('\n'),
    rated: false,
  }
}

/** The question at a place moved by a step, or the list as it was when there is nowhere to go. */
export function moved<T>(items: readonly T[], at: number, step: 1 | -1): T[] {
  const next = [...items]
  const [item] = next.splice(at, 1)
  if (item === undefined || at + step < 0 || at + step > next.length) return [...items]
  next.splice(at + step, 0, item)
  return next
}
