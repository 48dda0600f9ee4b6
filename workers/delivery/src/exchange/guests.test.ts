import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { freshId, type Row } from '../../../system/src/own-house.ts'
import { aCohort } from '../../../system/src/three-bureaus.ts'
import type { Bureau } from './test-bureaus.ts'
import { type Guest, type GuestStage, type Items, type Proposals, raiseGuests, told } from './test-guests.ts'

let stage: GuestStage
let city: Bureau
let county: Bureau
let cohort: GuestStage['cohort']
let teachers: GuestStage['teachers']
let offer: string
let guests: Guest[] = []

beforeAll(async () => {
  stage = await raiseGuests(['张三', '李四', '王五', '赵六'])
  ;({ city, county, cohort, teachers } = stage)
})
afterAll(async () => {
  await stage.stop()
  expect(stage.house.errors).toEqual([])
})

describe('places of a cohort', () => {
  it('go to the bureaus that are chosen, and only the office gives them', async () => {
    const body = { receivers: [{ slug: 'jinshui', name: '金水区教育局', places: 2 }], message: '请推荐骨干教师' }
    const path = `${city.base}/cohorts/${cohort.id}/offers`
    const runner = await city.as('school_admin', String(cohort['unit_id']))
    expect((await runner.post(path, body)).status).toBe(403)
    const own = { receivers: [{ slug: 'zhengzhou', name: '本局', places: 1 }] }
    expect(told(await city.office.post(path, own))).toEqual([422, 'invalid-input'])
    const { items } = must('offers', await city.office.post<Items<{ id: string; state: string }>>(path, body))
    expect(items).toMatchObject([{ state: 'sent', receiver: 'jinshui', places: 2 }])
    offer = items[0]?.id ?? ''
    await city.carry()
    expect(must('own', await runner.get<Items<Row>>(path)).items).toMatchObject([{ id: offer, state: 'received' }])
    const stranger = await city.as('school_admin', freshId('sch'))
    expect((await stranger.get(path)).status).toBe(404)
  })

  it('can go to whoever is live in the same city, and never to oneself', async () => {
    const slugs = async (bureau: Bureau) =>
      must('bureaus', await bureau.office.get<Items<{ slug: string }>>('/api/bureaus')).items.map(({ slug }) => slug)
    expect(await slugs(city)).toEqual(['jinshui', 'gongyi'])
    expect(await slugs(county)).toEqual(['zhengzhou', 'gongyi'])
    expect((await teachers.registrar.get('/api/bureaus')).status).toBe(403)
  })

  it('are told to an address that is nobody, and come back with the reason', async () => {
    const path = `${city.base}/cohorts/${cohort.id}/offers`
    const body = { receivers: [{ slug: 'nobody', name: '无此局', places: 1 }], message: '' }
    must('offer', await city.office.post(path, body))
    await city.carry()
    const { items } = must('offers', await city.office.get<Items<Row>>(path))
    expect(items.find((one) => one['receiver'] === 'nobody')).toMatchObject({
      state: 'refused',
      reason: '没有这个教育局，或该局尚未开通',
    })
  })

  it('stand at the district with timetable and conditions, and its office has a task', async () => {
    const seen = must('offer', await teachers.registrar.get<Row>(`${county.base}/offers/${offer}`))
    expect(seen).toMatchObject({
      senderName: '郑州市教育局',
      places: 2,
      taken: 0,
      state: 'open',
      message: '请推荐骨干教师',
    })
    expect(seen['cohort']).toMatchObject({
      title: '骨干教师研修一班',
      provider: { name: '郑州师范学院' },
      minutes: 360,
    })
    expect(await county.rows('SELECT role FROM tasks WHERE entity = ? AND done_at IS NULL', offer)).toEqual([
      { role: 'office' },
    ])
  })

  it('are a later letter’s when the cohort changes; an older letter that comes late changes nothing', async () => {
    await city.rows("UPDATE cohorts SET title = '骨干教师研修（一班）', version = version + 1 WHERE id = ?", cohort.id)
    await city.carry()
    await city.carry()
    const title = async () => (await county.rows('SELECT title, told_version FROM offers WHERE id = ?', offer))[0]
    const now = await title()
    expect(now).toMatchObject({ title: '骨干教师研修（一班）' })
    const [first] = await stage.outboxOf(city, 'cohort_offer')
    expect((await stage.deliver(county, city, 'cohort_offer', JSON.parse(String(first?.['body'])))).outcome).toBe(
      'accepted',
    )
    expect(await title()).toEqual(now)
    const sent = (await stage.outboxOf(city, 'cohort_offer')).length
    await city.rows('UPDATE cohorts SET version = version + 1 WHERE id = ?', cohort.id)
    await city.carry()
    expect((await stage.outboxOf(city, 'cohort_offer')).length, 'a change that no letter shows sends none').toBe(sent)
  })
})

