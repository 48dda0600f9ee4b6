import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Envelope, Letter } from '@shixun/domain/exchange/envelope'
import { sealLetter } from '@shixun/http/seal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Ask,
  type Bureau,
  type Bureaus,
  idOf,
  type Reply,
  raiseBureaus,
} from '../../../../packages/testkit/src/bureaus.ts'
import { carryEnvelopes } from '../../../jobs/src/carry-envelopes.ts'

let bureaus: Bureaus
let jinshui: Bureau
let zhengzhou: Bureau
let gongyi: Bureau
let office: Ask

const NOW = '2026-11-21T02:00:00.000Z'
const TOLD = {
  phase: '小学',
  subject: '班主任工作',
  module: '师德',
  mode: '集中',
  hours: 40,
  summary: '面向班主任的分层研修',
  outline: [{ title: '家校沟通', hours: 8, module: '师德' }],
}

async function project(title: string, band: string, state = 'evaluated'): Promise<string> {
  const [application, id] = [idOf('app'), idOf('pro')]
  const values = JSON.stringify({
    milestones: [{ text: '开班', from: '2026-03-01', to: '2026-03-31' }, { text: '待定' }],
  })
  await jinshui.run(
    "INSERT INTO applications (id, unit_kind, unit_id, unit_name, title, state, form_values, submission_no, version, created_at, updated_at) VALUES (?, 'school', 'sch_1', '一小', ?, 'approved', '{}', 1, 1, ?, ?)",
    application,
    title,
    NOW,
    NOW,
  )
  await jinshui.run(
    "INSERT INTO projects (id, application_id, call_id, unit_kind, unit_id, unit_name, kind, level, title, number, state, form_values, figures, score, band, version, created_at, updated_at) VALUES (?, ?, '', 'school', 'sch_1', '一小', 'training_project', 'district', ?, ?, ?, ?, '{}', 9200, ?, 1, ?, ?)",
    id,
    application,
    title,
    `LX2026-${id.slice(-4)}`,
    state,
    values,
    band,
    NOW,
    NOW,
  )
  return id
}

async function openCall(title: string, quota: number, kinds = ['district']): Promise<string> {
  const id = idOf('cal')
  await zhengzhou.run(
    "INSERT INTO calls (id, kind, level, year, title, guidance, state, form, opens_at, closes_at, quota_per_unit, unit_kinds, review, notice_days, version, created_at) VALUES (?, 'flagship', 'city', 2026, ?, '', 'open', '[]', '2020-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z', ?, ?, '{}', 5, 1, ?)",
    id,
    title,
    quota,
    JSON.stringify(kinds),
    NOW,
  )
  return id
}

const nominate = (projectId: string, curator: string) =>
  office('POST', '/api/catalogue/nominations', { projectId, curator, ...TOLD })
const carry = (bureau: Bureau) => carryEnvelopes(bureaus.jobs, { slug: bureau.ref.slug })
const now = () => new Date().toISOString()

async function nomination(id: unknown): Promise<Record<string, unknown> | undefined> {
  const { body } = await office('GET', '/api/catalogue/nominations?limit=200')
  return (body['items'] as Record<string, unknown>[]).find((item) => item['id'] === id)
}

/** The envelope of a nomination as the sender seals it, wherever the carrier in the background has it by now. */
async function sealed({ body }: Reply): Promise<Envelope> {
  const [row] = await jinshui.run('SELECT * FROM outbox WHERE subject = ?', body['id'])
  const secrets = JSON.parse(await readFile(join(bureaus.state, 'secrets.json'), 'utf8'))
  const [key] = JSON.parse(secrets.district.SIGNING_KEYS)
  const { id, slug, name, kind } = jinshui.ref
  const letter: Letter = {
    id: String(row?.['id']),
    kind: 'nomination',
    sender: { id, slug, name, kind },
    receiver: String(row?.['receiver']),
    body: JSON.parse(String(row?.['body'])),
    createdAt: String(row?.['created_at']),
  }
  return sealLetter(letter, key)
}

beforeAll(async () => {
  bureaus = await raiseBureaus()
  jinshui = await bureaus.bureau('jinshui', '金水区教育局', 'county', '410105')
  zhengzhou = await bureaus.bureau('zhengzhou', '郑州市教育局', 'city', '410100')
  gongyi = await bureaus.bureau('gongyi', '巩义市教育局', 'county', '410181')
  office = await jinshui.person('office')
})
afterAll(() => bureaus.stop())

