import { ROUTES } from '@shixun/contract/routes'
import { chinaDate, startOfChinaDay } from '@shixun/domain/shared/china-time'
import { tokenText } from '@shixun/domain/surveys/token-text'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { blindToken, finishToken, newSerial } from '../../../../web/src/parts/surveys/blind-token.ts'
import { freshId } from '../../../system/src/own-house.ts'
import { BODY, LATER } from '../surveys/test-survey.ts'
import { type Bureau, teachersOf } from './test-bureaus.ts'
import { type GuestStage, raiseGuests, told } from './test-guests.ts'

let stage: GuestStage
let city: Bureau
let county: Bureau
let refs: string[]
let survey: string

const AT = '2026-01-05T00:00:00.000Z'
const at = (id = '') => ({ district: city.ref.slug, id })
const nobody = () => clientOf(stage.house.url)

beforeAll(async () => {
  stage = await raiseGuests(['张三', '李四', '王五'])
  ;({ city, county } = stage)
  refs = await stage.sent(await stage.give(3), 3)
  for (const ref of refs.slice(0, 2)) await stage.move(ref, 'enrolled', 2)
  await city.carry()
  await county.carry()
  const own = await teachersOf(city, ['甲', '乙', '丙', '丁'])
  for (const teacher_id of own.ids)
    await city.put('enrolments', {
      ...{ id: freshId('enr'), cohort_id: stage.cohort.id, teacher_id, name: '本市教师', school_id: own.school },
      ...{ school_name: '市直小学', subject: '语文', phase: 'primary', state: 'enrolled', preference: 0 },
      ...{ findings: [], version: 1, created_at: AT, updated_at: AT },
    })
  const about = { subject: 'cohort' as const, cohortId: stage.cohort.id, title: '满意度问卷', body: BODY, until: LATER }
  const made = await city.office.call(ROUTES.createSurvey, { params: at(), body: about })
  survey = must('survey', made).id
  const opened = await city.office.call(ROUTES.openSurvey, { params: at(survey), body: {} })
  expect(must('opening', opened).invited).toBe(6)
})
afterAll(async () => {
  await stage.stop()
  expect(stage.house.errors).toEqual([])
})

/** The pass as the teacher has it at home. */
async function passOf(n: number): Promise<string> {
  const teacher = await county.as('teacher', stage.teachers.ids[n] ?? '')
  const reply = await teacher.get<{ pass: string; sender: string }>(`${county.base}/guests/${refs[n]}/pass`)
  expect(reply.body.sender).toBe('zhengzhou')
  return must('pass', reply).pass
}
const take = (pass: string, blinded: string) =>
  nobody().call(ROUTES.takeGuestToken, { params: at(survey), body: { pass, blinded } })
const listed = async (pass: string) =>
  must('surveys', await nobody().call(ROUTES.listGuestSurveys, { params: at(), body: { pass } })).surveys

it('a guest finds the survey by the pass of home; whoever was not admitted, or has none, finds nothing', async () => {
  expect(await listed(await passOf(0))).toEqual([
    { id: survey, title: '满意度问卷', subjectTitle: expect.any(String), until: LATER, taken: false },
  ])
  expect(await listed('a1.nobody')).toEqual([])
  const third = await county.as('teacher', stage.teachers.ids[2] ?? '')
  expect(told(await third.get(`${county.base}/guests/${refs[2]}/pass`))).toEqual([409, 'state-refuses'])
})

it('takes one token, blinded, and answers as nobody; home hears nothing of it', async () => {
  const before = await county.rows('SELECT count(*) AS n FROM journal')
  const { publicKey } = must('paper', await nobody().call(ROUTES.readPaper, { params: at(survey) }))
  const serial = newSerial()
  const text = tokenText(survey, serial)
  const { blinded, inverse } = await blindToken(publicKey, text)
  const pass = await passOf(0)
  expect(told(await take('a1.nobody', blinded))).toEqual([422, 'guest-pass-refused'])
  const { signature } = must('token', await take(pass, blinded))
  expect(must('again', await take(pass, blinded)).signature).toBe(signature)
  const other = await blindToken(publicKey, tokenText(survey, newSerial()))
  expect(told(await take(pass, other.blinded))).toEqual([409, 'survey-token-taken'])
  expect(await listed(pass)).toMatchObject([{ taken: true }])
  const finished = await finishToken(publicKey, text, { signature, inverse })
  const body = { serial, signature: finished ?? '', values: { content: 4, advice: '案例再多些' }, segments: {} }
  expect((await nobody().call(ROUTES.answerSurvey, { params: at(survey), body })).status).toBe(201)
  expect(told(await nobody().call(ROUTES.answerSurvey, { params: at(survey), body }))).toEqual([
    409,
    'survey-token-used',
  ])
  expect(await county.rows('SELECT count(*) AS n FROM journal')).toEqual(before)
})

it('leaves in the city who took a token and what was answered, and nothing between the two', async () => {
  const [enrolment] = await city.rows('SELECT id FROM enrolments WHERE home_ref = ?', refs[0])
  const id = String(enrolment?.['id'])
  const today = startOfChinaDay(chinaDate(new Date().toISOString()))
  expect(await city.rows("SELECT entity, actor, at, request_id FROM journal WHERE verb = 'take'")).toEqual([
    { entity: `${survey}/${id}`, actor: 'public', at: today, request_id: 'withheld' },
  ])
  const heaps = await Promise.all(
    ['survey_tokens', 'survey_answers', 'survey_opinions'].map((table) => city.rows(`SELECT * FROM ${table}`)),
  )
  expect(heaps.map((rows) => rows.length)).toEqual([1, 1, 1])
  expect(JSON.stringify(heaps)).not.toContain(id)
  expect(await city.rows("SELECT * FROM tasks WHERE kind = 'survey.open' AND unit LIKE 'enr_%'")).toEqual([])
  expect(await city.rows('SELECT taken, answered FROM surveys WHERE id = ?', survey)).toEqual([
    { taken: 1, answered: 1 },
  ])
})
