import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { openTasks } from '../../../../packages/testkit/src/test-spine.ts'
import { type Hall, type LedgerEntry, raiseHall } from './test-attendance.ts'

type Page = { items: LedgerEntry[]; next: string | null }

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

const move = (who: Client, { id, version }: LedgerEntry, action: string, body: object = {}) =>
  who.action<LedgerEntry>(`${hall.base}/ledger/${id}`, action, body, { ifMatch: version })
const list = async (who: Client, query = '') => must('list', await who.get<Page>(`${hall.base}/ledger${query}`)).items

describe('old hours', () => {
  const rows = () => [
    {
      name: '登记小学教师1',
      date: '2024年11月20日',
      hours: '12.5',
      channel: '集中培训',
      level: '省级',
      title: '国培 2024',
      providerName: '省教院',
    },
    {
      name: '登记小学教师1',
      date: '2024-11-20',
      hours: 12.5,
      channel: '集中培训',
      title: '国培 2024',
      providerName: '省教院',
    },
    { name: '查无此人', date: '2024/1/5', hours: 3, channel: 'online', title: '网培', providerName: '平台' },
    {
      name: '登记小学教师1',
      date: '2024-02-30',
      hours: 'abc',
      channel: '面授',
      level: '镇级',
      title: '',
      providerName: '平台',
    },
    {
      name: '登记小学教师1',
      schoolCode: 2141000001,
      date: '2024-03-01',
      hours: 1.234,
      channel: '网络研修',
      title: '校码',
      providerName: '平台',
    },
  ]
  const path = () => `${hall.base}/ledger/import`

  test('come in by rows: the sound ones stand, each wrong cell is told by row and column', async () => {
    const tried = must('dry run', await hall.office.post<{ accepted: number }>(path(), { rows: rows(), dryRun: true }))
    expect(tried.accepted).toBe(1)
    const done = must('import', await hall.office.post(path(), { rows: rows() }, { key: 'old-hours' }))
    expect(done).toEqual({
      accepted: 1,
      rejected: [
        { row: 2, column: 'title', problem: 'already_registered' },
        { row: 3, column: 'name', problem: 'not_in_district' },
        { row: 4, column: 'title', problem: 'required' },
        { row: 4, column: 'date', problem: 'not_a_date' },
        { row: 4, column: 'hours', problem: 'not_a_number' },
        { row: 4, column: 'channel', problem: 'not_a_choice' },
        { row: 4, column: 'level', problem: 'not_a_choice' },
        { row: 5, column: 'schoolCode', problem: 'numeric_cell' },
        { row: 5, column: 'hours', problem: 'too_many_decimals' },
      ],
    })
    const again = must('again', await hall.office.post<{ accepted: number }>(path(), { rows: rows() }))
    expect(again.accepted).toBe(0)
    expect(must('repeat', await hall.office.post(path(), { rows: rows() }, { key: 'old-hours' }))).toEqual(done)
  })

  test('of a school wait for the office as one task, which goes with the last of them', async () => {
    const registrar = await hall.as('registrar', school.id)
    const mine = ['一', '二'].map((no) => ({
      name: '登记小学教师1',
      date: '2023-05-06',
      hours: 8,
      channel: 'online',
      title: `校内 ${no}`,
      providerName: '平台',
    }))
    must('import', await registrar.post(path(), { rows: mine }))
    const entries = await list(hall.office, '?state=pending&source=import')
    expect(entries).toHaveLength(2)
    const [{ batch } = { batch: '' }] = await hall.rows('SELECT batch FROM ledger_entries WHERE id = ?', entries[0]?.id)
    const [first, second] = entries
    if (!first || !second) throw new Error('no entries')
    must('first', await move(hall.office, first, 'confirm'))
    expect(await openTasks(hall, String(batch))).toEqual([['ledger_entry.pending', 'office', '']])
    must('second', await move(hall.office, second, 'refuse', { note: '无证明' }))
    expect(await openTasks(hall, String(batch))).toEqual([])
    expect((await phone.post(path(), { rows: mine })).status).toBe(403)
  })
})
