import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { pdfFile } from '../../../../packages/testkit/src/office-files.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  countersAndRows,
  openTasks,
  pointersOf,
  problemOf,
  refusalOf,
} from '../../../../packages/testkit/src/test-spine.ts'
import { type Hall, type LedgerEntry, raiseHall } from './test-attendance.ts'

type Page = { items: LedgerEntry[]; next: string | null }
type Batch = { done: string[]; refused: { id: string; code: string; detail: string }[] }

let hall: Hall
let school: Awaited<ReturnType<Hall['school']>>
let teacher: string
let phone: Client
beforeAll(async () => {
  hall = await raiseHall()
  school = await hall.school('登记小学')
  ;[teacher = ''] = await hall.teachers(school, 1)
  phone = await hall.teacher(teacher)
})
afterAll(() => hall.stop())

const HOURS = {
  date: '2026-03-02',
  hours: 30,
  channel: 'online',
  level: 'national',
  title: '寒假研修',
  providerName: '国家中小学智慧教育平台',
}
let serial = 0
async function handIn(who: Client, name = `证书${++serial}.pdf`): Promise<string> {
  const form = new FormData()
  form.set('file', new File([pdfFile(100)], name, { type: 'application/pdf' }))
  return must('evidence', await who.post<{ fileId: string }>(`${hall.base}/hours-evidence`, form)).fileId
}
const declare = (who: Client, given: object = {}) =>
  who.post<LedgerEntry>(`${hall.base}/ledger`, { ...HOURS, title: `研修 ${++serial}`, ...given })
const declared = async (given: object = {}) =>
  must('declaration', await declare(phone, { evidence: [await handIn(phone)], ...given }))
const move = (who: Client, { id, version }: LedgerEntry, action: string, body: object = {}) =>
  who.action<LedgerEntry>(`${hall.base}/ledger/${id}`, action, body, { ifMatch: version })
const list = async (who: Client, query = '') => must('list', await who.get<Page>(`${hall.base}/ledger${query}`)).items

