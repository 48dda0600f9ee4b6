import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  detailOf,
  type Item,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { moveClock, startClock } from '../../../../../scripts/demo/stage.ts'
import * as sample from '../../../../system/src/sample-rows.ts'

type Record_ = Item & { unitName: string; name: string }

let spine: Spine
let primary: Applicant
let provider: Applicant
let teacher: string

const told = (reply: Reply<unknown>) => {
  return [reply.status, problemOf(reply), detailOf(reply)] as const
}
const create = (unit: Applicant, callId: string, values: object = {}) =>
  unit.client.post<Item>(`${spine.base}/applications`, { callId, title: '项目', values })
const submit = (unit: Applicant, id: string) => unit.client.action<Item>(`${spine.base}/applications/${id}`, 'submit')
const team = (name: string) => ({ ...sample.VALUES, team: [{ name, unit: '育才小学', duty: '负责人' }] })
const record = (body: object) =>
  spine.office.post<Record_>(`${spine.base}/ethics-records`, {
    year: 2026,
    result: 'fail',
    until: null,
    reason: '处分决定',
    ...body,
  })

beforeAll(async () => {
  spine = await raiseSpine({ demonstration: '{"accounts":[]}' })
  await startClock(spine.house.constellation, '2026-03-02T01:00:00.000Z')
  primary = await spine.school('育才小学')
  provider = await spine.provider('研修中心')
  teacher = (await spine.put('teachers', sample.teacher('王小明', primary.id, '育才小学'))).id
})
afterAll(() => spine.stop())

describe('who may apply', () => {
  test('is told by the kind of unit and the phase of a school, with whom to ask', async () => {
    const forProviders = await spine.openCall({ unitKinds: ['provider'] })
    expect(told(await create(primary, forProviders))).toEqual([
      409,
      'not-eligible',
      '本批次只接受承训单位申报。如有疑问，请联系 金水区教育局师训科。',
    ])
    const eligibility = { phases: ['junior', 'senior'], accredited: false, ethicsVeto: false }
    const forJuniors = await spine.openCall({ eligibility, contact: '王老师' })
    const [status, code, detail] = told(await create(primary, forJuniors))
    expect([status, code]).toEqual([409, 'not-eligible'])
    expect(detail).toContain('本批次只接受初中、高中学段的学校申报')
    expect(detail).toContain('请联系 金水区教育局师训科（王老师）')
    must('no phase of its own', await create(provider, forJuniors))
  })

  test('asks of a provider that it is accredited for the level, on the day it hands in as well', async () => {
    const eligibility = { phases: [], accredited: true, ethicsVeto: false }
    const cityCall = await spine.openCall({ eligibility, level: 'city' })
    expect(told(await create(provider, cityCall))[2]).toContain('本单位没有市级培训资质')
    const call = await spine.openCall({ eligibility })
    const id = await spine.draft(provider, call)
    const runOut = (day: string) =>
      spine.rows(
        "UPDATE providers SET periods = json_set(periods, '$[0].to', ?) WHERE id = ? RETURNING id",
        day,
        provider.id,
      )
    await runOut('2026-03-01')
    const [status, code, detail] = told(await submit(provider, id))
    expect([status, code]).toEqual([409, 'not-eligible'])
    expect(detail).toContain('有效期为 2000-01-01 至 2026-03-01')
    await runOut('2026-03-02')
    must('last day', await submit(provider, id))
    await runOut('2099-12-31')
  })
})

describe('the ethics veto', () => {
  const eligibility = { phases: [], accredited: false, ethicsVeto: true }
  let call: string
  let standing: Record_

  test('strikes whom an application names, when it is made and when it is handed in', async () => {
    call = await spine.openCall({ eligibility })
    const before = await spine.draft(primary, call, { values: team('王小明') })
    const free = await spine.openCall()
    standing = must('record', await record({ subjectId: teacher, until: '2026-03-31' }))
    expect(standing).toMatchObject({ name: '王小明', unitName: '育才小学', state: 'standing', actions: ['revoke'] })
    expect(told(await create(primary, call, team('王 小明')))[2]).toContain('王小明有尚在影响期内的师德失范结论')
    expect(told(await submit(primary, before)).slice(0, 2)).toEqual([409, 'not-eligible'])
    must('another person', await create(primary, call, team('李四')))
    must('another unit with the same name', await create(provider, call, team('王小明')))
    must('a call that does not ask', await create(primary, free, team('王小明')))
  })

  test('ends when the record is revoked, with a reason and by the office alone', async () => {
    const path = `${spine.base}/ethics-records/${standing.id}`
    expect((await spine.office.action(path, 'revoke', {})).status).toBe(422)
    expect((await primary.client.action(path, 'revoke', { note: '误登' })).status).toBe(403)
    expect(problemOf(await spine.office.action(path, 'revoke', { note: '误登' }, { ifMatch: 9 }))).toBe('version-stale')
    const revoked = must('revocation', await spine.office.action<Item>(path, 'revoke', { note: '误登' }))
    expect([revoked.state, revoked.version, revoked.actions]).toEqual(['revoked', 2, []])
    expect(problemOf(await spine.office.action(path, 'revoke', { note: '再撤' }))).toBe('state-refuses')
    must('cleared', await create(primary, call, team('王小明')))
  })

  test('ends after its last day', async () => {
    must('record', await record({ subjectId: teacher, until: '2026-03-31' }))
    const id = await spine.draft(primary, call, { values: team('李四') })
    const path = `${spine.base}/applications/${id}`
    const seen = must('draft', await primary.client.get<Item>(path))
    must('edit', await primary.client.patch(path, { values: team('王小明') }, { ifMatch: seen.version }))
    expect(told(await submit(primary, id))[1]).toBe('not-eligible')
    await moveClock(spine.house.constellation, '2026-03-31T15:59:00.000Z')
    expect(told(await submit(primary, id))[1]).toBe('not-eligible')
    await moveClock(spine.house.constellation, '2026-03-31T16:00:00.000Z')
    must('the day after', await submit(primary, id))
  })

  test('strikes a unit as a whole', async () => {
    must('record', await record({ subjectId: provider.id }))
    expect(told(await create(provider, call))[2]).toContain('本单位有尚在影响期内的师德失范结论，按规定一票否决。')
  })
})
