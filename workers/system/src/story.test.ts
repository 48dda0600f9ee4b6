import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demonstrationAccounts } from '../../../scripts/demo/accounts.ts'
import { nominate } from '../../../scripts/demo/curate-listings.ts'
import { openCall } from '../../../scripts/demo/declare-projects.ts'
import { foundDistrict, foundPlatform } from '../../../scripts/demo/found-districts.ts'
import { draftsOfPlan, planPdf } from '../../../scripts/demo/rows.ts'
import { moveClock, type Stage, settle, startClock } from '../../../scripts/demo/stage.ts'
import { type Client, pullFeed } from '../../../scripts/feed-pull.ts'
import { verifyFeed } from '../../../scripts/feed-verify.ts'
import { signIn } from '../../../scripts/local/api-client.ts'
import { type Constellation, raise } from '../../../scripts/local/constellation.ts'
import { type Row, read, reviewed } from './story-steps.ts'

const state = mkdtempSync(join(tmpdir(), 'shixun-story-'))
let c: Constellation
let jinshui: Stage
let gongyi: Stage
let zhengzhou: Stage
let callId: string
let applicationId: string
let projectAt: string

beforeAll(async () => {
  c = await raise({ state, demonstration: JSON.stringify(demonstrationAccounts()) })
  await startClock(c, '2026-03-02T01:00:00.000Z')
  await foundPlatform(c, state)
})

afterAll(async () => {
  await c.stop()
  rmSync(state, { recursive: true, force: true })
})

