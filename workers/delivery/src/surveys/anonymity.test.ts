import { chinaDate, startOfChinaDay } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Applicant, raiseSpine, type Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { aCohort, completed } from '../../../registry/src/credits/test-cohort.ts'
import type { Row } from '../../../system/src/own-house.ts'
import { answerAll, countedUpTo, openedSurvey, teachersOf } from './test-survey.ts'

let spine: Spine
let school: Applicant
let survey: string
let people: string[]

const MARK = '窗边第三排'
const VALUES = (index: number) => ({ content: index % 5, advice: `${MARK}${index}` })

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  const cohort = await aCohort(spine, { unit: school })
  await completed(spine, cohort, school, 7)
  people = (await spine.rows('SELECT teacher_id FROM enrolments WHERE cohort_id = ?', cohort)).map((row) =>
    String(row['teacher_id']),
  )
  survey = await openedSurvey(spine, cohort)
  await answerAll(spine, survey, await teachersOf(spine, cohort), VALUES)
  await countedUpTo(spine, survey, 5)
})
afterAll(() => spine.stop())

/** Every row of every table of the tenant: what a holder of the database or of a backup reads. */
async function wholeDatabase(): Promise<Map<string, Row[]>> {
  const tables = await spine.rows(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  )
  const contents = new Map<string, Row[]>()
  for (const { name } of tables) contents.set(String(name), await spine.rows(`SELECT * FROM ${name}`))
  return contents
}

describe('who holds the whole database', () => {
  test('finds no word of an answer in it', async () => {
    for (const [table, rows] of await wholeDatabase())
      expect([table, JSON.stringify(rows).includes(MARK)]).toEqual([table, false])
  })

  test('finds heaps of tokens, answers and opinions without a person, a time or anything in common', async () => {
    const all = await wholeDatabase()
    const heaps = ['survey_tokens', 'survey_answers', 'survey_opinions'].map((name) => all.get(name) ?? [])
    expect(heaps.map((rows) => rows.length)).toEqual([7, 7, 7])
    const text = JSON.stringify(heaps)
    for (const person of people) expect(text).not.toContain(person)
    expect(text).not.toMatch(/20\d\d-\d\d-\d\dT/)
    const [tokens = [], answers = [], opinions = []] = heaps.map((rows) => rows.flatMap(Object.values).map(String))
    const shared = answers.filter(
      (one) => one.length > 8 && one !== survey && (tokens.includes(one) || opinions.includes(one)),
    )
    expect(shared).toEqual([])
    expect(new Set(answers.filter((one) => one.startsWith('s1.')).map((one) => one.length)).size).toBe(1)
  })

  test('finds nothing there that the blinded signatures on the other side are equal to', async () => {
    const [token] = await spine.rows('SELECT group_concat(token_hash) AS hashes FROM survey_tokens')
    const invitations = await spine.rows('SELECT * FROM survey_invitations')
    for (const { blinded_hash: blinded, blind_signature: signature } of invitations) {
      expect(String(token?.['hashes'])).not.toContain(String(blinded))
      expect(String(token?.['hashes'])).not.toContain(String(signature))
    }
  })

  test('cannot follow the order of arrival: keys are random and rows have no rowid', async () => {
    const orders = ['survey_answers', 'survey_tokens', 'survey_opinions', 'survey_invitations']
    for (const table of orders) await expect(spine.rows(`SELECT rowid FROM ${table}`)).rejects.toThrow(/rowid/)
  })

  test('finds no more than the day in the journal, and nobody beside an answer', async () => {
    const today = startOfChinaDay(chinaDate(new Date().toISOString()))
    const answers = await spine.rows(
      "SELECT actor, at, before, after, note, request_id FROM journal WHERE verb = 'answer'",
    )
    expect(answers).toEqual(
      Array.from({ length: 7 }, () => ({
        actor: 'public',
        at: today,
        before: null,
        after: null,
        note: null,
        request_id: 'withheld',
      })),
    )
    const taken = await spine.rows("SELECT at, request_id FROM journal WHERE verb = 'take'")
    expect(new Set(taken.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ at: today, request_id: 'withheld' })]),
    )
    const done = await spine.rows(
      "SELECT DISTINCT done_at FROM tasks WHERE kind = 'survey.open' AND done_at IS NOT NULL",
    )
    expect(done).toEqual([{ done_at: today }])
  })

  test('finds no stored answer under an idempotency key', async () => {
    const rows = await spine.rows("SELECT * FROM idempotency WHERE actor = 'public' OR body LIKE '%received%'")
    expect(rows).toEqual([])
  })
})
