import { Id, item, pageOf } from '@shixun/contract/shapes'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { maskRecused } from './mask-recused.ts'

const id = (n: number) => `app_${String(n).padStart(26, '0')}`
const Row = z.strictObject({
  ...item,
  projectId: Id.nullable(),
  unitId: Id,
  title: z.string().min(1),
  state: z.enum(['open', 'closed']),
  method: z.enum(['mean', 'median']),
  score: z.number().nullable(),
  sheets: z.int(),
  names: z.array(z.string()),
  facts: z.strictObject({ leader: z.string() }).nullable(),
  createdAt: z.string(),
})
const row = (n: number, projectId: string | null = null) => ({
  id: id(n),
  version: 3,
  actions: ['screen'],
  projectId,
  unitId: id(9),
  title: '机密',
  state: 'open' as const,
  method: 'mean' as const,
  score: 90,
  sheets: 5,
  names: ['王芳'],
  facts: { leader: '王芳' },
  createdAt: '2026-01-05T00:00:00.000Z',
})
const page = pageOf(Row)
const masked = (barred: readonly string[], items: object[]) =>
  maskRecused(page, { items, next: null }, (one) => barred.includes(one)) as { items: object[] }

test('a row that is barred says nothing and still has its shape; the others stay', () => {
  const { items } = masked([id(1)], [row(1), row(2)])
  expect(page.safeParse({ items, next: null }).success).toBe(true)
  expect(items[0]).toEqual({
    id: id(1),
    version: 3,
    actions: [],
    projectId: null,
    unitId: `app_${'0'.repeat(26)}`,
    title: '（须回避）',
    state: 'open',
    method: 'mean',
    score: null,
    sheets: 0,
    names: [],
    facts: null,
    createdAt: '2026-01-05T00:00:00.000Z',
    recused: true,
  })
  expect(items[1]).toEqual(row(2))
})

test('a row about something barred is blank too', () =>
  expect(masked([id(7)], [row(1, id(7))]).items[0]).toMatchObject({ recused: true, title: '（须回避）' }))

test('what cannot be made blank is left out', () => {
  const strict = pageOf(z.strictObject({ id: Id, content: z.strictObject({ title: z.string() }) }))
  const body = { items: [{ id: id(1), content: { title: '机密' } }], next: null }
  expect(maskRecused(strict, body, () => true)).toEqual({ items: [], next: null })
})

test('an answer that is no list stays as it is', () => {
  expect(maskRecused(Row, row(1), () => true)).toEqual(row(1))
  expect(maskRecused(null, null, () => true)).toBeNull()
})
