import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Item,
  openTasks,
  pointersOf,
  raiseSpine,
  refusalOf,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await raiseSpine()
})
afterAll(async () => {
  await spine.stop()
})

type Period = { id: string; from: string; to: string; endedOn: string | null; reason: string | null; number: string }
type Provider = Item & {
  name: string
  standing: string
  accreditedFrom: string
  accreditedTo: string
  periods: Period[]
}

const TODAY = chinaDate(new Date().toISOString())
let serial = 0
const register = async (from: number, to: number, given: Record<string, unknown> = {}) =>
  must(
    'provider',
    await spine.office.post<Provider>(`${spine.base}/providers`, {
      name: `培训学院 ${++serial}`,
      levels: ['district'],
      accreditedFrom: addDays(TODAY, from),
      accreditedTo: addDays(TODAY, to),
      ...given,
    }),
  )
type Jobs = { REGISTRY: { tick(ref: DistrictRef, now: string): Promise<void> } }
const round = async () => {
  const { REGISTRY } = await spine.house.constellation.miniflare.getBindings<Jobs>('shixun-jobs')
  await REGISTRY.tick(spine.district.ref, new Date().toISOString())
}
const path = ({ id }: { id: string }) => `${spine.base}/providers/${id}`
const renew = (provider: Provider, from: number, to: number, given: Record<string, unknown> = {}) =>
  spine.office.post<Provider>(
    `${path(provider)}/periods`,
    { levels: ['district'], number: '', from: addDays(TODAY, from), to: addDays(TODAY, to), ...given },
    { ifMatch: provider.version },
  )

