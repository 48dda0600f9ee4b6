import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'
import { blindToken } from '../../../../web/src/parts/surveys/blind-token.ts'
import { aCohort, completed } from '../../../registry/src/credits/test-cohort.ts'
import { BODY, LATER, openedSurvey, paramsOf, QUESTIONS, send, teachersOf, tokenFor } from './test-survey.ts'

let spine: Spine
let school: Applicant
let other: Applicant
let cohort: string
let teachers: Client[]

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  cohort = await aCohort(spine, { unit: school })
  await completed(spine, cohort, school, 12)
  teachers = await teachersOf(spine, cohort)
})
afterAll(() => spine.stop())

describe('a survey', () => {
  test('is written by whoever runs the cohort, and by nobody else', async () => {
    const body = { subject: 'cohort' as const, cohortId: cohort, title: '问卷', body: BODY, until: LATER }
    const ask = (client: Client) => client.call(ROUTES.createSurvey, { params: paramsOf(spine), body })
    expect((await ask(school.client)).status).toBe(201)
    expect(pointersOf(await ask(other.client))).toEqual([['/cohortId', 'not_in_district']])
    expect(refusalOf(await ask(teachers[0] ?? spine.office))).toEqual([403, 'forbidden'])
    expect(
      pointersOf(
        await spine.office.call(ROUTES.createSurvey, {
          params: paramsOf(spine),
          body: { ...body, until: '2020-01-01T00:00:00.000Z' },
        }),
      ),
    ).toEqual([['/until', 'in_the_past']])
  })

  test('is handed out once its questions are whole, and then stands', async () => {
    const incomplete = { ...BODY, questions: QUESTIONS.map((one) => ({ ...one, options: [] })) }
    const body = { subject: 'cohort' as const, cohortId: cohort, title: '问卷', body: incomplete, until: LATER }
    const made = must('draft', await school.client.call(ROUTES.createSurvey, { params: paramsOf(spine), body }))
    const params = paramsOf(spine, made.id)
    const open = () => school.client.call(ROUTES.openSurvey, { params, body: {} })
    expect(pointersOf(await open())).toEqual([
      ['/body/questions/0/options', 'too_short'],
      ['/body/questions/1/options', 'too_short'],
    ])
    const edit = (change: object, ifMatch: number) =>
      school.client.call(ROUTES.editSurvey, { params, body: change, ifMatch })
    expect((await edit({ body: BODY }, 2)).status).toBe(412)
    must('edit', await edit({ body: BODY }, 1))
    const opened = must('open', await open())
    expect(opened).toMatchObject({ state: 'open', invited: 12, taken: 0, answered: 0, least: 5 })
    expect(pointersOf(await edit({ title: '另一个' }, opened.version))).toEqual([['/title', 'survey_open']])
    expect(pointersOf(await edit({ until: '2098-01-01T00:00:00.000Z' }, opened.version))).toEqual([
      ['/until', 'only_later'],
    ])
    expect((await edit({ until: '2099-02-01T00:00:00.000Z' }, opened.version)).status).toBe(200)
    expect(refusalOf(await other.client.call(ROUTES.readSurvey, { params }))).toEqual([404, 'not-found'])
    const tasks = await spine.rows(
      "SELECT count(*) AS n, max(due_on) AS due FROM tasks WHERE entity = ? AND role = 'teacher'",
      made.id,
    )
    expect(tasks).toEqual([{ n: 12, due: '2099-02-01' }])
    const { counters, rows } = await countersAndRows(spine, 'survey', 'surveys')
    expect(counters).toEqual(rows)
  })

  test('needs so many people that there can be results', async () => {
    const few = await aCohort(spine, { unit: school })
    await completed(spine, few, school, 4)
    const body = { subject: 'cohort' as const, cohortId: few, title: '问卷', body: BODY, until: LATER }
    const { id } = must('draft', await spine.office.call(ROUTES.createSurvey, { params: paramsOf(spine), body }))
    const reply = await spine.office.call(ROUTES.openSurvey, { params: paramsOf(spine, id), body: {} })
    expect(refusalOf(reply)).toEqual([409, 'survey-without-people'])
    await completed(spine, few, school, 1)
    expect((await spine.office.call(ROUTES.openSurvey, { params: paramsOf(spine, id), body: {} })).status).toBe(200)
  })

  test('that was not handed out can be removed', async () => {
    const body = { subject: 'cohort' as const, cohortId: cohort, title: '废弃', body: BODY, until: LATER }
    const made = must('draft', await school.client.call(ROUTES.createSurvey, { params: paramsOf(spine), body }))
    const params = paramsOf(spine, made.id)
    expect((await school.client.call(ROUTES.removeSurvey, { params, ifMatch: 1 })).status).toBe(204)
    expect(refusalOf(await school.client.call(ROUTES.readSurvey, { params }))).toEqual([404, 'not-found'])
  })
})

