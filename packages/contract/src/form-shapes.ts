import { BLINDNESS, METHODS, PHASES } from '@shixun/domain/calls/design/call'
import { FIELD_TYPES, MEANS } from '@shixun/domain/calls/design/form'
import * as z from 'zod'
import { Id, Line } from './shapes.ts'

const Key = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/)
const Cell = z.union([z.string().max(20_000), z.number(), z.null()])

export const FormField = z.strictObject({
  key: Key,
  title: Line(60),
  type: z.enum(FIELD_TYPES),
  required: z.boolean(),
  identifying: z.boolean(),
  help: z.string().max(500).optional(),
  means: z.enum(MEANS).optional(),
  choices: z.array(Line(60)).max(100).optional(),
  columns: z
    .array(z.strictObject({ key: Key, title: Line(40), type: z.enum(['text', 'number', 'money', 'date']) }))
    .max(20)
    .optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})

export const FormValues = z.record(Key, z.union([Cell, z.array(z.record(Key, Cell)).max(200)]))

export const ReviewRules = z.strictObject({
  blindness: z.enum(BLINDNESS),
  method: z.enum(METHODS),
  expertsPerItem: z.int().min(1).max(15),
  quota: z.int().min(0).max(1000),
  /** By what equal scores are separated, in turn: keys of the rubric's criteria (higher first), `@gap` (smaller first). */
  tieBreak: z
    .array(z.string().regex(/^(@gap|[A-Za-z0-9][A-Za-z0-9_.-]{0,63})$/))
    .max(10)
    .optional(),
  /** Sheets an expert must share with others before severity is corrected; 3 unless said. */
  minSheetsPerRater: z.int().min(1).max(50).optional(),
})

export const Eligibility = z.strictObject({
  phases: z.array(z.enum(PHASES)).max(6),
  accredited: z.boolean(),
  ethicsVeto: z.boolean(),
})

/** What a live check found: `pointer` into the application, a sentence that names the rule and what to do. */
export const Finding = z.strictObject({
  pointer: z.string(),
  rule: z.string(),
  severity: z.enum(['warn', 'block']),
  detail: z.string(),
  limit: z.union([z.string(), z.number()]).optional(),
})

export const LeftValue = z.strictObject({
  field: FormField,
  value: z.union([Cell, z.array(z.record(Key, Cell)).max(200)]),
  since: z.int(),
})

export const File = z.strictObject({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
})
