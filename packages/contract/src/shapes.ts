import { ROLES } from '@shixun/domain/identity/role'
import { DISTRICT_KINDS } from '@shixun/domain/identity/visitor'
import * as z from 'zod'

/** An id: prefix and 26 characters that sort by time. */
export const Id = z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/)
export const Instant = z.iso.datetime({ precision: 3 })
export const Day = z.iso.date()
export const Version = z.int().positive()
export const Role = z.enum(ROLES)
export const DistrictKind = z.enum(DISTRICT_KINDS)
export const Slug = z.string().regex(/^[a-z][a-z0-9-]{1,30}[a-z0-9]$/)
export const Line = (maximum: number) => z.string().trim().min(1).max(maximum)
export const Note = z.string().trim().max(2000)

/** What every item of the API carries. `actions` are what this visitor may do to it now. */
export const item = {
  id: Id,
  version: Version,
  actions: z.array(z.string()),
  /** The visitor has to step aside from this one: its content is hidden from them, and its members are blank. */
  recused: z.literal(true).optional(),
}

/** A page of a list: items and the address of the next page. */
export function pageOf<T extends z.ZodType>(shape: T) {
  return z.strictObject({ items: z.array(shape), next: z.string().nullable() })
}

/** What makes a file of a list. */
export const exporting = {
  /** The whole list as a workbook instead of a page. */
  format: z.enum(['xlsx', 'csv']).optional(),
  /** What the workbook of a personal list is for; it is kept in the journal. */
  purpose: z.string().trim().min(2).max(100).optional(),
}

/** The query of every list; a route adds its filters. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(20),
  after: z.string().max(120).optional(),
  ...exporting,
}
export const Paging = z.strictObject(paging)

/** The body of an action without members of its own. */
export const Noted = z.strictObject({ note: Note.optional() })
/** The body of an action that needs its reason. */
export const Reasoned = z.strictObject({ note: Line(2000) })

export const History = pageOf(
  z.strictObject({
    version: Version,
    action: z.string(),
    actor: z.string(),
    role: z.string(),
    at: Instant,
    from: z.string().nullable(),
    to: z.string().nullable(),
    note: z.string().nullable(),
  }),
)
