import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'
import { code, enterHours, newTeacher, number } from './test-roster.ts'

let house: TestDistrict
let office: Ask
let school: Ask
let other: Ask
let schools: string[]
const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
  const admin = await house.person('admin')
  schools = []
  for (const serial of [1, 2, 3]) {
    const body = { code: code(serial), name: `第${serial}小学`, area: 'urban', phase: 'primary' }
    schools.push(String((await admin('POST', 'schools', body)).body['id']))
  }
  school = await house.person('registrar', schools[0])
  other = await house.person('school_admin', schools[1])
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

const teacher = (serial: number, given: Record<string, unknown> = {}) =>
  newTeacher(serial, { schoolId: schools[0], ...given })
async function made(serial: number, given: Record<string, unknown> = {}): Promise<string> {
  const reply = await office('POST', 'teachers', teacher(serial, given))
  expect(reply.status).toBe(201)
  return String(reply.body['id'])
}
const entered = (teacherId: string, id: string, given: Record<string, unknown> = {}) =>
  enterHours(house, { teacher_id: teacherId, school_id: schools[0], id, ...given })

describe('a teacher written by hand', () => {
  it('is written once, with every wrong field told', async () => {
    const reply = await school('POST', 'teachers', teacher(1))
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({
      state: 'active',
      documentMasked: `****${number(1).slice(-4)}`,
      phoneMasked: '****0001',
      certificateMasked: '****1234',
    })
    expect((await school('POST', 'teachers', teacher(1, { name: '别人' }))).status).toBe(409)
    const wrong = await school('POST', 'teachers', {
      ...teacher(2),
      document: '110105194912310021',
      phone: '123',
      certificate: '1',
      schoolId: schools[1],
      leaves: [{ kind: 'sick', from: '2026-02-02', to: '2026-02-01' }],
    })
    const told = (wrong.body['errors'] as { pointer: string; problem: string }[]).map(({ pointer, problem }) => [
      pointer,
      problem,
    ])
    expect(told).toEqual([
      ['/document', 'wrong_check_digit'],
      ['/certificate', 'wrong_certificate'],
      ['/phone', 'wrong_phone'],
      ['/leaves/0/to', 'ends_before_start'],
      ['/schoolId', 'not_own_school'],
    ])
  })

  it('is corrected by who saw the newest version, and the journal keeps no name and no number', async () => {
    const id = await made(3)
    expect((await school('PATCH', `teachers/${id}`, { subject: '数学' })).status).toBe(428)
    const edited = await school(
      'PATCH',
      `teachers/${id}`,
      { name: '改名', document: number(4), phone: null, subject: '数学' },
      { 'if-match': '"1"' },
    )
    expect(edited.body).toMatchObject({ name: '改名', phoneMasked: null, subject: '数学', version: 2 })
    expect((await school('PATCH', `teachers/${id}`, { subject: '英语' }, { 'if-match': '"1"' })).status).toBe(412)
    expect((await other('PATCH', `teachers/${id}`, { subject: '英语' }, { 'if-match': '"2"' })).status).toBe(404)
    const [line] = await house.run('SELECT after FROM journal WHERE entity = ? AND version = 2', id)
    expect(JSON.parse(String(line?.['after']))).toEqual({
      changes: [
        { field: 'name', before: '', after: '' },
        { field: 'subject', before: '语文', after: '数学' },
        { field: 'document', before: '', after: '' },
        { field: 'phone', before: '', after: '' },
      ],
    })
    const lines = items(await school('GET', `teachers/${id}/history`))
    expect(lines.map(({ action }) => action)).toEqual(['edit', 'create'])
    expect((await other('GET', `teachers/${id}/history`)).status).toBe(404)
  })

  it('is listed by state, phase, subject and school', async () => {
    const id = await made(5, { name: '筛选', subject: '体育', phase: 'junior', schoolId: schools[1] })
    const ids = async (query: string) => items(await office('GET', `teachers?${query}`)).map((row) => row['id'])
    for (const query of ['subject=体育', 'phase=junior', 'phase=junior&subject=体育', `school=${schools[1]}`, 'q=筛'])
      expect(await ids(query), query).toEqual([id])
    expect(await ids('subject=体育&phase=primary')).toEqual([])
    await other('POST', `teachers/${id}/actions/leave`, { note: '退休' })
    expect(await ids('subject=体育')).toEqual([])
    expect(await ids('state=left')).toEqual([id])
    expect(items(await school('GET', `teachers?school=${schools[1]}`))).toEqual([])
  })
})

