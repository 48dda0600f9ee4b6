import * as z from 'zod'
import { Line } from './shapes.ts'

const Mode = z.enum(['off', 'warn', 'block'])
const PerCent = z.int().min(1).max(100)
const Month = z.int().min(1).max(12)

/** Rules of repeated training: what each rule does, how alike titles must be, how far back, and the terms of the report. */
export const RepeatRulesShape = z.strictObject({
  modes: z.strictObject({
    session_clash: Mode,
    same_line: Mode,
    same_topic_and_level: Mode,
    similar_title: Mode,
    elsewhere: Mode,
  }),
  similarity: z.strictObject({ title: PerCent, sameContent: PerCent }),
  years: z.int().min(1).max(10),
  terms: z
    .array(z.strictObject({ key: z.string().regex(/^[a-z]\w{0,19}$/), name: Line(20), from: Month, to: Month }))
    .min(1)
    .max(6),
})
