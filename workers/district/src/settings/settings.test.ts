import { ROUTES } from '@shixun/contract/routes'
import { SETTING_KEYS } from '@shixun/contract/settings'
import { DEFAULT_NUMBERING } from '@shixun/domain/shared/number-pattern'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'

let spine: Spine
let school: Applicant

const params = (key = '') => ({ district: spine.district.ref.slug, key })
const put = (key: string, body: object, ifMatch?: number, client: Client = spine.office) =>
  client.call(ROUTES.putSetting, {
    params: params(key),
    body: body as never,
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })
const read = async (key: string) =>
  must('setting', await spine.office.call(ROUTES.readSetting, { params: params(key) }))
const patterns = (application: string) => ({ ...DEFAULT_NUMBERING, application })

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
})
afterAll(() => spine.stop())

describe('settings', () => {
  test('stand at their samples until a bureau sets its own', async () => {
    const { items } = must('settings', await spine.office.call(ROUTES.listSettings, { params: params() }))
    expect(items.map(({ key, version, value }) => [key, version, value])).toEqual(
      SETTING_KEYS.map((key) => [key, 0, null]),
    )
    expect(items.every(({ sample, actions }) => sample !== null && actions.includes('edit'))).toBe(true)
  })

  test('are kept with their version, and every change stands in the journal', async () => {
    const first = must('first', await put('content-modules', { value: { modules: ['师德修养', '校本研修'] } }, 0))
    expect([first.version, first.value]).toEqual([1, { modules: ['师德修养', '校本研修'] }])
    const second = { value: { modules: ['师德修养'] }, note: '精简' }
    expect(must('second', await put('content-modules', second, 1)).version).toBe(2)
    expect(refusalOf(await put('content-modules', second, 1))).toEqual([412, 'version-stale'])
    expect((await read('content-modules')).version).toBe(2)
    const lines = await spine.rows(
      "SELECT version, verb, note, after FROM journal WHERE entity = 'setting.content-modules' ORDER BY version",
    )
    expect(lines.map(({ version, verb, note }) => [version, verb, note])).toEqual([
      [1, 'edit', null],
      [2, 'edit', '精简'],
    ])
    expect(lines[1]?.['after']).toBe('{"modules":["师德修养"]}')
  })

  test('go back to the sample, and the versions go on', async () => {
    const { version } = must('set', await put('digest', { value: { on: false, hour: 7 } }))
    const back = must('back', await put('digest', { value: null }, version))
    expect([back.value, back.version]).toEqual([null, version + 1])
    expect((await read('digest')).value).toBeNull()
  })

  test('of a wrong shape, or without sense, are refused with their places', async () => {
    const wrong = async (key: string, value: unknown) => pointersOf(await put(key, { value }))
    expect(await wrong('digest', { on: true, hour: 24 })).toEqual([['/value/hour', 'too_large']])
    expect(await wrong('content-modules', { modules: ['师德', '师德'] })).toEqual([['/value/modules/1', 'duplicate']])
    expect(await wrong('numbering', patterns('SB{month}-{seq:4}'))).toEqual([
      ['/value/application', 'pattern_unknown_token'],
    ])
    expect(await wrong('numbering', { application: 'A{seq}' })).toEqual([
      ['/value/project', 'required'],
      ['/value/agreement', 'required'],
    ])
    const yearOf = (...holidays: string[]) => ({
      years: { 2027: { holidays, makeUpDays: [], source: '国办发明电' } },
    })
    expect(await wrong('work-calendar', yearOf('2027-01-01', '2027-02-30'))).toEqual([
      ['/value/years/2027/holidays/1', 'wrong_format'],
    ])
    expect(await wrong('work-calendar', yearOf('2026-12-31', '2026-11-30', '2028-05-01', '2026-12-31'))).toEqual([
      ['/value/years/2027/holidays/1', 'out_of_range'],
      ['/value/years/2027/holidays/2', 'out_of_range'],
      ['/value/years/2027/holidays/3', 'duplicate'],
    ])
    expect(await wrong('work-calendar', yearOf())).toEqual([['/value/years/2027/holidays', 'required']])
    const made = {
      holidays: ['2027-01-01', '2027-01-03'],
      makeUpDays: ['2027-01-03', '2027-01-04', '2027-01-09'],
      source: '通知',
    }
    expect(await wrong('work-calendar', { years: { 2027: made } })).toEqual([
      ['/value/years/2027/makeUpDays/0', 'holiday_is_worked'],
      ['/value/years/2027/makeUpDays/1', 'not_weekend'],
    ])
  })

  test('that do not exist are not found; a school and the auditor change none', async () => {
    expect(refusalOf(await put('colour', { value: 1 }))).toEqual([404, 'not-found'])
    expect(refusalOf(await put('constructor', { value: 1 }))).toEqual([404, 'not-found'])
    const value = { on: true, hour: 8 }
    expect(refusalOf(await put('digest', { value }, undefined, school.client))).toEqual([403, 'forbidden'])
    expect(refusalOf(await put('digest', { value }, undefined, await spine.as('auditor')))).toEqual([403, 'forbidden'])
    const seen = await (await spine.as('auditor')).call(ROUTES.readSetting, { params: params('digest') })
    expect(must('read', seen).actions).toEqual([])
  })

  test('first set by two at once are set by one', async () => {
    const answers = await Promise.all([1, 2, 3].map((hour) => put('digest', { value: { on: true, hour } })))
    const winners = answers.filter(({ status }) => status === 200)
    expect(winners.length).toBeGreaterThanOrEqual(1)
    for (const { status } of answers) expect([200, 412]).toContain(status)
  })
})

