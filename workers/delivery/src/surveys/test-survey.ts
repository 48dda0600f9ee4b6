import { ROUTES } from '@shixun/contract/routes'
import type { Question, SurveyBody } from '@shixun/domain/surveys/question'
import { tokenText } from '@shixun/domain/surveys/token-text'
import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import type { Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { blindToken, finishToken, newSerial } from '../../../../web/src/parts/surveys/blind-token.ts'

export const QUESTIONS: Question[] = [
  {
    key: 'content',
    kind: 'scale',
    section: '内容',
    title: '内容符合需要',
    required: true,
    options: ['很不同意', '不太同意', '一般', '比较同意', '非常同意'],
    rated: true,
  },
  {
    key: 'forms',
    kind: 'multiple',
    section: '内容',
    title: '有帮助的形式',
    required: false,
    options: ['讲座', '观课', '研讨'],
    rated: false,
  },
  { key: 'advice', kind: 'text', section: '意见', title: '建议', required: false, options: [], rated: false },
]
export const BODY: SurveyBody = { intro: '', questions: QUESTIONS, segments: [], showing: 'steps' }
export const LATER = '2099-01-01T00:00:00.000Z'

export const paramsOf = (spine: Spine, id = '') => ({ district: spine.district.ref.slug, id })

/** A survey of a cohort that is open. */
export async function openedSurvey(
  spine: Spine,
  cohort: string,
  given: { body?: Partial<SurveyBody>; until?: string } = {},
): Promise<string> {
  const body = {
    subject: 'cohort' as const,
    cohortId: cohort,
    title: '满意度问卷',
    body: { ...BODY, ...given.body },
    until: given.until ?? LATER,
  }
  const { id } = must('survey', await spine.office.call(ROUTES.createSurvey, { params: paramsOf(spine), body }))
  must('opening', await spine.office.call(ROUTES.openSurvey, { params: paramsOf(spine, id), body: {} }))
  return id
}

/** The teachers of a cohort, each signed in. */
export async function teachersOf(spine: Spine, cohort: string): Promise<Client[]> {
  const rows = await spine.rows('SELECT teacher_id FROM enrolments WHERE cohort_id = ? ORDER BY id', cohort)
  return Promise.all(rows.map((row) => spine.as('teacher', String(row['teacher_id']))))
}

export type Token = { serial: string; signature: string }

/** What a device does: makes a token, has it signed blind, takes the blinding off. */
export async function tokenFor(spine: Spine, survey: string, teacher: Client): Promise<Token> {
  const params = paramsOf(spine, survey)
  const { publicKey } = must('paper', await clientOf(spine.house.url).call(ROUTES.readPaper, { params }))
  const serial = newSerial()
  const text = tokenText(survey, serial)
  const { blinded, inverse } = await blindToken(publicKey, text)
  const { signature } = must('token', await teacher.call(ROUTES.takeSurveyToken, { params, body: { blinded } }))
  const finished = await finishToken(publicKey, text, { signature, inverse })
  if (finished === null) throw new Error('the signature does not verify')
  return { serial, signature: finished }
}

type Values = Record<string, number | number[] | string>

/** Sends an answer without a session. */
export function send(
  spine: Spine,
  survey: string,
  token: Token,
  values: Values,
  segments: Record<string, string> = {},
) {
  const params = paramsOf(spine, survey)
  return clientOf(spine.house.url).call(ROUTES.answerSurvey, { params, body: { ...token, values, segments } })
}

/** Each of these teachers takes a token and answers. */
export async function answerAll(
  spine: Spine,
  survey: string,
  teachers: readonly Client[],
  valuesOf: (index: number) => Values,
  segmentsOf: (index: number) => Record<string, string> = () => ({}),
): Promise<void> {
  for (const [index, teacher] of teachers.entries()) {
    const token = await tokenFor(spine, survey, teacher)
    must('answer', await send(spine, survey, token, valuesOf(index), segmentsOf(index)))
  }
}

/** Waits until the results count so many answers: they are counted after the answer that completes a step. */
export async function countedUpTo(spine: Spine, survey: string, released: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const [row] = await spine.rows('SELECT released FROM surveys WHERE id = ?', survey)
    if (row?.['released'] === released) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`the results never counted ${released} answers`)
}
