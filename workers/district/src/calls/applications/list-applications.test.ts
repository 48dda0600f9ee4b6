import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { type Applicant, pointersOf, raiseSpine, type Spine } from '../../../../../packages/testkit/src/test-spine.ts'
import { application } from '../../../../system/src/sample-rows.ts'

let spine: Spine
let one: Applicant
let two: Applicant
let spring: string
let autumn: string

type Query = Record<string, string | number>
type Row = { unit: string; call: string; state: string; number: string | null; title: string; id: string }
const rows: Row[] = []

async function pageAll(query: Query, client: Client = spine.office, limit = 3): Promise<string[]> {
  const ids: string[] = []
  const params = { district: spine.district.ref.slug }
  for (let after: string | null = ''; after !== null; ) {
    const given: Query = { ...query, limit, ...(after === '' ? {} : { after }) }
    const page: { items: { id: string }[]; next: string | null } = must(
      'page',
      await client.call(ROUTES.listApplications, { params, query: given }),
    )
    ids.push(...page.items.map(({ id }) => id))
    after = page.next === null ? null : new URL(page.next, 'http://x').searchParams.get('after')
  }
  return ids
}
const newest = (kept: (row: Row) => boolean) =>
  rows
    .filter(kept)
    .map(({ id }) => id)
    .sort()
    .reverse()

beforeAll(async () => {
  spine = await raiseSpine()
  one = await spine.school('育才小学')
  two = await spine.school('实验小学')
  spring = await spine.openCall({ title: '春季' })
  autumn = await spine.openCall({ title: '秋季' })
  let n = 0
  for (const [unit, call] of [
    [one, spring],
    [one, autumn],
    [two, spring],
  ] as const)
    for (const state of ['submitted', 'screened', 'submitted', 'withdrawn', 'submitted']) {
      n++
      const number = n % 3 === 0 ? null : `SB2026-${String(n).padStart(4, '0')}`
      const title = `${n % 2 === 0 ? '班主任' : '骨干教师'}培训${n}`
      const { id } = await spine.put('applications', application(call, unit, state, { number, title }))
      rows.push({ unit: unit.id, call, state, number, title, id: String(id) })
    }
})
afterAll(() => spine.stop())

describe('the list of applications', () => {
  test('takes call, state and unit in every combination, page by page', async () => {
    for (const call of [undefined, spring, autumn])
      for (const state of [undefined, 'submitted', 'withdrawn'])
        for (const unit of [undefined, one.id, two.id]) {
          const query = { ...(call && { call }), ...(state && { state }), ...(unit && { unit }) }
          const kept = (row: Row) =>
            (!call || row.call === call) && (!state || row.state === state) && (!unit || row.unit === unit)
          expect(await pageAll(query), JSON.stringify(query)).toEqual(newest(kept))
        }
  })

  test('shows a school its own rows under every filter, and nothing of another', async () => {
    expect(await pageAll({ state: 'submitted' }, two.client)).toEqual(
      newest(({ unit, state }) => unit === two.id && state === 'submitted'),
    )
    expect(await pageAll({ call: autumn }, two.client)).toEqual([])
    expect(await pageAll({ unit: one.id }, two.client)).toEqual([])
    expect(await pageAll({ unit: two.id, call: spring, state: 'screened' }, two.client)).toHaveLength(1)
  })

  test('is searched by the beginning of a number or a title', async () => {
    const numbered = rows.filter(({ number }) => number?.startsWith('SB2026-001')).map(({ id }) => id)
    expect(await pageAll({ q: 'SB2026-001' }, spine.office, 2)).toEqual(numbered)
    const titled = rows.filter(({ title }) => title.startsWith('骨干')).sort((a, b) => (a.title < b.title ? -1 : 1))
    expect(await pageAll({ q: '骨干' }, spine.office, 2)).toEqual(titled.map(({ id }) => id))
    expect(await pageAll({ q: '干教师' })).toEqual([])
    expect(await pageAll({ q: '骨干' }, two.client)).toEqual(
      newest(({ unit, title }) => unit === two.id && title.startsWith('骨干')),
    )
    expect(await pageAll({ q: 'SB2026-0001' }, two.client)).toEqual([])
    expect(await pageAll({ q: 'SB2026-0001', unit: one.id })).toEqual([rows[0]?.id])
  })

  test('is searched alone', async () => {
    const params = { district: spine.district.ref.slug }
    const reply = await spine.office.call(ROUTES.listApplications, { params, query: { q: '骨干', state: 'submitted' } })
    expect(pointersOf(reply)).toEqual([['/q', 'search_alone']])
  })
})