describe('numbers of applications', () => {
  const submitted = async (callId: string, unit = school) => {
    const id = await spine.draft(unit, callId)
    const path = `${spine.base}/applications/${id}`
    const reply = await unit.client.action<Item & { number: string }>(path, 'submit', {}, { key: `submit-${id}` })
    return { id, path, number: must('submission', reply).number, reply }
  }

  test('follow the pattern in force, count by series, and are previewed', async () => {
    const callId = await spine.openCall()
    expect((await submitted(callId)).number).toBe('SB2026-0001')
    expect((await submitted(callId)).number).toBe('SB2026-0002')
    const { version } = await read('numbering')
    must('set', await put('numbering', { value: patterns('金师训〔{year}〕{level}{kind}{seq:3}号') }, version))
    const own = await submitted(callId)
    expect(own.number).toBe('金师训〔2026〕区培训001号')
    const city = await spine.openCall({ level: 'city', kind: 'studio' })
    expect((await submitted(city)).number).toBe('金师训〔2026〕市工作室001号')
    const preview = await spine.office.call(ROUTES.previewNumbers, {
      params: params(),
      body: patterns('SB{year}-{seq:4}'),
    })
    const [application, project] = must('preview', preview).items
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
    expect(application).toMatchObject({ problem: null })
    if (year === 2026) expect(application).toMatchObject({ next: 'SB2026-0003', following: 'SB2026-0004' })
    expect(project?.next).toBe(`LX${year}-0001`)
    const wrong = { params: params(), body: patterns('SB{seq}{seq}') }
    const [bad] = must('preview', await spine.office.call(ROUTES.previewNumbers, wrong)).items
    expect([bad?.problem?.includes('流水号'), bad?.next]).toEqual([true, null])
  })

  test('stay through a return, and a repeat answers the same number', async () => {
    must('sample', await put('numbering', { value: null }))
    const callId = await spine.openCall()
    const { path, id, number, reply } = await submitted(callId)
    const again = await school.client.action(path, 'submit', {}, { key: `submit-${id}` })
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([reply.body, 'true'])
    must('return', await spine.office.action(path, 'return', { note: '补充', outcome: 'revise' }))
    expect(must('second', await school.client.action<{ number: string }>(path, 'submit')).number).toBe(number)
  })

  test('are given to forty schools at once without a gap, a double or a refusal', async () => {
    const callId = await spine.openCall()
    const before = Number(
      (await spine.rows("SELECT n FROM counters WHERE name = 'number.application.SB2026-'"))[0]?.['n'],
    )
    const units = []
    for (let n = 0; n < 40; n++) units.push(await spine.school(`第${n}小学`))
    const drafts = []
    for (const unit of units) drafts.push({ unit, id: await spine.draft(unit, callId) })
    const answers = await Promise.all(
      drafts.map(({ unit, id }) =>
        unit.client.action<{ number: string }>(`${spine.base}/applications/${id}`, 'submit', {}),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(drafts.map(() => 200))
    const numbers = answers.map(({ body }) => Number(body.number.slice('SB2026-'.length))).sort((a, b) => a - b)
    expect(numbers).toEqual(drafts.map((_, n) => before + n + 1))
  }, 60_000)
})