describe('teachers', () => {
  it('are weighed at home before anything leaves: who has a clash is seen, who is not eligible is not proposed', async () => {
    const local = await aCohort(county, { level: 'district', line: '班级管理', topic: '班级管理', title: '班级管理班' })
    const enrolled = {
      ...{
        id: freshId('enr'),
        cohort_id: local.cohort.id,
        teacher_id: teachers.ids[1],
        name: '李四',
        school_id: teachers.school,
      },
      ...{ school_name: '育才小学', subject: '语文', phase: 'primary', state: 'enrolled', preference: 0, findings: [] },
      ...{ version: 1, created_at: '2026-01-05T00:00:00.000Z', updated_at: '2026-01-05T00:00:00.000Z' },
    }
    await county.put('enrolments', enrolled)
    await county.rows("UPDATE teachers SET state = 'left' WHERE id = ?", teachers.ids[3])
    const path = `${county.base}/offers/${offer}/guests`
    const dry = must(
      'check',
      await teachers.registrar.post<Proposals>(path, { teacherIds: teachers.ids, dryRun: true }),
    )
    expect(dry.proposals.map(({ problem }) => problem)).toEqual([null, null, null, '已离职'])
    expect(dry.proposals[1]?.findings).toMatchObject([{ rule: 'session_clash', mode: 'block' }])
    expect(dry.guests).toEqual([])
    expect(told(await teachers.registrar.post(path, { teacherIds: teachers.ids }))).toEqual([422, 'invalid-input'])
    expect(await county.rows('SELECT id FROM guests')).toEqual([])
    const stranger = await county.as('registrar', freshId('sch'))
    expect((await stranger.post(path, { teacherIds: teachers.ids.slice(0, 1) })).status).toBe(404)
    const body = { teacherIds: teachers.ids.slice(0, 3) }
    guests = must('proposals', await teachers.registrar.post<Proposals>(path, body)).guests
    expect(guests.map(({ state }) => state)).toEqual(['proposed', 'proposed', 'proposed'])
    expect(await stage.outboxOf(county, 'guest_nomination'), 'nothing has left').toEqual([])
    const again = await teachers.registrar.post(path, body)
    expect(told(again)).toEqual([422, 'invalid-input'])
    expect(JSON.stringify(again.body)).toContain('张三：已在名单中')
  })

  it('are sent by the office alone, never more than the places, and what blocks needs a reason', async () => {
    const path = `${county.base}/offers/${offer}/sendings`
    const [first, clash, third] = teachers.ids
    expect((await teachers.registrar.post(path, { teacherIds: [first] })).status).toBe(403)
    expect(told(await county.office.post(path, { teacherIds: [first, clash, third] }))).toEqual([409, 'cohort-full'])
    expect(told(await county.office.post(path, { teacherIds: [first, clash] }))).toEqual([409, 'training-repeated'])
    must('sending', await county.office.post(path, { teacherIds: [first, clash], waiver: '本局课程已协调补课' }))
    await county.carry()
    expect((await stage.guestOf(guests[1]?.id ?? ''))?.state).toBe('nominated')
    expect(told(await county.office.post(path, { teacherIds: [third] }))).toEqual([409, 'cohort-full'])
  })

  it('are known to the organiser by name, school, subject and phase alone, and both journals say so', async () => {
    const [letter] = await stage.outboxOf(county, 'guest_nomination')
    const body = JSON.parse(String(letter?.['body']))
    expect(Object.keys(body.people[0]).sort()).toEqual(['name', 'pass', 'phase', 'ref', 'schoolName', 'subject'])
    expect(letter?.['state']).toBe('accepted')
    const rows = await city.rows('SELECT * FROM enrolments WHERE home_slug = ? ORDER BY id', 'jinshui')
    expect(rows).toMatchObject([
      {
        name: '张三',
        school_name: '金水区教育局 育才小学',
        teacher_id: null,
        state: 'nominated',
        home_ref: guests[0]?.id,
      },
      { name: '李四', state: 'nominated' },
    ])
    const fields = ['推荐编号', '姓名', '学校', '学科', '学段', '签到凭据的指纹']
    const journalled = async (bureau: Bureau, entity: unknown) =>
      (await bureau.rows('SELECT verb, after FROM journal WHERE entity = ? ORDER BY version', entity)).map((row) => ({
        verb: row['verb'],
        fields: JSON.parse(String(row['after'])).fields,
      }))
    expect(await journalled(county, guests[0]?.id)).toContainEqual({ verb: 'send', fields })
    expect(await journalled(city, rows[0]?.['id'])).toContainEqual({ verb: 'nominate', fields })
    expect(await journalled(city, `${letter?.['id']}/received`)).toContainEqual({ verb: 'receive', fields })
  })

  it('beyond the places, unknown, twice or of another bureau are refused as a list, with a reason', async () => {
    const person = {
      ref: freshId('gst'),
      name: '某某',
      schoolName: '某校',
      subject: '',
      phase: 'primary',
      pass: 'a'.repeat(64),
    }
    const nominate = async (from: Bureau, people: object[], to = offer) =>
      (await stage.deliver(city, from, 'guest_nomination', { offer: to, people })).reason
    expect(await nominate(county, [person])).toBe('places-used-up')
    expect(await nominate(county, [{ ...person, ref: guests[0]?.id }])).toBe('guest-known')
    expect(await nominate(stage.other, [person])).toBe('offer-unknown')
    expect(await nominate(county, [person], freshId('off'))).toBe('offer-unknown')
    expect(await nominate(county, [{ ...person, document: '410105198508011234' }])).toBe('body-invalid')
    expect(await city.rows('SELECT count(*) AS n FROM enrolments WHERE home_ref IS NOT NULL')).toEqual([{ n: 2 }])
  })
})

