import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'
import { aCohort, completed } from '../../../registry/src/credits/test-cohort.ts'
import { evaluatedBy } from './test-evaluation.ts'
import {
  answerAll,
  BODY,
  countedUpTo,
  LATER,
  openedSurvey,
  paramsOf,
  send,
  teachersOf,
  tokenFor,
} from './test-survey.ts'

let spine: Spine
let school: Applicant
let other: Applicant
let cohort: string
let teachers: Client[]

const results = (id: string, client = spine.office) =>
  client.call(ROUTES.readSurveyResults, { params: paramsOf(spine, id) })
const question = async (id: string, key = 'content') =>
  must('results', await results(id)).questions.find((one) => one.key === key)

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  cohort = await aCohort(spine, { unit: school })
  await completed(spine, cohort, school, 12)
  teachers = await teachersOf(spine, cohort)
})
afterAll(() => spine.stop())

describe('results', () => {
  test('appear with the fifth answer, move in steps of five, and leave the last few uncounted', async () => {
    const id = await openedSurvey(spine, cohort)
    await answerAll(spine, id, teachers.slice(0, 4), () => ({ content: 4 }))
    expect(refusalOf(await results(id))).toEqual([409, 'too-few-answers'])
    await answerAll(spine, id, teachers.slice(4, 5), () => ({ content: 0 }))
    await countedUpTo(spine, id, 5)
    expect(await question(id)).toMatchObject({ answered: 5, counts: [1, 0, 0, 0, 4], mean: 420 })
    expect(await question(id, 'forms')).toMatchObject({ answered: 0, counts: null })
    await answerAll(spine, id, teachers.slice(5, 9), () => ({ content: 0 }))
    expect(await question(id)).toMatchObject({ answered: 5 })
    expect(must('results', await results(id))).toMatchObject({ answered: 9, released: 5, withheld: 0 })
    expect((await results(id, school.client)).status).toBe(200)
    expect(refusalOf(await results(id, other.client))).toEqual([404, 'not-found'])
    expect(refusalOf(await results(id, teachers[0] ?? spine.office))).toEqual([403, 'forbidden'])
    must('close', await spine.office.call(ROUTES.closeSurvey, { params: paramsOf(spine, id), body: {} }))
    expect(must('results', await results(id))).toMatchObject({
      state: 'closed',
      answered: 9,
      released: 5,
      withheld: 4,
      satisfaction: 8400,
    })
    expect(await evaluatedBy(spine, cohort, 'completion')).toMatchObject({ 'reaction.satisfaction': 8400 })
  })

  test('shown at the close count everybody, and part by what enough share', async () => {
    const own = await aCohort(spine, { unit: school })
    await completed(spine, own, school, 12)
    await spine.rows(
      "UPDATE enrolments SET subject = '音乐' WHERE id IN (SELECT id FROM enrolments WHERE cohort_id = ? ORDER BY id LIMIT 6)",
      own,
    )
    const people = await teachersOf(spine, own)
    const id = await openedSurvey(spine, own, { body: { showing: 'at_close', segments: ['subject', 'phase'] } })
    const paper = must('paper', await clientOf(spine.house.url).call(ROUTES.readPaper, { params: paramsOf(spine, id) }))
    expect(paper.segments).toEqual([{ key: 'subject', values: ['数学', '音乐'] }])
    await answerAll(
      spine,
      id,
      people.slice(0, 11),
      (index) => ({ content: index < 6 ? 4 : 0, advice: `意见${index}` }),
      (index) => ({ subject: index < 6 ? '音乐' : '数学' }),
    )
    expect((await question(id))?.counts).toBeNull()
    must('close', await school.client.call(ROUTES.closeSurvey, { params: paramsOf(spine, id), body: {} }))
    const told = must('results', await results(id))
    expect(told).toMatchObject({ released: 11, withheld: 0 })
    expect(told.segments[0]?.questions[0]?.cells.map(({ value, answered, mean }) => [value, answered, mean])).toEqual([
      ['数学', 5, 100],
      ['音乐', 6, 500],
    ])
    const token = await spine.rows('SELECT private_key FROM surveys WHERE id = ?', id)
    expect(token).toEqual([{ private_key: null }])
    expect(
      refusalOf(
        await (people[11] ?? spine.office).call(ROUTES.takeSurveyToken, {
          params: paramsOf(spine, id),
          body: { blinded: 'A'.repeat(342) },
        }),
      ),
    ).toEqual([409, 'survey-closed'])
  })

  test('two things that together single out a few are refused before anybody is asked', async () => {
    const own = await aCohort(spine, { unit: school })
    await completed(spine, own, school, 18)
    await spine.rows(
      "UPDATE enrolments SET subject = '音乐' WHERE id IN (SELECT id FROM enrolments WHERE cohort_id = ? ORDER BY id LIMIT 8)",
      own,
    )
    await spine.rows(
      "UPDATE enrolments SET phase = 'junior' WHERE id IN (SELECT id FROM enrolments WHERE cohort_id = ? ORDER BY id LIMIT 6)",
      own,
    )
    const body = {
      subject: 'cohort' as const,
      cohortId: own,
      title: '问卷',
      body: { ...BODY, segments: ['subject' as const, 'phase' as const] },
      until: LATER,
    }
    const { id } = must('draft', await spine.office.call(ROUTES.createSurvey, { params: paramsOf(spine), body }))
    const reply = await spine.office.call(ROUTES.openSurvey, { params: paramsOf(spine, id), body: {} })
    expect(pointersOf(reply)).toEqual([['/body/segments', 'segments_too_fine']])
    expect(JSON.stringify(reply.body)).toContain('只有 2 人')
  })

  test('ask for more where the bureau says so, never for fewer', async () => {
    const admin = await spine.as('admin')
    const put = (least: number) =>
      admin.call(ROUTES.putSetting, {
        params: { district: spine.district.ref.slug, key: 'surveys' },
        body: { value: { least } },
      })
    expect(pointersOf(await put(4))).toEqual([['/value/least', 'below_least']])
    expect((await put(6)).status).toBe(200)
    const id = await openedSurvey(spine, cohort)
    await answerAll(spine, id, teachers.slice(0, 5), () => ({ content: 4 }))
    expect(refusalOf(await results(id))).toEqual([409, 'too-few-answers'])
    await answerAll(spine, id, teachers.slice(5, 6), () => ({ content: 4 }))
    await countedUpTo(spine, id, 6)
    await put(5)
  })
})