test('only an evaluated project of a good band is nominated, and once to a curator', async () => {
  expect((await nominate(idOf('pro'), 'zhengzhou')).status).toBe(404)
  expect((await nominate(await project('未评估', 'good', 'completed'), 'zhengzhou')).status).toBe(409)
  const low = await nominate(await project('合格', 'pass'), 'zhengzhou')
  expect([low.status, low.body['detail']]).toEqual([409, expect.stringContaining('合格')])
  const id = await project('良好', 'good')
  const twice = await Promise.all([nominate(id, 'nowhere'), nominate(id, 'nowhere')])
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('an unknown receiver, a bureau that does not curate and a curator without a call refuse with a reason that comes home', async () => {
  const id = await project('等批次', 'excellent')
  const sent = await Promise.all(['nobody', 'gongyi', 'zhengzhou'].map((curator) => nominate(id, curator)))
  expect(sent.map(({ status, body }) => [status, body['state']])).toEqual([1, 2, 3].map(() => [201, 'sent']))
  await carry(jinshui)
  const answers = await Promise.all(sent.map(({ body }) => nomination(body['id'])))
  expect(answers.map((answer) => answer?.['state'])).toEqual(['refused', 'refused', 'refused'])
  expect(answers.map((answer) => answer?.['reason'])).toEqual([
    expect.stringContaining('没有这个教育局'),
    expect.stringContaining('不评审精品项目'),
    expect.stringContaining('没有开放的精品项目申报批次'),
  ])
  const { body } = await office('GET', 'exchange?direction=sent')
  const states = (body['items'] as { state: string }[]).map(({ state }) => state)
  expect(states).not.toContain('waiting')
  const history = await jinshui.run('SELECT verb FROM journal WHERE entity = ? ORDER BY version', sent[0]?.body['id'])
  expect(history.map(({ verb }) => verb)).toEqual(['nominate', 'refuse'])
})

test('a call that takes no district is no open call', async () => {
  const call = await openCall('只收学校', 5, ['school'])
  const id = await project('给学校的批次', 'good')
  const { body } = await nominate(id, 'zhengzhou')
  await carry(jinshui)
  expect(await nomination(body['id'])).toMatchObject({ state: 'refused' })
  await zhengzhou.run("UPDATE calls SET state = 'closed' WHERE id = ?", call)
})

test('an envelope delivered five times, at once and again, has one effect and one receipt', async () => {
  await openCall('2026 年精品项目', 3)
  const sent = await nominate(await project('班主任培训', 'excellent'), 'zhengzhou')
  const envelope = await sealed(sent)
  const { deliver, settle } = bureaus.jobs.EXCHANGE
  const first = await Promise.all([1, 2, 3].map(() => deliver(zhengzhou.ref, envelope, now())))
  const later = [await deliver(zhengzhou.ref, envelope, now()), await deliver(zhengzhou.ref, envelope, now())]
  for (const receipt of [...first, ...later]) expect(receipt).toEqual(first[0])
  expect(first[0]).toMatchObject({ outcome: 'accepted', result: { callTitle: '2026 年精品项目' } })
  const applications = await zhengzhou.run("SELECT * FROM applications WHERE title = '班主任培训'")
  expect(applications).toHaveLength(1)
  expect(applications[0]).toMatchObject({
    state: 'submitted',
    unit_kind: 'district',
    unit_id: jinshui.ref.id,
    unit_name: '金水区教育局',
    number: 'SB2026-0001',
    submission_no: 1,
  })
  expect(JSON.parse(String(applications[0]?.['form_values']))).toMatchObject({
    originDistrict: 'jinshui',
    milestones: [{ text: '开班', from: '2026-03-01', to: '2026-03-31' }],
  })
  expect(
    await zhengzhou.run('SELECT no FROM submissions WHERE application_id = ?', applications[0]?.['id']),
  ).toHaveLength(1)
  expect(await zhengzhou.run("SELECT n FROM counters WHERE name = 'application.submitted'")).toEqual([{ n: 1 }])
  expect(await zhengzhou.run('SELECT role FROM tasks WHERE entity = ?', applications[0]?.['id'])).toEqual([
    { role: 'office' },
  ])
  const receipts = first.slice(0, 1)
  await Promise.all([1, 2, 3].map(() => settle(jinshui.ref, receipts, now())))
  expect(await nomination(sent.body['id'])).toMatchObject({ state: 'received', reason: null, version: 2 })
})

test('a tampered, a re-addressed and a renamed envelope are refused and leave no trace; the true one still takes effect', async () => {
  const envelope = await sealed(await nominate(await project('研修共同体', 'good'), 'zhengzhou'))
  const { deliver } = bureaus.jobs.EXCHANGE
  const renamed = idOf('env')
  const forged = [
    { ...envelope, payload: envelope.payload.replace('研修共同体', '冒名项目') },
    { ...envelope, signature: envelope.signature.replace('..', '..A') },
    { ...envelope, id: renamed },
  ]
  for (const one of forged)
    expect(await deliver(zhengzhou.ref, one, now())).toMatchObject({ outcome: 'refused', reason: 'signature-invalid' })
  expect(await deliver(gongyi.ref, envelope, now())).toMatchObject({ reason: 'signature-invalid' })
  expect(await zhengzhou.run('SELECT id FROM inbox WHERE id = ?', renamed)).toEqual([])
  expect(await deliver(zhengzhou.ref, envelope, now())).toMatchObject({ outcome: 'accepted' })
  await carry(jinshui)
  expect(
    await zhengzhou.run("SELECT title FROM applications WHERE title LIKE '%项目' OR title = '研修共同体'"),
  ).toEqual([{ title: '研修共同体' }])
})

test('the quota of a call holds: at the limit accepted, above it refused', async () => {
  const third = await nominate(await project('第三项', 'good'), 'zhengzhou')
  const fourth = await nominate(await project('第四项', 'good'), 'zhengzhou')
  await carry(jinshui)
  const states = [await nomination(third.body['id']), await nomination(fourth.body['id'])].map((one) => one?.['state'])
  expect(states.sort()).toEqual(['received', 'refused'])
})

test('reserve and promote reach the shelf and the district of origin; another district takes the flagship over', async () => {
  const [application] = await zhengzhou.run("SELECT id, form_values FROM applications WHERE title = '班主任培训'")
  const [sent] = await jinshui.run("SELECT id, package FROM nominations WHERE title = '班主任培训'")
  const id = idOf('lst')
  await zhengzhou.run(
    "INSERT INTO listings (id, application_id, title, origin_id, origin_name, package, state, version, created_at) VALUES (?, ?, '班主任培训', ?, '金水区教育局', ?, 'candidate', 1, ?)",
    id,
    application?.['id'],
    jinshui.ref.id,
    sent?.['package'],
    NOW,
  )
  const curator = await zhengzhou.person('curator')
  const reserved = await curator('POST', `listings/${id}/actions/reserve`, {})
  expect(reserved.body).toMatchObject({ state: 'reserve', number: expect.stringMatching(/^JP\d{4}-0001$/) })
  await carry(zhengzhou)
  const [school, admin] = [idOf('sch'), idOf('sch')]
  for (const one of [school, admin])
    await gongyi.run(
      "INSERT INTO schools (id, code, name, area, phase, version, created_at) VALUES (?, ?, ?, 'town', 'primary', 1, ?)",
      one,
      one.slice(-10),
      `小学 ${one.slice(-2)}`,
      NOW,
    )
  const finder = await gongyi.person('school_admin', school)
  const adopt = (body: unknown = {}) => finder('POST', `/api/catalogue/listings/${id}/adopt`, body)
  expect((await adopt()).status).toBe(409)
  const promoted = await curator('POST', `listings/${id}/actions/promote`, { model: '分层研修' })
  expect(promoted.body).toMatchObject({ state: 'flagship', number: reserved.body['number'], model: '分层研修' })
  await carry(zhengzhou)
  const found = await finder('GET', `/api/catalogue/listings?q=${encodeURIComponent('班主任')}`)
  expect(found.body['items']).toMatchObject([{ id, grade: 'flagship', actions: ['adopt'], latest: 1, adoptions: 0 }])
  expect((await adopt({ unitId: admin })).status).toBe(404)
  const adopted = await adopt()
  expect(adopted).toMatchObject({ status: 201, body: { title: '班主任培训' } })
  const draft = await finder('GET', `applications/${adopted.body['applicationId']}`)
  expect(draft.body).toMatchObject({
    state: 'draft',
    unitId: school,
    provenance: { listing: id, version: 1, curator: '郑州市教育局', origin: '金水区教育局' },
    values: { summary: TOLD.summary, hours: 40 },
  })
  const [gongyiOffice] = [await gongyi.person('office')]
  const nameless = await gongyiOffice('POST', `/api/catalogue/listings/${id}/adopt`, {})
  expect([nameless.status, nameless.body['errors']]).toMatchObject([422, [{ pointer: '/unitId' }]])
  await carry(gongyi)
  await carry(gongyi)
  expect((await finder('GET', `/api/catalogue/listings/${id}`)).body).toMatchObject({ adoptions: 1 })
  const decided = await jinshui.run('SELECT decision FROM nominations WHERE decision IS NOT NULL')
  expect(decided).toEqual([{ decision: 'flagship' }])
})

test('a bureau that is no city or province curates nothing', async () => {
  const curator = await jinshui.person('curator')
  expect((await curator('POST', `listings/${idOf('lst')}/actions/reserve`, {})).status).toBe(404)
})
