import * as z from 'zod'

/** A JSON Schema (draft 2020-12) as plain data. */
export type Shape = {
  type?: string | string[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  oneOf?: Shape[]
  additionalProperties?: boolean | Shape
  [keyword: string]: unknown
}

/** Zod states the range of safe integers on every integer; it tells a reader nothing. */
function isNoise(key: string, value: unknown): boolean {
  return (
    key === '$schema' ||
    key === '~standard' ||
    (typeof value === 'number' && Math.abs(value) === Number.MAX_SAFE_INTEGER)
  )
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !isNoise(key, member))
      .map(([key, member]) => [key, cleaned(member)]),
  )
}

/** The JSON Schema of what goes into a zod schema (`input`: bodies, queries) or comes out of it (`output`: answers). */
export function jsonShape(schema: z.ZodType, io: 'input' | 'output'): Shape {
  return cleaned(z.toJSONSchema(schema, { target: 'draft-2020-12', io })) as Shape
}