describe('declared hours', () => {
  test('of a teacher wait for the office, with evidence that the office can open', async () => {
    const entry = await declared()
    expect(entry).toMatchObject({
      state: 'pending',
      minutes: 1350,
      hours: 30,
      accredited: false,
      actions: ['withdraw'],
    })
    expect(await openTasks(hall, entry.id)).toEqual([['ledger_entry.pending', 'office', '']])
    const fileId = entry.evidence[0]?.fileId ?? ''
    const path = `${hall.base}/ledger/${entry.id}/vouchers/${fileId}`
    const opened = await hall.office.raw('GET', path)
    expect([opened.status, opened.headers.get('content-type'), opened.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ])
    await opened.arrayBuffer()
    const foreign = await hall.school('旁校')
    expect((await foreign.client.raw('GET', path)).status).toBe(404)
    expect((await foreign.client.get(`${hall.base}/ledger/${entry.id}`)).status).toBe(404)
    expect((await phone.get(`${hall.base}/ledger/${entry.id}`)).status).toBe(200)
  })

  test('without evidence, of a day to come, twice, with somebody else’s file or for somebody else are refused in words', async () => {
    expect(pointersOf(await declare(phone))).toEqual([['/evidence', 'required']])
    const evidence = [await handIn(phone)]
    expect(pointersOf(await declare(phone, { evidence, date: '2099-01-01' }))).toEqual([['/date', 'out_of_range']])
    const other = await handIn(hall.office)
    expect(pointersOf(await declare(phone, { evidence: [other] }))).toEqual([['/evidence/0', 'no_such_evidence']])
    must('first', await declare(phone, { title: '同名研修', evidence }))
    expect(pointersOf(await declare(phone, { evidence }))).toEqual([['/evidence/0', 'no_such_evidence']])
    expect(refusalOf(await declare(phone, { title: '同名研修', evidence: [await handIn(phone)] }))).toEqual([
      409,
      'already-exists',
    ])
    const elsewhere = await hall.school('另一校')
    const evidenceOfOthers = [await handIn(elsewhere.client)]
    const foreign = await declare(elsewhere.client, { teacherId: teacher, evidence: evidenceOfOthers })
    expect(pointersOf(foreign)).toEqual([['/teacherId', 'not_in_district']])
  })

  test('of a file that is not what its name says are refused', async () => {
    const form = new FormData()
    form.set('file', new File(['<html></html>'], '证书.pdf', { type: 'application/pdf' }))
    expect(problemOf(await phone.post(`${hall.base}/hours-evidence`, form))).toBe('file-type-refused')
  })

  test('of the office stand at once and say who recognised them', async () => {
    const entry = must('declaration', await declare(hall.office, { teacherId: teacher }))
    expect(entry).toMatchObject({ state: 'confirmed', accredited: true, actions: ['reverse'] })
    expect(await hall.rows('SELECT actor, verb FROM journal WHERE entity = ?', entry.id)).toEqual([
      { actor: expect.stringContaining('/office/'), verb: 'declare' },
    ])
  })

  test('are confirmed or refused with a reason; the task goes, and nobody is asked twice', async () => {
    const [good, bad, own] = [await declared(), await declared(), await declared()]
    expect(must('confirmation', await move(hall.office, good, 'confirm'))).toMatchObject({
      state: 'confirmed',
      accredited: true,
    })
    expect((await move(hall.office, bad, 'refuse')).status).toBe(422)
    const refused = must('refusal', await move(hall.office, bad, 'refuse', { note: '证书上不是本人' }))
    expect(refused).toMatchObject({ state: 'refused', reason: '证书上不是本人', actions: [] })
    expect(must('withdrawal', await move(phone, own, 'withdraw'))).toMatchObject({ state: 'withdrawn' })
    expect(refusalOf(await move(hall.office, { ...good, version: 2 }, 'confirm'))).toEqual([409, 'state-refuses'])
    expect(refusalOf(await move(hall.office, good, 'refuse', { note: '旧' }))).toEqual([412, 'version-stale'])
    expect(refusalOf(await move(phone, good, 'confirm'))).toEqual([403, 'forbidden'])
    for (const { id } of [good, bad, own]) expect(await openTasks(hall, id)).toEqual([])
    const { counters, rows } = await countersAndRows(hall, 'ledger_entry', 'ledger_entries')
    expect(counters).toEqual(rows)
  })

  test('may be confirmed without recognising their source', async () => {
    const entry = await declared()
    expect(must('confirmation', await move(hall.office, entry, 'confirm', { recognise: false }))).toMatchObject({
      ...{ state: 'confirmed', accredited: false },
    })
  })

  test('of a provider of the roster count only in its periods', async () => {
    const { name } = await hall.provider('有期限的中心')
    const entry = await declared({ providerName: name, level: 'national' })
    const told = await move(hall.office, entry, 'confirm')
    expect(refusalOf(told)).toEqual([409, 'not-accredited'])
    const within = await declared({ providerName: name, level: 'district' })
    expect(must('confirmation', await move(hall.office, within, 'confirm'))).toMatchObject({ accredited: true })
  })

  test('are settled by the batch; what cannot go is told and harms none', async () => {
    const [one, two] = [await declared(), await declared()]
    must('confirmation', await move(hall.office, two, 'confirm'))
    const items = [one, two].map(({ id, version }) => ({ id, version }))
    const path = `${hall.base}/ledger/batch`
    const batch = must('batch', await hall.office.post<Batch>(path, { action: 'confirm', items }, { key: 'batch-one' }))
    expect(batch.done).toEqual([one.id])
    expect(batch.refused.map(({ id, code }) => [id, code])).toEqual([[two.id, 'version-stale']])
    const again = await hall.office.post<Batch>(path, { action: 'confirm', items }, { key: 'batch-one' })
    expect([again.status, again.body.done]).toEqual([200, [one.id]])
    expect(pointersOf(await hall.office.post(path, { action: 'refuse', items }))).toEqual([['/note', 'required']])
  })
})

