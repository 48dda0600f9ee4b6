import * as z from 'zod'

/** What says nothing of an item's content, and is needed to name the row. */
const KEPT = ['id', 'version', 'callId', 'callTitle', 'entity', 'kind', 'createdAt', 'updatedAt', 'dueOn', 'state']
const NEUTRAL = '（须回避）'

type Row = Record<string, unknown>

/** A value of the same shape that says nothing; undefined when the shape has none. */
function neutral(shape: z.core.$ZodType, value: unknown): unknown {
  const id = typeof value === 'string' ? `${value.slice(0, 4)}${'0'.repeat(26)}` : ''
  const candidates = typeof value === 'string' ? [NEUTRAL, null, id] : [null, [], {}, 0, false]
  const found = candidates.find((one) => z.safeParse(shape, one).success)
  if (found !== undefined) return found
  // a word of a closed list, such as a method, is no content
  return typeof value === 'string' && shape instanceof z.ZodEnum ? value : undefined
}

function masked(shape: z.ZodObject, row: Row): Row | null {
  const given: Row = {}
  for (const [key, value] of Object.entries(row)) {
    const member = shape.shape[key]
    const shown = KEPT.includes(key) ? value : key === 'actions' ? [] : member ? neutral(member, value) : undefined
    if (shown === undefined && member && !z.safeParse(member, undefined).success) return null
    given[key] = shown
  }
  return { ...given, ...('recused' in shape.shape ? { recused: true } : {}) }
}

function rowShape(out: z.ZodType | null): z.ZodObject | null {
  const items = out instanceof z.ZodObject ? out.shape['items'] : null
  const element = items instanceof z.ZodArray ? items.element : null
  return element instanceof z.ZodObject ? element : null
}

/** Whether a row is about an item from which the visitor steps aside: its own id, or the id of what it is about. */
function concerns(row: Row, barred: (id: string) => boolean): boolean {
  return Object.values(row).some((value) => typeof value === 'string' && barred(value))
}

/** A page of a list with the rows that the visitor must not see made blank; a row that cannot be made blank is left out. */
export function maskRecused(out: z.ZodType | null, body: unknown, barred: (id: string) => boolean): unknown {
  const shape = rowShape(out)
  if (!shape || typeof body !== 'object' || body === null || !('items' in body) || !Array.isArray(body.items))
    return body
  const items = (body.items as Row[]).flatMap((row) => {
    if (!concerns(row, barred)) return [row]
    const blank = masked(shape, row)
    return blank ? [blank] : []
  })
  return { ...body, items }
}
