import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { pdfFile } from '../../../../packages/testkit/src/office-files.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  countersAndRows,
  detailOf,
  openTasks,
  pointersOf,
  refusalOf,
} from '../../../../packages/testkit/src/test-spine.ts'
import { type Hall, type LedgerEntry, raiseHall } from './test-attendance.ts'

type Batch = { done: string[]; refused: { id: string; code: string; detail: string }[] }

let hall: Hall
let school: Awaited<ReturnType<Hall['school']>>
let teacher: string
beforeAll(async () => {
  hall = await raiseHall()
  school = await hall.school('登记小学')
  ;[teacher = ''] = await hall.teachers(school, 1)
  await hall.teacher(teacher)
})
afterAll(() => hall.stop())

let serial = 0
async function handIn(who: Client, name = `证书${++serial}.pdf`): Promise<string> {
  const form = new FormData()
  form.set('file', new File([pdfFile(100)], name, { type: 'application/pdf' }))
  return must('evidence', await who.post<{ fileId: string }>(`${hall.base}/hours-evidence`, form)).fileId
}

describe('claimed hours', () => {
  const claim = async (who: Client, sessionId: string, given: object = {}) =>
    who.post<LedgerEntry>(`${hall.base}/hours-claims`, {
      ...{ sessionId, minutes: 90, note: '校内听评课两节', evidence: [await handIn(who)] },
      ...given,
    })

  test('of a session that nobody saw are confirmed by who runs the cohort and become attendance', async () => {
    const { cohort, sessions } = await hall.running([{ channel: 'school_based' }, { channel: 'concentrated' }])
    const [seen = '', lecture = ''] = sessions
    const [one, two] = await hall.admitted(cohort, 2)
    const own = await hall.teacher(one?.teacher ?? '')
    const claimable = must(
      'claimable',
      await own.get<{ items: { sessionId: string }[] }>(`${hall.base}/claimable-sessions`),
    )
    expect(claimable.items.map(({ sessionId }) => sessionId)).toEqual([seen])
    expect(pointersOf(await claim(own, lecture))).toEqual([['/sessionId', 'not_claimable']])
    expect(pointersOf(await claim(own, seen, { minutes: 121 }))).toEqual([['/minutes', 'too_large']])
    const made = must('claim', await claim(own, seen))
    expect(refusalOf(await claim(own, seen))).toEqual([409, 'already-exists'])
    const other = must('claim', await claim(await hall.teacher(two?.teacher ?? ''), seen))
    expect(await openTasks(hall, made.id)).toEqual([['hours_claim.pending', 'school_admin', hall.runner.id]])
    for (const id of sessions)
      must('settling', await hall.runner.client.post(`${hall.base}/sessions/${id}/attendance/settle`, {}))
    expect(detailOf(await hall.office.action(`${hall.base}/cohorts/${cohort}`, 'conclude'))).toContain(
      '学时申报等待确认',
    )
    const path = `${hall.base}/hours-claims/${made.id}`
    expect((await own.action(path, 'accept')).status).toBe(403)
    expect((await (await hall.school('外人校')).client.action(path, 'accept')).status).toBe(404)
    must('acceptance', await hall.runner.client.action(path, 'accept', {}, { ifMatch: made.version }))
    expect(await hall.rows('SELECT way, minutes, reason FROM attendance WHERE session_id = ?', seen)).toEqual([
      { way: 'school_based', minutes: 90, reason: '确认本人申报：校内听评课两节' },
    ])
    expect(await openTasks(hall, made.id)).toEqual([])
    const batch = must(
      'batch',
      await hall.runner.client.post<Batch>(`${hall.base}/hours-claims/batch`, {
        ...{ action: 'refuse', note: '没有听课记录', items: [other, made].map(({ id, version }) => ({ id, version })) },
      }),
    )
    expect([batch.done, batch.refused.map(({ code }) => code)]).toEqual([[other.id], ['version-stale']])
    const { counters, rows } = await countersAndRows(hall, 'hours_claim', 'hours_claims')
    expect(counters).toEqual(rows)
  })
})
