import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Route } from '../route.ts'
import { ALL_ROUTES } from '../routes.ts'

/** Lists that people page through; the province feed has formats of its own. */
const LISTS = ALL_ROUTES.filter(({ id, query }) => query && 'limit' in query.shape && id !== 'readFeed')

type Shape = {
  properties?: Record<string, Shape>
  additionalProperties?: Shape | boolean
  items?: Shape
  anyOf?: Shape[]
  enum?: string[]
}

function membersAt(shape: Shape, step: string): Shape[] {
  return [shape, ...(shape.anyOf ?? [])].flatMap((one) => {
    // a record has every member
    const next = one.properties?.[step] ?? one.items?.properties?.[step] ?? one.additionalProperties
    return typeof next === 'object' ? [next] : []
  })
}

function shapesAt({ out }: Route, path: string): Shape[] {
  const { items } = (z.toJSONSchema(out ?? z.null(), { io: 'output' }) as Shape).properties ?? {}
  return path
    .split('.')
    .reduce<Shape[]>(
      (shapes, step) => shapes.flatMap((shape) => membersAt(shape, step)),
      items?.items ? [items.items] : [],
    )
}

const codesOf = (shape: Shape): string[] => [
  ...(shape.enum ?? []),
  ...(shape.items ? codesOf(shape.items) : []),
  ...(shape.anyOf ?? []).flatMap(codesOf),
]

it('finds the lists', () => {
  expect(LISTS.length).toBeGreaterThan(25)
})

describe.each(LISTS.map((route) => [route.id, route] as const))('the sheet of %s', (_, route) => {
  it('stands, with heads that differ and members that items have', () => {
    const { columns = [], title = '' } = route.sheet ?? {}
    expect(columns.length).toBeGreaterThan(1)
    expect(title).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    expect(new Set(columns.map((column) => column.title)).size).toBe(columns.length)
    expect(columns.filter(({ key }) => shapesAt(route, key).length === 0)).toEqual([])
  })

  it('is asked for by format and purpose', () => {
    expect(Object.keys(route.query?.shape ?? {})).toEqual(expect.arrayContaining(['format', 'purpose', 'limit']))
  })

  it('has a word for every code', () => {
    const wordless = (route.sheet?.columns ?? []).flatMap(({ key, words = {} }) =>
      shapesAt(route, key)
        .flatMap(codesOf)
        .filter((code) => !(code in words))
        .map((code) => `${key} ${code}`),
    )
    expect(wordless).toEqual([])
  })
})