test('the bureau of 金水区 signs up, adds schools and people, and opens a call from samples', async () => {
  jinshui = await foundDistrict(c, { slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' }, 0)
  expect(jinshui.schools).toHaveLength(12)
  await moveClock(c, '2026-03-03T01:00:00.000Z')
  callId = await openCall(jinshui, {
    title: '2026 年教师培训项目',
    opensAt: '2026-03-02T00:00:00.000Z',
    closesAt: '2026-04-10T15:59:59.000Z',
    quota: 1,
  })
  const school = await jinshui.as('school1')
  const open = await read<{ items: Row[] }>(school, `${jinshui.base}/calls?state=open`)
  expect(open.items.map((call) => call.title)).toEqual(['2026 年教师培训项目'])
}, 60_000)

test('a school declares 班主任培训 from the plan, the office returns it once, it comes again and passes screening', async () => {
  const draft = draftsOfPlan(2026).find(({ title }) => title === '小学班主任培训')
  const school = await jinshui.as('school1')
  const created = await school.must<Row>(`${jinshui.base}/applications`, {
    callId,
    title: draft?.title,
    values: draft?.values,
  })
  applicationId = created.id
  const at = `${jinshui.base}/applications/${created.id}`
  const attached = await school.upload(`${at}/attachments`, '实施方案.pdf', planPdf('小学班主任培训'))
  expect(attached.status).toBe(201)
  const lying = await school.upload(`${at}/attachments`, '方案.docx', planPdf('PDF'))
  expect(lying.status).toBe(415)
  await school.must(`${at}/actions/submit`)
  const office = await jinshui.as('office')
  expect((await office.send('POST', `${at}/actions/return`, {})).status).toBe(422)
  await office.must(`${at}/actions/return`, { note: '请补充需求调研。' })
  const returned = await school.get<Row & { values: Record<string, string> }>(at)
  const values = { ...returned.body.values, background: `${returned.body.values['background']}问卷 326 份。` }
  const saved = await school.send('PATCH', at, { values }, { 'if-match': returned.headers.get('etag') ?? '' })
  expect(saved.status).toBe(200)
  await school.must(`${at}/actions/submit`)
  const inbox = await read<{ items: { entity: string; kind: string }[] }>(office, '/api/me/tasks')
  expect(inbox.items).toContainEqual(expect.objectContaining({ entity: applicationId, kind: 'application.submitted' }))
  const screened = await office.must<Row & { number: string }>(`${at}/actions/screen`)
  expect([screened.state, screened.number]).toEqual(['screened', 'SB2026-0001'])
  const history = await read<{ items: { action: string; note: string | null }[] }>(school, `${at}/history`)
  expect(history.items.map((line) => line.action)).toEqual([
    'screen',
    'submit',
    'edit',
    'return',
    'submit',
    'attach',
    'create',
  ])
  expect(history.items.find((line) => line.action === 'return')?.note).toBe('请补充需求调研。')
})

test('three experts score it blind, a fourth is recused by the system, the result is ranked and explained', async () => {
  await moveClock(c, '2026-04-13T01:00:00.000Z')
  const { result, sheets } = await reviewed(jinshui, callId)
  const recused = sheets.filter((sheet) => sheet.state === 'recused')
  expect(recused.map((sheet) => [sheet.expertId, sheet.conflicts[0]?.rule])).toEqual([
    [jinshui.experts[3], 'same_unit'],
  ])
  expect(result.items).toEqual([expect.objectContaining({ applicationId, rank: 1 })])
  const barred = await jinshui.as('expert4')
  const own = await read<{ items: Row[] }>(barred, `${jinshui.base}/scoresheets`)
  const sheet = await read<{ values: object; label: string }>(barred, `${jinshui.base}/scoresheets/${own.items[0]?.id}`)
  expect(sheet.values).toEqual({})
  expect(sheet.label).not.toContain('班主任')
  const school = await jinshui.as('school1')
  const evaluations = await read<{ items: { id: string; total: number }[] }>(
    school,
    `${jinshui.base}/evaluations?subject=${applicationId}`,
  )
  const explained = await read<{ total: number; lines: object[] }>(
    school,
    `${jinshui.base}/evaluations/${evaluations.items[0]?.id}/explain`,
  )
  expect(explained.total).toBe(result.items[0]?.official)
  expect(explained.lines.length).toBeGreaterThan(5)
  for (const id of jinshui.experts) expect(JSON.stringify(explained)).not.toContain(id)
})

test('a notice stands five working days; approval creates the project', async () => {
  const office = await jinshui.as('office')
  const notice = await office.must<Row & { endsOn: string; publicPath: string }>(`${jinshui.base}/notices`, {
    callId,
    title: '2026 年教师培训项目拟立项公示',
    body: '现予公示。',
    applicationIds: [applicationId],
  })
  expect(notice.endsOn).toBe('2026-04-20')
  const page = await fetch(c.url + notice.publicPath)
  expect([page.status, (await page.text()).includes('小学班主任培训')]).toEqual([200, true])
  const early = await office.send('POST', `${jinshui.base}/applications/${applicationId}/actions/approve`, {})
  expect([early.status, early.body['type']]).toEqual([409, 'urn:shixun:problem:notice-still-standing'])
  await moveClock(c, '2026-04-21T01:00:00.000Z')
  await settle(c, 1)
  const concluded = await read(office, `${jinshui.base}/notices/${notice.id}`)
  expect(concluded.state).toBe('concluded')
  expect((await read(office, `${jinshui.base}/calls/${callId}`)).state).toBe('closed')
  await office.must(`${jinshui.base}/applications/${applicationId}/actions/approve`)
  const projects = await read<{ items: (Row & { number: string })[] }>(office, `${jinshui.base}/projects`)
  expect(projects.items.map((project) => [project.title, project.number])).toEqual([['小学班主任培训', 'LX2026-0001']])
  projectAt = `${jinshui.base}/projects/${projects.items[0]?.id}`
})

test('the project runs, is completed and is evaluated excellent', async () => {
  const school = await jinshui.as('school1')
  const office = await jinshui.as('office')
  await school.must(`${projectAt}/actions/prepare`)
  await school.must(`${projectAt}/actions/start`)
  await moveClock(c, '2026-07-20T01:00:00.000Z')
  const running = await school.get<{
    figures: { planned: number; hoursPromised: number; budget: number; milestonesDue: number }
  }>(projectAt)
  const { planned, hoursPromised, budget, milestonesDue } = running.body.figures
  const figures = {
    enrolled: planned,
    completed: planned,
    attendanceDue: planned * hoursPromised,
    attendanceActual: planned * hoursPromised,
    hoursDelivered: hoursPromised,
    satisfaction: 9600,
    surveysSent: planned,
    surveysAnswered: planned - 2,
    spent: budget,
    milestonesOnTime: milestonesDue,
  }
  const reported = await school.send('PATCH', projectAt, { figures }, { 'if-match': running.headers.get('etag') ?? '' })
  expect(reported.status).toBe(200)
  await school.must(`${projectAt}/actions/conclude`)
  await office.must(`${projectAt}/actions/complete`)
  const scores = {
    'result.output': 1450,
    'result.transfer': 950,
    'result.record': 950,
    'extra.spread': 0,
    'fault.rule': 0,
    'veto.ethics': 0,
  }
  const evaluated = await office.must<Row & { band: string }>(`${projectAt}/actions/evaluate`, {
    rubricId: jinshui.completionRubric,
    scores,
  })
  expect([evaluated.state, evaluated.band]).toEqual(['evaluated', 'excellent'])
})

test('the district nominates it by envelope; Zhengzhou reviews it and lists it as reserve, then flagship', async () => {
  zhengzhou = await foundDistrict(c, { slug: 'zhengzhou', name: '郑州市教育局', kind: 'city', division: '410100' }, 3)
  const call = await openCall(zhengzhou, {
    kind: 'flagship',
    level: 'city',
    title: '2026 年郑州市精品培训项目推荐',
    opensAt: '2026-07-01T00:00:00.000Z',
    closesAt: '2026-12-20T15:59:59.000Z',
    quota: 5,
  })
  await nominate(jinshui, 'zhengzhou', 1)
  await settle(c, 2)
  const sender = await jinshui.as('office')
  const sent = await read<{ items: { state: string }[] }>(sender, '/api/catalogue/nominations')
  expect(sent.items.map((one) => one.state)).toEqual(['received'])
  const office = await zhengzhou.as('office')
  const arrived = await read<{ items: Row[] }>(office, `${zhengzhou.base}/applications?state=submitted`)
  expect(arrived.items.map((one) => one.title)).toEqual(['小学班主任培训'])
  const id = arrived.items[0]?.id
  await office.must(`${zhengzhou.base}/applications/${id}/actions/screen`)
  await reviewed(zhengzhou, call)
  const notice = await office.must<Row>(`${zhengzhou.base}/notices`, {
    callId: call,
    title: '精品项目公示',
    body: '',
    applicationIds: [id],
  })
  await moveClock(c, '2026-07-28T01:00:00.000Z')
  await office.must(`${zhengzhou.base}/notices/${notice.id}/actions/conclude`)
  await office.must(`${zhengzhou.base}/applications/${id}/actions/approve`)
  const curator = await zhengzhou.as('curator')
  const candidates = await read<{ items: Row[] }>(curator, `${zhengzhou.base}/listings`)
  expect(candidates.items.map((one) => one.state)).toEqual(['candidate'])
  const at = `${zhengzhou.base}/listings/${candidates.items[0]?.id}`
  expect((await curator.must<Row>(`${at}/actions/reserve`)).state).toBe('reserve')
  expect((await curator.must<Row & { model: string }>(`${at}/actions/promote`, { model: '名师引领' })).model).toBe(
    '名师引领',
  )
  await settle(c, 2)
}, 60_000)

test('巩义市 finds it by searching 班主任 and takes it over into a draft of its own', async () => {
  gongyi = await foundDistrict(c, { slug: 'gongyi', name: '巩义市教育局', kind: 'county', division: '410181' }, 1)
  const school = await gongyi.as('school1')
  const found = await read<{ items: (Row & { grade: string; why: string[] })[] }>(
    school,
    `/api/catalogue/listings?q=${encodeURIComponent('班主任')}`,
  )
  expect(found.items.map((one) => [one.title, one.grade])).toEqual([['小学班主任培训', 'flagship']])
  const adopted = await school.must<{ applicationId: string }>(
    `/api/catalogue/listings/${found.items[0]?.id}/adopt`,
    {},
  )
  const draft = await read<Row & { provenance: { origin: string } }>(
    school,
    `${gongyi.base}/applications/${adopted.applicationId}`,
  )
  expect([draft.state, draft.provenance.origin]).toEqual(['draft', '金水区教育局'])
  await settle(c, 2)
  const listing = await read<{ adoptions: number }>(school, `/api/catalogue/listings/${found.items[0]?.id}`)
  expect(listing.adoptions).toBe(1)
}, 60_000)

test('the jobs worker publishes a month; the province pulls it, verifies it, and finds no person', async () => {
  await moveClock(c, '2026-08-01T18:00:00.000Z')
  await c.tick('0 18 1 * *')
  await settle(c, 1)
  const out = join(state, 'feed')
  const client: Client = JSON.parse(readFileSync(join(state, 'demo-province-client.json'), 'utf8'))
  await pullFeed({ url: c.url, client, out })
  const verdict = verifyFeed(out)
  expect(verdict.problems).toEqual([])
  expect(verdict.pages).toBe(3)
  const officer = await signIn(c.url, 'henan.officer', DEMO_PASSWORD)
  const coverage = await read<{ periods: string[]; districts: { name: string }[] }>(officer, '/api/province/coverage')
  expect(coverage.periods).toEqual(['2026-07'])
}, 60_000)