describe('a token', () => {
  test('is signed once for each who is invited; the same blinded number gets the same signature again', async () => {
    const id = await openedSurvey(spine, cohort)
    const params = paramsOf(spine, id)
    const [teacher, second] = teachers
    if (!teacher || !second) throw new Error('no teachers')
    const { publicKey } = must('paper', await clientOf(spine.house.url).call(ROUTES.readPaper, { params }))
    const take = (client: Client, blinded: string) => client.call(ROUTES.takeSurveyToken, { params, body: { blinded } })
    const { blinded } = await blindToken(publicKey, 'x')
    const first = must('token', await take(teacher, blinded))
    expect(must('again', await take(teacher, blinded))).toEqual(first)
    expect(refusalOf(await take(teacher, (await blindToken(publicKey, 'y')).blinded))).toEqual([
      409,
      'survey-token-taken',
    ])
    expect(pointersOf(await take(second, 'A'.repeat(342)))).toEqual([])
    expect(refusalOf(await take(await spine.as('teacher', 'tea_00000000000000000000000000'), blinded))).toEqual([
      404,
      'not-found',
    ])
    expect(refusalOf(await take(spine.office, blinded))).toEqual([403, 'forbidden'])
    expect(refusalOf(await take(clientOf(spine.house.url), blinded))).toEqual([401, 'not-signed-in'])
    const mine = must('mine', await teacher.call(ROUTES.listSurveys, { params: paramsOf(spine) })).items
    expect(mine.find((one) => one.id === id)).toMatchObject({ mine: 'taken', taken: 2, actions: ['answer'] })
  })

  test('is good for one answer to its own survey', async () => {
    const [one, two] = [await openedSurvey(spine, cohort), await openedSurvey(spine, cohort)]
    const [teacher] = teachers
    if (!teacher) throw new Error('no teacher')
    const token = await tokenFor(spine, one, teacher)
    expect(refusalOf(await send(spine, two, token, { content: 1 }))).toEqual([422, 'survey-token-refused'])
    const forged = { ...token, serial: `A${token.serial.slice(1)}` }
    if (forged.serial !== token.serial)
      expect(refusalOf(await send(spine, one, forged, { content: 1 }))).toEqual([422, 'survey-token-refused'])
    expect(pointersOf(await send(spine, one, token, { forms: [0, 0] }))).toEqual([
      ['/values/content', 'required'],
      ['/values/forms', 'duplicate'],
    ])
    expect((await send(spine, one, token, { content: 1 })).status).toBe(201)
    expect(refusalOf(await send(spine, one, token, { content: 4 }))).toEqual([409, 'survey-token-used'])
    const [row] = await spine.rows('SELECT answered FROM surveys WHERE id = ?', one)
    expect(row).toEqual({ answered: 1 })
  })

  test('is used once even when it is sent many times at once', async () => {
    const id = await openedSurvey(spine, cohort)
    const token = await tokenFor(spine, id, teachers[1] ?? spine.office)
    const replies = await Promise.all(Array.from({ length: 6 }, () => send(spine, id, token, { content: 2 })))
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    expect(await spine.rows('SELECT answered FROM surveys WHERE id = ?', id)).toEqual([{ answered: 1 }])
    expect(await spine.rows('SELECT count(*) AS n FROM survey_answers WHERE survey_id = ?', id)).toEqual([{ n: 1 }])
  })
})