describe('opinions', () => {
  test('are shown when they were read, hidden with a reason, and never before their answers count', async () => {
    const id = await openedSurvey(spine, cohort)
    await answerAll(spine, id, teachers.slice(0, 4), (index) => ({ content: 3, advice: `希望多观课${index}` }))
    const list = (client = spine.office) => client.call(ROUTES.listOpinions, { params: paramsOf(spine, id) })
    expect(must('none yet', await list()).items).toEqual([])
    await answerAll(spine, id, teachers.slice(4, 5), () => ({ content: 3, advice: '张老师迟到' }))
    await countedUpTo(spine, id, 5)
    const { items } = must('opinions', await list())
    expect(items.map(({ text }) => text).sort()).toEqual(
      ['希望多观课0', '希望多观课1', '希望多观课2', '希望多观课3', '张老师迟到'].sort(),
    )
    expect(refusalOf(await list(school.client))).toEqual([403, 'forbidden'])
    expect((await question(id, 'advice'))?.opinions).toEqual([])
    const decide = (
      opinion: string,
      body: { standing: 'shown' } | { standing: 'hidden'; reason: string },
      ifMatch = 1,
    ) => spine.office.call(ROUTES.moderateOpinion, { params: { ...paramsOf(spine, id), opinion }, body, ifMatch })
    const [named, ...others] = [...items]
      .sort((a, b) => (a.text < b.text ? 1 : -1))
      .sort((a) => (a.text === '张老师迟到' ? -1 : 1))
    if (!named || !others[0]) throw new Error('no opinions')
    must('hidden', await decide(named.id, { standing: 'hidden', reason: '点名批评个人' }))
    must('shown', await decide(others[0].id, { standing: 'shown' }))
    expect((await decide(others[0].id, { standing: 'shown' })).status).toBe(412)
    expect((await question(id, 'advice'))?.opinions).toEqual([others[0].text])
    const [line] = await spine.rows('SELECT verb, note FROM journal WHERE entity = ?', `${id}/${named.id}`)
    expect(line).toEqual({ verb: 'hide', note: '点名批评个人' })
  })
})

describe('time', () => {
  test('closes a survey past its deadline and counts what is left', async () => {
    const id = await openedSurvey(spine, cohort, { body: { showing: 'at_close' } })
    await answerAll(spine, id, teachers.slice(0, 6), () => ({ content: 2 }))
    const late = await tokenFor(spine, id, teachers[6] ?? spine.office)
    await spine.rows('UPDATE surveys SET until = ? WHERE id = ?', '2026-01-01T00:00:00.000Z', id)
    expect(refusalOf(await send(spine, id, late, { content: 2 }))).toEqual([409, 'survey-closed'])
    await spine.house.constellation.tick()
    await countedUpTo(spine, id, 6)
    expect(must('results', await results(id))).toMatchObject({ state: 'closed', released: 6 })
    const tasks = await spine.rows('SELECT count(*) AS n FROM tasks WHERE entity = ? AND done_at IS NULL', id)
    expect(tasks).toEqual([{ n: 0 }])
  })
})
