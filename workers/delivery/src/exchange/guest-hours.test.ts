import { createHash } from 'node:crypto'
import { certificateCode, printedText, shortDigest } from '@shixun/domain/credits/certificate-code'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import { freshId, type Row } from '../../../system/src/own-house.ts'
import type { Bureau } from './test-bureaus.ts'
import { type GuestStage, raiseGuests, told } from './test-guests.ts'

let stage: GuestStage
let city: Bureau
let county: Bureau
let cohort: GuestStage['cohort']
let teachers: GuestStage['teachers']
let offer: string
let refs: string[]

beforeAll(async () => {
  stage = await raiseGuests(['张三', '李四', '王五'])
  ;({ city, county, cohort, teachers } = stage)
  offer = await stage.give(3)
  refs = await stage.sent(offer, 2)
  for (const ref of refs) await stage.move(ref, 'enrolled', 2)
  await city.carry()
})
afterAll(async () => {
  await stage.stop()
  expect(stage.house.errors).toEqual([])
})

describe('hours and certificates', () => {
  const entries = () =>
    county.rows(
      'SELECT date, minutes, state, accredited, source, provider_name, origin, title FROM ledger_entries WHERE teacher_id = ? ORDER BY date',
      teachers.ids[0],
    )

  it('come home when the cohort concludes: one entry a day, confirmed because the city accredited the provider', async () => {
    const [first] = refs
    const [row] = await city.rows('SELECT id FROM enrolments WHERE home_ref = ?', first)
    for (const session of stage.sessions)
      await city.put('attendance', {
        session_id: session['id'],
        enrolment_id: row?.['id'],
        way: 'hand',
        minutes: 180,
        evidence: [],
        version: 1,
        at: '2026-06-02T04:00:00.000Z',
      })
    await stage.move(first ?? '', 'completed', 5)
    await city.carry()
    expect(await stage.guestOf(first ?? '')).toMatchObject({
      state: 'completed',
      minutesDue: 360,
      minutesAttended: 360,
    })
    expect(await entries()).toMatchObject(
      ['2026-06-01', '2026-06-02'].map((date) => ({
        date,
        minutes: 180,
        state: 'confirmed',
        accredited: 1,
        source: 'envelope',
        provider_name: '郑州师范学院',
      })),
    )
    expect(JSON.parse(String((await entries())[0]?.['origin']))).toEqual({
      slug: 'zhengzhou',
      name: '郑州市教育局',
      ref: first,
    })
    expect(await county.rows('SELECT teacher_id FROM stale_standings')).toEqual([{ teacher_id: teachers.ids[0] }])
  })

  it('enter once: the same result in another envelope changes nothing, another result is refused', async () => {
    const [letter] = await stage.outboxOf(city, 'guest_result')
    const body = JSON.parse(String(letter?.['body']))
    const before = await entries()
    expect(await stage.deliver(county, city, 'guest_result', body)).toMatchObject({
      outcome: 'accepted',
      result: { people: 0 },
    })
    const result = {
      ...body.results[0],
      minutesAttended: 540,
      entries: [...body.results[0].entries, { ...body.results[0].entries[0], module: '其他' }],
    }
    expect((await stage.deliver(county, city, 'guest_result', { ...body, results: [result] })).reason).toBe(
      'hours-contradict',
    )
    expect((await stage.deliver(county, stage.other, 'guest_result', body)).reason).toBe('offer-unknown')
    expect(await entries()).toEqual(before)
  })

  it('of a provider without accreditation on the day wait for the office, with the reason', async () => {
    const third = refs[1] ?? ''
    const [letter] = await stage.outboxOf(city, 'guest_result')
    const body = JSON.parse(String(letter?.['body']))
    const provider = { ...body.cohort.provider, periods: [{ ...body.cohort.provider.periods[0], to: '2026-06-01' }] }
    const results = [{ ...body.results[0], ref: third }]
    const receipt = await stage.deliver(county, city, 'guest_result', {
      ...body,
      cohort: { ...body.cohort, provider },
      results,
    })
    expect(receipt).toMatchObject({ outcome: 'accepted', result: { entries: 2, pending: 1 } })
    const rows = await county.rows(
      'SELECT date, state, accredited, reason FROM ledger_entries WHERE teacher_id = ? ORDER BY date',
      teachers.ids[1],
    )
    expect(rows).toMatchObject([
      { state: 'confirmed', reason: null },
      { state: 'pending', accredited: 0, reason: expect.stringContaining('没有郑州市教育局认定') },
    ])
    const tasks = await county.rows("SELECT role FROM tasks WHERE kind = 'ledger_entry.pending' AND done_at IS NULL")
    expect(tasks).toEqual([{ role: 'office' }])
  })

  it('a certificate stands beside the teacher’s own with its origin; one that was altered is refused; a revocation follows', async () => {
    const first = refs[0] ?? ''
    const printed = {
      ...{
        number: 'ZZ2026-0001',
        name: '张三',
        schoolName: '育才小学',
        projectTitle: '骨干教师研修',
        projectNumber: '',
      },
      ...{ cohortTitle: '一班', level: '市级', from: '2026-06-01', to: '2026-06-02', hours: '8.00' },
      ...{ providerName: '郑州师范学院', issuer: '郑州市教育局', issuedOn: '2026-06-05' },
    }
    const random = 'r'.repeat(22)
    const digest = shortDigest(
      createHash('sha256')
        .update(printedText('zhengzhou', random, printed))
        .digest('base64url'),
    )
    const [kid, signature] = ['k'.repeat(8), 's'.repeat(86)]
    const [code = ''] = certificateCode({ slug: 'zhengzhou', random, digest, kid, signature }).split('.')
    const [row] = await city.rows('SELECT id FROM enrolments WHERE home_ref = ?', first)
    const id = freshId('crt')
    await city.put('certificates', {
      ...{
        id,
        code,
        number: printed.number,
        cohort_id: cohort.id,
        enrolment_id: row?.['id'],
        school_id: 'bureau/jinshui',
        unit_id: '',
      },
      ...{ name: '张三', printed, kid, signature, state: 'valid', version: 1, issued_at: '2026-06-05T00:00:00.000Z' },
    })
    await city.carry()
    const held = () => county.rows('SELECT id, number, teacher_id, state, origin, reason FROM certificates')
    expect(await held()).toMatchObject([{ id, number: 'ZZ2026-0001', teacher_id: teachers.ids[0], state: 'valid' }])
    const [letter] = await stage.outboxOf(city, 'guest_certificate')
    const body = JSON.parse(String(letter?.['body']))
    const altered = { ...body.certificates[0], id: freshId('crt'), printed: { ...printed, hours: '80.00' } }
    expect((await stage.deliver(county, city, 'guest_certificate', { offer, certificates: [altered] })).reason).toBe(
      'certificate-invalid',
    )
    await city.rows("UPDATE certificates SET state = 'revoked', reason = '冒名', version = 2 WHERE id = ?", id)
    await city.carry()
    expect(await held()).toMatchObject([{ state: 'revoked', reason: '冒名' }])
  })

  it('places that are withdrawn take no more names, and the district reads why', async () => {
    const path = `${city.base}/cohort-offers/${offer}`
    expect(told(await city.office.action(path, 'withdraw', {}))).toEqual([422, 'invalid-input'])
    must('withdrawal', await city.office.action(path, 'withdraw', { note: '场地有限' }))
    await city.carry()
    const seen = must('offer', await county.office.get<Row>(`${county.base}/offers/${offer}`))
    expect(seen).toMatchObject({ state: 'withdrawn', reason: '场地有限' })
    const body = { teacherIds: teachers.ids.slice(2, 3) }
    expect(told(await county.office.post(`${county.base}/offers/${offer}/guests`, body))).toEqual([
      409,
      'state-refuses',
    ])
  })
})