describe('accreditation', () => {
  it('is renewed by a further period, and the history stays', async () => {
    const provider = await register(-700, 20, { number: '郑教〔2024〕1号' })
    expect(provider).toMatchObject({ standing: 'ending', periods: [{ id: 'p1', number: '郑教〔2024〕1号' }] })
    expect(pointersOf(await renew(provider, 20, 400))).toEqual([['/from', 'overlaps']])
    expect(pointersOf(await renew(provider, 21, 20))).toEqual([['/to', 'ends_before_start']])
    const renewed = must('renewal', await renew(provider, 21, 700))
    expect(renewed.standing).toBe('accredited')
    expect(renewed.accreditedTo).toBe(addDays(TODAY, 20))
    expect(renewed.periods.map(({ id }) => id)).toEqual(['p2', 'p1'])
    expect(refusalOf(await renew(provider, 800, 900))).toEqual([412, 'version-stale'])
    expect(must('read', await spine.office.get<Provider>(path(provider))).periods).toHaveLength(2)
  })

  it('ends early with a reason, on a day within it', async () => {
    const provider = await register(-100, 300)
    const end = (endedOn: string, version: number, note = '整改') =>
      spine.office.post<Provider>(`${path(provider)}/periods/p1/end`, { endedOn, note }, { ifMatch: version })
    expect(pointersOf(await end(addDays(TODAY, 301), 1))).toEqual([['/endedOn', 'outside_period']])
    expect(pointersOf(await end(addDays(TODAY, -101), 1))).toEqual([['/endedOn', 'outside_period']])
    expect(refusalOf(await end(TODAY, 1, ' '))).toEqual([422, 'invalid-input'])
    const ended = must('end', await end(addDays(TODAY, -1), 1))
    expect(ended).toMatchObject({ standing: 'ended', periods: [{ endedOn: addDays(TODAY, -1), reason: '整改' }] })
    expect(pointersOf(await end(TODAY, 2))).toEqual([['/endedOn', 'period_over']])
    expect(
      (await spine.office.post(`${path(provider)}/periods/p9/end`, { endedOn: TODAY, note: '整改' }, { ifMatch: 2 }))
        .status,
    ).toBe(404)
  })

  it('that is about to end is told to the office once, and a renewal takes the task away', async () => {
    const [soon, later, gone] = [await register(-10, 60), await register(-10, 61), await register(-10, -1)]
    await round()
    await round()
    expect(await openTasks(spine, soon.id)).toEqual([['provider.ending', 'office', '']])
    expect(await openTasks(spine, later.id)).toEqual([])
    expect(await openTasks(spine, gone.id)).toEqual([])
    const seen = must('read', await spine.office.get<Provider>(path(soon)))
    expect(seen.version).toBe(2)
    must('renewal', await renew(seen, 61, 400))
    expect(await openTasks(spine, soon.id)).toEqual([])
    await round()
    expect(await openTasks(spine, soon.id)).toEqual([])
  })

  it('is renewed by an import too; rows that overlap are told', async () => {
    const { id, name } = await register(-300, 10)
    const row = (from: number, to: number) => ({
      name,
      levels: '区县级',
      accreditedFrom: addDays(TODAY, from),
      accreditedTo: addDays(TODAY, to),
    })
    type Imported = { accepted: number; rejected: { row: number; column: string; problem: string }[] }
    const send = (...rows: unknown[]) => spine.office.post<Imported>(`${spine.base}/providers/import`, { rows })
    expect(must('same', await send(row(-300, 10))).rejected).toEqual([
      { row: 1, column: 'name', problem: 'already_registered' },
    ])
    expect(must('overlap', await send(row(10, 400))).rejected).toEqual([
      { row: 1, column: 'accreditedFrom', problem: 'overlaps' },
    ])
    expect(must('renewal', await send(row(11, 400)))).toEqual({ accepted: 1, rejected: [] })
    expect(must('read', await spine.office.get<Provider>(path({ id }))).periods).toHaveLength(2)
    const journal = await spine.rows('SELECT verb FROM journal WHERE entity = ? ORDER BY version', id)
    expect(journal.map(({ verb }) => verb)).toEqual(['create', 'renew'])
  })

  it('is seen by the provider itself and by no other provider; only the bureau changes it', async () => {
    const [mine, other] = [await register(-1, 400), await register(-1, 400)]
    const self = await spine.as('provider', mine.id)
    expect(must('own', await self.get<Provider>(path(mine))).actions).toEqual([])
    expect(refusalOf(await self.get(path(other)))).toEqual([404, 'not-found'])
    expect((await self.patch(path(mine), { name: '改名' }, { ifMatch: 1 })).status).toBe(403)
    const renamed = must('rename', await spine.office.patch<Provider>(path(mine), { name: '更名学院' }, { ifMatch: 1 }))
    expect(renamed).toMatchObject({ name: '更名学院', version: 2 })
    expect(refusalOf(await spine.office.patch(path(other), { name: '更名学院' }, { ifMatch: 1 }))).toEqual([
      409,
      'already-exists',
    ])
  })
})

describe('an expert', () => {
  it('is edited, with what conflicts of interest are computed from', async () => {
    const expert = await spine.expert('王专家')
    const school = await spine.school('专家任职学校')
    const of = `${spine.base}/experts/${expert.id}`
    const change = { schoolId: school.id, ties: [{ name: '某同事', kind: 'coworker' }], subjects: ['数学'] }
    const edited = must('edit', await spine.office.patch<Item & { subjects: string[] }>(of, change, { ifMatch: 1 }))
    expect(edited).toMatchObject({ version: 2, ...change, name: '王专家', actions: ['edit'] })
    const nobody = `sch_${'0'.repeat(26)}`
    expect(
      pointersOf(
        await spine.office.patch(of, { pastSchools: [{ schoolId: nobody, until: '2024-08-31' }] }, { ifMatch: 2 }),
      ),
    ).toEqual([['/pastSchools/0/schoolId', 'not_in_district']])
    expect(refusalOf(await spine.office.patch(of, { name: '旧版' }, { ifMatch: 1 }))).toEqual([412, 'version-stale'])
    expect((await expert.client.patch(of, { name: '自己改' }, { ifMatch: 2 })).status).toBe(403)
    const [line] = await spine.rows("SELECT after FROM journal WHERE entity = ? AND verb = 'edit'", expert.id)
    expect(String(line?.['after'])).not.toContain('某同事')
  })
})