describe('personal data', () => {
  it('are shown for a purpose that the journal keeps, to those who may', async () => {
    const id = await made(10)
    expect((await office('POST', `teachers/${id}/reveal`, { field: 'document' })).status).toBe(422)
    const shown = await office('POST', `teachers/${id}/reveal`, { field: 'document', purpose: '核对继续教育信息' })
    expect(shown.body).toEqual({ value: number(10) })
    expect((await school('POST', `teachers/${id}/reveal`, { field: 'phone', purpose: '通知' })).body).toEqual({
      value: '13800000001',
    })
    expect((await other('POST', `teachers/${id}/reveal`, { field: 'phone', purpose: '通知' })).status).toBe(404)
    const finance = await house.person('finance')
    expect((await finance('POST', `teachers/${id}/reveal`, { field: 'phone', purpose: '通知' })).status).toBe(403)
    const lines = await house.run("SELECT after, note FROM journal WHERE verb = 'reveal' ORDER BY seq")
    expect(lines.map(({ after, note }) => [JSON.parse(String(after)), note])).toEqual([
      [{ teacher: id, field: 'document' }, '核对继续教育信息'],
      [{ teacher: id, field: 'phone' }, '通知'],
    ])
  })

  it('go out whole to the person, and are erased with what leads to them while the ledger stays', async () => {
    const id = await made(11)
    await entered(id, 'led_00000000000000000000000011')
    const self = await house.person('teacher', id)
    const copy = await self('GET', `teachers/${id}/personal-data?purpose=本人查阅`)
    expect(copy.body).toMatchObject({ person: { document: number(11), phone: '13800000001' } })
    expect((copy.body['ledger'] as unknown[]).length).toBe(1)
    expect((await self('GET', `teachers/${await made(12)}/personal-data?purpose=本人查阅`)).status).toBe(404)
    expect((await office('POST', `teachers/${id}/actions/erase`, { note: '本人申请' })).status).toBe(409)
    await office('POST', `teachers/${id}/actions/leave`, { note: '退休' })
    const erased = await office('POST', `teachers/${id}/actions/erase`, { note: '本人申请' })
    expect(erased.body).toMatchObject({ state: 'erased', name: '已删除的教师', documentMasked: '', actions: [] })
    const [row] = await house.run('SELECT * FROM teachers WHERE id = ?', id)
    expect(row).toMatchObject({ document_cipher: '', phone_cipher: null, certificate_cipher: null, document_tail: '' })
    expect(await house.run('SELECT id FROM ledger_entries WHERE teacher_id = ?', id)).toHaveLength(1)
    expect((await office('POST', 'teachers', teacher(11, { name: '重新登记' }))).status).toBe(201)
  })

  it('of a locked teacher can be neither edited nor changed by an import', async () => {
    const id = await made(13)
    await office('POST', `teachers/${id}/actions/lock`, { note: '核查' })
    expect((await office('PATCH', `teachers/${id}`, { subject: '数学' }, { 'if-match': '"2"' })).status).toBe(409)
    expect((await school('POST', `teachers/${id}/actions/unlock`, { note: '核查' })).status).toBe(403)
    expect((await office('POST', `teachers/${id}/actions/unlock`, { note: '核查完毕' })).body['state']).toBe('active')
  })
})

describe('a transfer', () => {
  const propose = (ask: Ask, teacherId: string, serial: number, given = {}) =>
    ask('POST', 'transfers', { teacherId, toSchoolCode: code(serial), reason: '工作调动', ...given })

  it('is proposed by the old school, accepted by the new one, and the ledger goes along', async () => {
    const id = await made(20)
    await entered(id, 'led_00000000000000000000000020')
    expect((await propose(other, id, 2)).body['errors']).toMatchObject([{ pointer: '/teacherId' }])
    expect((await propose(school, id, 1)).body['errors']).toMatchObject([{ problem: 'same_school' }])
    expect((await propose(school, id, 999)).body['errors']).toMatchObject([{ problem: 'not_in_district' }])
    expect((await propose(school, id, 2, { atOnce: true })).status).toBe(403)
    const proposed = await propose(school, id, 2)
    expect(proposed.body).toMatchObject({ state: 'proposed', actions: ['withdraw'] })
    expect((await propose(office, id, 2)).status).toBe(409)
    const path = `transfers/${proposed.body['id']}`
    expect((await school('POST', `${path}/actions/accept`, {})).status).toBe(403)
    const third = await house.person('registrar', schools[2])
    expect((await third('GET', path)).status).toBe(404)
    expect(items(await third('GET', 'transfers'))).toEqual([])
    expect(items(await other('GET', 'transfers'))[0]).toMatchObject({ actions: ['accept', 'refuse'] })
    const tasks = await house.run("SELECT role, unit FROM tasks WHERE kind = 'transfer.proposed' AND done_at IS NULL")
    expect(tasks).toEqual([{ role: 'school_admin', unit: schools[1] }])
    expect((await office('POST', `teachers/${id}/actions/depart`, { note: '调往二七区' })).body['type']).toBe(
      'urn:shixun:problem:transfer-open',
    )
    expect((await other('POST', `${path}/actions/accept`, {})).body).toMatchObject({ state: 'accepted', actions: [] })
    expect((await other('GET', `teachers/${id}`)).body).toMatchObject({ schoolId: schools[1], version: 2 })
    expect((await school('GET', `teachers/${id}`)).status).toBe(404)
    expect(await house.run('SELECT school_id FROM ledger_entries WHERE teacher_id = ?', id)).toEqual([
      { school_id: schools[0] },
    ])
    expect(await house.run('SELECT teacher_id FROM stale_standings WHERE teacher_id = ?', id)).toHaveLength(1)
  })

  it('is refused with a reason, taken back, or settled at once by the bureau', async () => {
    const id = await made(21)
    const first = await propose(school, id, 2)
    expect((await other('POST', `transfers/${first.body['id']}/actions/refuse`, {})).status).toBe(422)
    const refused = await other('POST', `transfers/${first.body['id']}/actions/refuse`, { note: '无编制' })
    expect(refused.body).toMatchObject({ state: 'refused', note: '无编制' })
    const second = await propose(school, id, 2)
    expect((await school('POST', `transfers/${second.body['id']}/actions/withdraw`, {})).body['state']).toBe(
      'withdrawn',
    )
    expect((await propose(office, id, 3, { atOnce: true })).body).toMatchObject({ state: 'accepted' })
    expect((await office('GET', `teachers/${id}`)).body).toMatchObject({ schoolName: '第3小学' })
  })
})

