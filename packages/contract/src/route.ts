import type { Permission } from '@shixun/domain/identity/permission'
import type { RefusalCode } from '@shixun/domain/shared/refusal'
import type * as z from 'zod'

/** The parts of the product: the same words in every layer. */
export const PARTS = [
  'identity',
  'calls',
  'quality',
  'training',
  'delivery',
  'surveys',
  'teachers',
  'credits',
  'flagship',
  'plans',
  'exchange',
  'inbox',
  'province',
  'audit',
] as const
export type Part = (typeof PARTS)[number]

export type WorkerName =
  | 'gateway'
  | 'identity'
  | 'district'
  | 'registry'
  | 'delivery'
  | 'review'
  | 'catalogue'
  | 'province'
  | 'documents'

/** One column of an exported list: a member of the item (a path, `memberships.role`), its Chinese head, how it is written. */
export type SheetColumn = {
  key: string
  title: string
  width?: number
  as?: 'text' | 'number' | 'money' | 'instant' | 'date' | 'list' | 'yesno'
  words?: Readonly<Record<string, string>>
}
/** A list as a workbook. `personal` lists need a purpose, and every export of one is journalled. */
export type Sheet = { title: string; columns: readonly SheetColumn[]; personal?: boolean }

/** `public` needs no session, `signed-in` any role, `province` an access token of a province client. */
type Access = Permission | 'public' | 'signed-in' | 'province'

/**
 * A route as a value: workers bind handlers to it, the client calls through it, OpenAPI and the access matrix are
 * printed from it. Paths name parameters as `:name`. `entity` marks answers that carry an ETag.
 */
export type Route = {
  id: string
  part: Part
  worker: WorkerName
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: `/${string}`
  may: Access
  summary: string
  query?: z.ZodObject
  body?: z.ZodType
  media?: 'json' | 'form' | 'multipart' | 'bytes'
  out: z.ZodType | null
  produces?: 'json' | 'html' | 'bytes'
  /** 303 sends a browser that handed in a form to the page of what came of it. */
  status: 200 | 201 | 202 | 204 | 303
  refusals: readonly RefusalCode[]
  ifMatch?: 'required' | 'optional'
  sheet?: Sheet
}

export type QueryOf<R extends Route> = R['query'] extends z.ZodType ? z.output<R['query']> : Record<string, never>
export type BodyOf<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : undefined
export type BodyIn<R extends Route> = R['body'] extends z.ZodType ? z.input<R['body']> : undefined
export type OutOf<R extends Route> = R['out'] extends z.ZodType ? z.output<R['out']> : undefined

type Named<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Named<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** The parameters of a route's path, by name. */
export type ParamsOf<R extends Route> = { [K in Named<R['path']>]: string }

/** Declares a route; the type of every member is kept. */
export function route<const R extends Route>(definition: R): R {
  return definition
}
