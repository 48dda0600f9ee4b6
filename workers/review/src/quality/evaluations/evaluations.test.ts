import { createHash } from 'node:crypto'
import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { detailOf, openTasks, pointersOf, problemOf } from '../../../../../packages/testkit/src/test-spine.ts'
import { type AppealHouse, raiseAppeals } from '../appeals/test-appeals.ts'

let spine: AppealHouse['spine']
let school: AppealHouse['school']
let neighbour: AppealHouse['neighbour']
let auditor: AppealHouse['auditor']
let raters: AppealHouse['raters']
let subjectOf: AppealHouse['subjectOf']
let evaluationPath: AppealHouse['evaluationPath']
let appealPath: AppealHouse['appealPath']
let read: AppealHouse['read']
let evaluationsOf: AppealHouse['evaluationsOf']
let file: AppealHouse['file']
let filed: AppealHouse['filed']
let evaluatedProject: AppealHouse['evaluatedProject']

beforeAll(async () => {
  const house = await raiseAppeals()
  ;({
    spine,
    school,
    neighbour,
    auditor,
    raters,
    subjectOf,
    evaluationPath,
    appealPath,
    read,
    evaluationsOf,
    file,
    filed,
    evaluatedProject,
  } = house)
})
afterAll(() => spine.stop())

describe('an evaluation', () => {
  test('is listed with names, to its own unit alone, and read by the auditor', async () => {
    const items = await evaluationsOf(subjectOf('甲项目'), school.client)
    expect(items).toMatchObject([{ subjectTitle: '甲项目', unitName: '育才小学', rubricTitle: expect.any(String) }])
    expect(await evaluationsOf(subjectOf('甲项目'), neighbour.client)).toEqual([])
    const id = items[0]?.id ?? ''
    expect((await neighbour.client.get(evaluationPath(id))).status).toBe(404)
    for (const path of ['/explain', '/derivation', '/workbook', '/comparison'])
      expect((await neighbour.client.get(evaluationPath(id) + path)).status, path).toBe(404)
    expect((await read(id, auditor)).total).toBe(85)
  })

  test('hands out the very bytes of its fingerprint, and no id or name of an expert to a school', async () => {
    const [item] = await evaluationsOf(subjectOf('甲项目'))
    const id = item?.id ?? ''
    const bytes = await school.client.raw('GET', `${evaluationPath(id)}/derivation`).then((found) => found.text())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(item?.sha256)
    const explained = must(
      'explained',
      await school.client.get<Record<string, unknown>>(`${evaluationPath(id)}/explain`),
    )
    const text = `${bytes}${JSON.stringify(explained)}`
    for (const { id: rater, name } of raters) {
      expect(text).not.toContain(rater)
      expect(text).not.toContain(name)
    }
    const known = must('known', await auditor.get<{ experts: { name: string }[] }>(`${evaluationPath(id)}/explain`))
    expect(known.experts.map(({ name }) => name).sort()).toEqual(['专家乙', '专家甲'].sort())
    const english = must(
      'english',
      await school.client.get<{ lines: { line: string }[] }>(`${evaluationPath(id)}/explain?language=en`),
    )
    expect(english.lines.map(({ line }) => line)).toContain('Total: 85.00 points')
  })

  test('is shown as not computed where data are missing, with what is missing', async () => {
    const { evaluation, project } = await evaluatedProject()
    const [row] = await spine.rows('SELECT * FROM evaluations WHERE id = ?', evaluation)
    const derivation: Derivation = JSON.parse(String(row?.['derivation']))
    const blocked = {
      ...derivation,
      status: 'blocked',
      blockedBy: ['learning.attendance'],
      total: null,
      totalText: null,
      totalExact: null,
      band: null,
      bandTitle: null,
    }
    const id = `eva_${'z'.repeat(26)}`
    await spine.put('evaluations', {
      ...row,
      id,
      subject_id: project,
      total: null,
      band: null,
      derivation: JSON.stringify(blocked),
    })
    expect(await read(id)).toMatchObject({ status: 'blocked', total: null })
    const { lines } = must(
      'explained',
      await spine.office.get<{ lines: { line: string; inputs: { name: string }[] }[] }>(
        `${evaluationPath(id)}/explain`,
      ),
    )
    expect(lines.at(-1)).toMatchObject({ line: '数据不全，暂不给出总分', inputs: [{ name: '出勤率' }] })
  })
})

describe('filing an appeal', () => {
  test('is refused without reasons, on criteria that are not there, and on what is somebody else’s', async () => {
    const { evaluation } = await evaluatedProject()
    expect(pointersOf(await file(evaluation, school, { text: ' ' }))).toEqual([['/text', 'too_short']])
    const points = [
      { key: 'result.none', text: '' },
      { key: 'result.output', text: '成果已发表' },
    ]
    expect((await file(evaluation, school, { points })).status).toBe(422)
    expect(pointersOf(await file(evaluation, school, { points: [{ key: 'result.none', text: '有误' }] }))).toEqual([
      ['/points/0/key', 'unknown_criterion'],
    ])
    expect((await file(evaluation, neighbour)).status).toBe(404)
    expect((await spine.office.post(`${evaluationPath(evaluation)}/appeals`, { text: '代提' })).status).toBe(403)
  })

  test('is taken on the last day and refused on the next, in words that name the day', async () => {
    const now = chinaDate(new Date().toISOString())
    const late = await evaluatedProject(`${addDays(now, -40)}T02:00:00.000Z`)
    const { appeal } = await read(late.evaluation, school.client)
    expect(appeal).toMatchObject({ may: false, why: 'late', until: expect.any(String) })
    const refused = await file(late.evaluation)
    expect([refused.status, problemOf(refused)]).toEqual([409, 'appeal-late'])
    expect(detailOf(refused)).toContain(appeal.until)
    const { evaluation } = await evaluatedProject(`${addDays(now, -1)}T02:00:00.000Z`)
    expect((await read(evaluation, school.client)).actions).toEqual(['appeal'])
  })

  test('opens a task with a day for the office; a second one is refused until the first is withdrawn', async () => {
    const { evaluation } = await evaluatedProject()
    const { id, version } = await filed(evaluation)
    expect(await openTasks(spine, id)).toEqual([['appeal.open', 'office', '']])
    const again = await file(evaluation)
    expect([again.status, problemOf(again)]).toEqual([409, 'already-exists'])
    expect((await neighbour.client.get(appealPath(id))).status).toBe(404)
    expect((await neighbour.client.action(appealPath(id), 'withdraw')).status).toBe(404)
    expect(problemOf(await school.client.action(appealPath(id), 'withdraw', {}, { ifMatch: version + 1 }))).toBe(
      'version-stale',
    )
    must('withdrawal', await school.client.action(appealPath(id), 'withdraw'))
    expect(await openTasks(spine, id)).toEqual([])
    must('again', await file(evaluation))
  })
})