describe('what becomes of them', () => {
  it('is told home with the next round, in order whatever the queue does', async () => {
    const [first, clash] = guests.map(({ id }) => id)
    await stage.move(first ?? '', 'enrolled', 2)
    await stage.move(clash ?? '', 'waiting', 2)
    await city.carry()
    await city.carry()
    expect((await stage.guestsNow()).map(({ state }) => state).sort()).toEqual(['enrolled', 'proposed', 'waiting'])
    const people = [{ ref: first, state: 'waiting', reason: null, version: 1 }]
    expect((await stage.deliver(county, city, 'guest_state', { offer, people })).outcome).toBe('accepted')
    expect((await stage.guestOf(first ?? ''))?.state, 'an older word').toBe('enrolled')
    expect((await stage.deliver(county, stage.other, 'guest_state', { offer, people })).reason).toBe('offer-unknown')
    const [teacherTask] = await county.rows('SELECT role, unit FROM tasks WHERE entity = ? AND done_at IS NULL', first)
    expect(teacherTask).toEqual({ role: 'teacher', unit: teachers.ids[0] })
  })

  it('gives the teacher alone a pass that the organiser holds only as a fingerprint', async () => {
    const [first] = guests.map(({ id }) => id)
    const me = await county.as('teacher', teachers.ids[0])
    const { pass, sender } = must(
      'pass',
      await me.get<{ pass: string; sender: string }>(`${county.base}/guests/${first}/pass`),
    )
    expect(sender).toBe('zhengzhou')
    const [kept] = await city.rows(
      'SELECT hash FROM guest_passes WHERE enrolment_id = (SELECT id FROM enrolments WHERE home_ref = ?)',
      first,
    )
    expect(kept).toEqual({ hash: createHash('sha256').update(pass).digest('hex') })
    const colleague = await county.as('teacher', teachers.ids[1])
    expect((await colleague.get(`${county.base}/guests/${first}/pass`)).status).toBe(404)
    expect((await county.office.get(`${county.base}/guests/${first}/pass`)).status).toBe(403)
  })

  it('checks the guest in by the code of the screen and the pass, once, and nobody by another', async () => {
    const [first] = guests.map(({ id }) => id)
    const now = Date.now()
    const session = await city.put('sessions', {
      ...stage.sessions[0],
      id: freshId('ses'),
      starts_at: new Date(now - 5 * 60_000).toISOString(),
      ends_at: new Date(now + 60 * 60_000).toISOString(),
    })
    await city.rows("UPDATE cohorts SET state = 'running' WHERE id = ?", cohort.id)
    const screen = must(
      'codes',
      await city.office.get<{ codes: { code: string }[] }>(`${city.base}/sessions/${session.id}/check-in-codes`),
    )
    const code = screen.codes[0]?.code ?? ''
    const me = await county.as('teacher', teachers.ids[0])
    const { pass } = must('pass', await me.get<{ pass: string }>(`${county.base}/guests/${first}/pass`))
    const path = `${city.base}/guest-check-ins`
    const anybody = clientOf(stage.house.url)
    expect(told(await anybody.post(path, { code, pass: `${pass}x` }))).toEqual([409, 'code-refused'])
    expect(told(await anybody.post(path, { code: `${code}x`, pass }))).toEqual([409, 'code-refused'])
    expect(must('check-in', await anybody.post<Row>(path, { code, pass }))).toMatchObject({ minutes: 180, lateBy: 0 })
    expect(told(await anybody.post(path, { code, pass }))).toEqual([409, 'code-used'])
    const marks = await city.rows('SELECT way, minutes FROM attendance WHERE session_id = ?', session.id)
    expect(marks).toEqual([{ way: 'code', minutes: 180 }])
    await city.rows("UPDATE cohorts SET state = 'nominating' WHERE id = ?", cohort.id)
  })

  it('frees the place at both ends when somebody withdraws, whatever crosses on its way', async () => {
    const [, clash, third] = guests.map(({ id }) => id)
    const path = `${county.base}/guests/${clash}`
    expect(told(await teachers.registrar.action(path, 'withdraw', {}))).toEqual([422, 'invalid-input'])
    // admitted there, not told here yet
    await stage.move(clash ?? '', 'enrolled', 3)
    await city.rows('UPDATE cohorts SET taken = 2 WHERE id = ?', cohort.id)
    must('withdrawal', await teachers.registrar.action(path, 'withdraw', { note: '家中有事' }))
    await county.carry()
    const gone = await city.rows('SELECT state, reason FROM enrolments WHERE home_ref = ?', clash)
    expect(gone).toEqual([{ state: 'withdrawn', reason: '家中有事' }])
    expect(await city.rows('SELECT taken FROM cohorts WHERE id = ?', cohort.id)).toEqual([{ taken: 1 }])
    await city.carry()
    expect((await stage.guestOf(clash ?? ''))?.state).toBe('withdrawn')
    expect(await county.rows('SELECT taken FROM offers WHERE id = ?', offer)).toEqual([{ taken: 1 }])
    must(
      'third',
      await county.office.post(`${county.base}/offers/${offer}/sendings`, { teacherIds: [teachers.ids[2]] }),
    )
    await county.carry()
    expect((await stage.guestOf(third ?? ''))?.state).toBe('nominated')
  })
})
