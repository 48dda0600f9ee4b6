import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'

let house: TestDistrict
let office: Ask
const items = (reply: Reply) => reply.body['items'] as Record<string, unknown>[]

beforeAll(async () => {
  house = await raiseDistrict()
  office = await house.person('office')
})
afterAll(async () => {
  expect(house.errors).toEqual([])
  await house.stop()
})

describe('the library of experts', () => {
  it('finds experts by subject, phase and state of today, in any combination', async () => {
    const base = { schoolId: null, pastSchools: [], ties: [] }
    const make = async (name: string, given: object) =>
      (await office('POST', 'experts', { ...base, name, subjects: [], phases: [], ...given })).body['name']
    const away = [{ from: '2000-01-01', to: null, reason: '外出' }]
    await make('甲筛', { subjects: ['舞蹈', '音乐'], phases: ['senior'] })
    await make('乙筛', { subjects: ['舞蹈'], phases: ['junior'], pauses: away })
    await make('丙筛', { subjects: ['舞蹈'], leftOn: '2000-01-01' })
    await make('丁筛', {
      subjects: ['舞蹈'],
      phases: ['senior'],
      pauses: [{ from: '2000-01-01', to: '2000-02-01', reason: '' }],
    })
    const names = async (query: string) =>
      items(await office('GET', `experts?${query}`)).map((one) => (one as { name: string }).name)
    const dance = `subject=${encodeURIComponent('舞蹈')}`
    expect(await names(dance)).toEqual(['丁筛', '丙筛', '乙筛', '甲筛'])
    expect(await names(`${dance}&phase=senior`)).toEqual(['丁筛', '甲筛'])
    expect(await names(`${dance}&state=active`)).toEqual(['丁筛', '甲筛'])
    expect(await names(`${dance}&state=paused`)).toEqual(['乙筛'])
    expect(await names(`${dance}&state=left`)).toEqual(['丙筛'])
    expect(await names(`${dance}&q=${encodeURIComponent('丁')}`)).toEqual(['丁筛'])
    expect(await names(`${dance}&q=${encodeURIComponent('丁')}&state=left`)).toEqual([])
  })

  it('lets an expert amend posts, ties and absences, journalled as a declaration, but not the name nor the standing', async () => {
    const expert = { name: '孙专家', schoolId: null, subjects: [], phases: [], pastSchools: [], ties: [] }
    const { body } = await office('POST', 'experts', expert)
    const path = `experts/${body['id']}`
    const self = await house.person('expert', String(body['id']))
    const units = [{ unitId: null, name: '市教研室', title: '教研员', since: '2020-09-01', until: null }]
    const ties = [{ name: '李同事', kind: 'coworker', since: '2020-01-01', until: '2024-01-01' }]
    const seen = { 'if-match': '"1"' }
    expect((await self('PATCH', path, { leftOn: '2020-01-01' }, seen)).status).toBe(403)
    expect((await self('PATCH', path, { name: '换名' }, seen)).status).toBe(403)
    expect((await self('POST', 'experts', expert)).status).toBe(403)
    const reversed = await self('PATCH', path, { units: [{ ...units[0], until: '2019-01-01' }] }, seen)
    expect(reversed.body['errors']).toMatchObject([{ pointer: '/units/0/until', problem: 'ends_before_start' }])
    const amended = await self('PATCH', path, { units, ties, title: '教研员' }, seen)
    expect(amended.body).toMatchObject({ units, ties, title: '教研员', version: 2 })
    const [row] = await house.run('SELECT verb, after FROM journal WHERE entity = ? AND version = 2', body['id'])
    expect(row?.['verb']).toBe('declare')
    expect(row?.['after']).toContain('coworker')
    expect(row?.['after']).not.toContain('李同事')
    const other = await house.person(
      'expert',
      String((await office('POST', 'experts', { ...expert, name: '周专家' })).body['id']),
    )
    expect((await other('PATCH', path, { title: '' }, { 'if-match': '"2"' })).status).toBe(404)
    expect((await other('GET', `${path}/panels`)).status).toBe(404)
    expect(items(await self('GET', `${path}/panels`))).toEqual([])
  })
})