describe('the ledger', () => {
  test('is never rewritten, not even behind the doors', async () => {
    const entry = await declared()
    must('confirmation', await move(hall.office, entry, 'confirm'))
    const { tenant } = hall.district
    const tried = async (sql: string) => {
      try {
        await tenant.batch([tenant.prepare(sql).bind(entry.id)])
        return 'done'
      } catch (error) {
        return String(error)
      }
    }
    for (const sql of [
      'DELETE FROM ledger_entries WHERE id = ?',
      'UPDATE ledger_entries SET minutes = 9999 WHERE id = ?',
      "UPDATE ledger_entries SET date = '2020-01-01' WHERE id = ?",
      'UPDATE ledger_entries SET accredited = 0 WHERE id = ?',
      "UPDATE ledger_entries SET state = 'pending' WHERE id = ?",
      'INSERT OR REPLACE INTO ledger_entries SELECT * FROM ledger_entries WHERE id = ?',
    ])
      expect(await tried(sql)).toMatch(/append-only|only a pending entry/)
  })

  test('takes back by a counter-entry with its reason, once, and what takes back can be taken back', async () => {
    const entry = must('declaration', await declare(hall.office, { teacherId: teacher, date: '2025-12-31' }))
    const reverse = (id: string) =>
      hall.office.post<LedgerEntry>(`${hall.base}/ledger/${id}/reversal`, { reason: '重复登记' })
    const counter = must('reversal', await reverse(entry.id))
    expect(counter).toMatchObject({
      reverses: entry.id,
      state: 'confirmed',
      minutes: entry.minutes,
      reason: '重复登记',
    })
    expect(must('entry', await hall.office.get<LedgerEntry>(`${hall.base}/ledger/${entry.id}`))).toMatchObject({
      ...{ reversedBy: counter.id, actions: [], state: 'confirmed' },
    })
    expect(refusalOf(await reverse(entry.id))).toEqual([409, 'state-refuses'])
    must('reversal of the reversal', await reverse(counter.id))
    const twice = must('declaration', await declare(hall.office, { teacherId: teacher }))
    const replies = await Promise.all([reverse(twice.id), reverse(twice.id), reverse(twice.id)])
    expect(replies.map(({ status }) => (status === 201 ? 'reversed' : 'refused')).sort()).toEqual([
      'refused',
      'refused',
      'reversed',
    ])
    expect((await phone.post(`${hall.base}/ledger/${entry.id}/reversal`, { reason: '不想要' })).status).toBe(403)
  })

  test('shows each their own: a teacher theirs by day, a school its own, the office all by any filter', async () => {
    const own = await list(phone)
    expect(own.length).toBeGreaterThan(3)
    const days = (await phone.get<{ items: { date: string }[] }>(`${hall.base}/ledger?limit=200`)).body.items.map(
      ({ date }) => date,
    )
    expect(days).toEqual([...days].sort().reverse())
    expect(await list((await hall.school('空校')).client)).toEqual([])
    const registrar = await hall.as('registrar', school.id)
    expect((await list(registrar, '?limit=200')).length).toBe((await list(phone, '?limit=200')).length)
    for (const state of ['pending', 'confirmed', 'refused', 'withdrawn'])
      for (const query of [
        `?state=${state}`,
        `?state=${state}&source=outside`,
        `?school=${school.id}&state=${state}`,
        `?teacher=${teacher}&state=${state}`,
      ]) {
        const found = await list(hall.office, `${query}&limit=200`)
        expect(found.length).toBeGreaterThan(0)
        expect(found.every((entry) => entry.state === state)).toBe(true)
      }
    const [, ...others] = await list(phone, '?limit=200')
    const first = must('page', await phone.get<Page>(`${hall.base}/ledger?limit=2`))
    const second = must('page', await phone.get<Page>(first.next ?? ''))
    expect([...first.items, ...second.items].map(({ id }) => id).slice(1)).toEqual(
      others.slice(0, 3).map(({ id }) => id),
    )
  })
})
