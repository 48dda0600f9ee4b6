import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import { pointersOf, problemOf, refusalOf } from '../../../../packages/testkit/src/test-spine.ts'
import { at, type Cohort, type CohortStage, lesson, raiseCohorts, type Written } from './test-cohorts.ts'

let stage: CohortStage
beforeAll(async () => {
  stage = await raiseCohorts()
})
afterAll(async () => {
  await stage.stop()
})

const path = (id: string) => `${stage.base}/cohorts/${id}`

describe('the timetable', () => {
  const zhang = [{ name: '张三', unit: '师范大学', title: '教授' }]
  it('keeps the minutes of the cohort, and tells clashes in the district without forbidding them', async () => {
    const { id } = await stage.make()
    const written = await stage.schedule(id, [
      lesson({ trainers: zhang, place: '报告厅' }),
      lesson({ startsAt: at('2027-04-02', 14), endsAt: at('2027-04-02', 16) }),
    ])
    expect(written.cohort).toMatchObject({ minutes: 240, version: 2 })
    expect(written.findings).toEqual([])
    const other = await stage.make({ title: '另一个班' })
    const clash = lesson({
      trainers: zhang,
      place: '报告厅',
      startsAt: at('2027-04-02', 10),
      endsAt: at('2027-04-02', 12),
    })
    const dry = must(
      'check',
      await stage.runner.client.post<Written>(`${path(other.id)}/sessions`, { sessions: [clash], dryRun: true }),
    )
    expect(dry.findings.map(({ rule }) => rule)).toEqual(['trainer_clash', 'place_clash', 'half_day_hours'])
    expect(dry.findings[0]?.detail).toContain('班主任培训第 1 班')
    expect((await stage.schedule(other.id, [clash])).findings).toHaveLength(3)
    const all = must(
      'findings',
      await stage.runner.client.get<{ findings: { rule: string; sessionId: string }[] }>(
        `${path(id)}/timetable-findings`,
      ),
    )
    expect(all.findings.map(({ rule }) => rule)).toEqual(['trainer_clash', 'place_clash', 'half_day_hours'])
  })

  it('is refused as a whole when a session makes no sense, by its pointer', async () => {
    const { id } = await stage.make()
    const wrong = lesson({ endsAt: at('2027-04-02', 9), stageId: 'x' })
    const refused = await stage.runner.client.post(`${path(id)}/sessions`, { sessions: [lesson(), wrong] })
    expect(pointersOf(refused)).toEqual([
      ['/sessions/1/endsAt', 'ends_before_start'],
      ['/sessions/1/stageId', 'not_a_choice'],
    ])
    expect(must('cohort', await stage.office.get<Cohort>(path(id))).minutes).toBe(0)
  })

  it('moves, cancels and removes sessions, each in its own version', async () => {
    const { id } = await stage.make()
    const { sessions } = await stage.schedule(id, [
      lesson({ trainers: zhang, startsAt: at('2027-05-02', 9), endsAt: at('2027-05-02', 11) }),
      lesson({ topic: '第二讲', startsAt: at('2027-05-03', 9), endsAt: at('2027-05-03', 11) }),
    ])
    const [one, two] = sessions
    const ofOne = `${path(id)}/sessions/${one?.id}`
    const ofTwo = `${path(id)}/sessions/${two?.id}`
    expect(refusalOf(await stage.runner.client.patch(ofOne, { topic: '新题' }, { ifMatch: 7 }))).toEqual([
      412,
      'version-stale',
    ])
    const moved = must(
      'move',
      await stage.runner.client.patch<Written>(
        ofOne,
        { startsAt: at('2027-05-03', 10), endsAt: at('2027-05-03', 12), minutes: 90 },
        { ifMatch: 1 },
      ),
    )
    expect(moved.cohort.minutes).toBe(210)
    expect(moved.findings.map(({ rule }) => rule)).toEqual(['own_overlap', 'outside_stage'])
    expect(pointersOf(await stage.runner.client.patch(ofOne, { minutes: 121 }, { ifMatch: 2 }))).toEqual([
      ['/minutes', 'too_large'],
    ])
    expect((await stage.runner.client.delete(ofTwo)).status).toBe(204)
    must('opening', await stage.runner.client.action(path(id), 'open'))
    expect(refusalOf(await stage.runner.client.delete(ofOne))).toEqual([409, 'state-refuses'])
    expect(problemOf(await stage.runner.client.action(ofOne, 'cancel'))).toBe('invalid-input')
    const cancelled = must('cancel', await stage.runner.client.action<Written>(ofOne, 'cancel', { note: '教授请假' }))
    expect(cancelled).toMatchObject({
      cohort: { minutes: 0 },
      sessions: [{ state: 'cancelled', note: '教授请假', version: 3 }],
    })
    expect(refusalOf(await stage.runner.client.action(ofOne, 'cancel', { note: '再一次' }))).toEqual([
      409,
      'state-refuses',
    ])
    expect(await stage.rows('SELECT * FROM session_bookings WHERE session_id = ?', one?.id)).toEqual([])
    const stranger = await stage.school('课表之外')
    expect(refusalOf(await stranger.client.patch(ofOne, { topic: '别人改' }, { ifMatch: 3 }))).toEqual([
      404,
      'not-found',
    ])
  })

  it('is imported row by row: wrong rows are told and harm no other', async () => {
    const { id } = await stage.make()
    const row = {
      day: '2027-04-05',
      from: '9:00',
      to: '11:30',
      topic: '评价',
      trainers: '李四（教研室）',
      place: '301',
    }
    const rows = [row, { ...row, day: '4月5日' }, { ...row, from: '14:00', to: '16:00', minutes: 90 }]
    type Imported = {
      accepted: number
      rejected: { row: number; column: string; problem: string }[]
      findings: { session: number }[]
    }
    const send = (dryRun: boolean) =>
      stage.runner.client.post<Imported>(`${path(id)}/sessions/import`, { rows, dryRun })
    const told = must('check', await send(true))
    expect(told).toMatchObject({ accepted: 2, rejected: [{ row: 2, column: 'day', problem: 'not_a_date' }] })
    must('import', await send(false))
    const list = must(
      'list',
      await stage.runner.client.get<{ items: { topic: string; minutes: number }[] }>(`${path(id)}/sessions`),
    )
    expect(list.items.map(({ minutes }) => minutes)).toEqual([150, 90])
    // once more the same: everything overlaps, and is told by the row of the table
    expect(must('again', await send(true)).findings.map(({ session }) => session)).toEqual(
      expect.arrayContaining([0, 2]),
    )
  })
})