describe('a portable archive', () => {
  it('goes with a teacher who departs, comes back verified, once, with the hours under their origin', async () => {
    const id = await made(30, { heldPosts: [{ post: 'head_teacher', from: '2021-09-01', to: null }] })
    const [first, counter] = ['led_00000000000000000000000030', 'led_00000000000000000000000031']
    await entered(id, String(first))
    await entered(id, String(counter), { minutes: -480, reverses: first })
    expect((await office('POST', `teachers/${id}/archive`, { purpose: '调出' })).status).toBe(409)
    await office('POST', `teachers/${id}/actions/depart`, { note: '调往二七区' })
    expect((await school('POST', `teachers/${id}/archive`, { purpose: '调出' })).status).toBe(403)
    const { body: file } = await office('POST', `teachers/${id}/archive`, { purpose: '调出' })
    expect(file['archive']).toMatchObject({
      person: { document: number(30) },
      entries: [{ minutes: 480 }, { minutes: -480 }],
    })

    const changed = {
      ...file,
      archive: { ...Object(file['archive']), person: { ...Object(file['archive']).person, name: '别人' } },
    }
    const forged = await office('POST', 'teacher-archives/check', changed)
    expect([forged.status, forged.body['type']]).toEqual([422, 'urn:shixun:problem:archive-refused'])
    const nested = `{"archive":{"a":${'['.repeat(5000)}${']'.repeat(5000)}},"signature":"a..b"}`
    expect((await office('POST', 'teacher-archives/check', nested)).status).toBe(422)

    expect((await office('POST', 'teacher-archives/check', file)).body).toMatchObject({
      entries: 2,
      newEntries: 0,
      joins: { id, state: 'moved' },
      imported: false,
    })
    const back = await office('POST', 'teacher-archives', { ...file, schoolId: schools[2] })
    expect(back.status).toBe(201)
    expect(back.body).toMatchObject({ id, state: 'active', schoolId: schools[2] })
    expect((await office('POST', 'teacher-archives', { ...file, schoolId: schools[2] })).status).toBe(409)
    expect(await house.run('SELECT id FROM ledger_entries WHERE teacher_id = ?', id)).toHaveLength(2)
  })

  it('of somebody whom the roster does not know makes the teacher with hours, counter-entries and certificates', async () => {
    const id = await made(40)
    const [first, counter] = ['led_00000000000000000000000040', 'led_00000000000000000000000041']
    await entered(id, String(first))
    await entered(id, String(counter), { minutes: -480, reverses: first })
    await office('POST', `teachers/${id}/actions/depart`, { note: '调往二七区' })
    const { body: file } = await office('POST', `teachers/${id}/archive`, { purpose: '调出' })
    // the ids of the old bureau mean nothing in the new one
    await office('POST', `teachers/${id}/actions/erase`, { note: '已调出' })
    expect((await office('POST', 'teacher-archives/check', file)).body).toMatchObject({ joins: null, newEntries: 2 })
    const come = await office('POST', 'teacher-archives', { ...file, schoolId: schools[1] })
    expect(come.status).toBe(201)
    expect(come.body['id']).not.toBe(id)
    const rows = await house.run(
      'SELECT id, reverses, source, origin, minutes FROM ledger_entries WHERE teacher_id = ? ORDER BY minutes',
      come.body['id'],
    )
    expect(rows.map(({ source, minutes }) => [source, minutes])).toEqual([
      ['archive', -480],
      ['archive', 480],
    ])
    expect(rows[0]?.['reverses']).toBe(rows[1]?.['id'])
    expect(JSON.parse(String(rows[1]?.['origin']))).toEqual({ slug: 'jinshui', name: '金水区教育局', ref: first })
    const shown = await office('POST', `teachers/${come.body['id']}/reveal`, { field: 'document', purpose: '核对' })
    expect(shown.body).toEqual({ value: number(40) })
  })
})
