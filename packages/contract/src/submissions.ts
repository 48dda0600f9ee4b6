import * as z from 'zod'
import { ApplicationState } from './applications.ts'
import { File, FormField, FormValues } from './form-shapes.ts'
import { route } from './route.ts'
import { Id, Instant, Note } from './shapes.ts'

const base = { part: 'calls', worker: 'district' } as const
const D = '/api/districts/:district'

const Change = z.enum(['same', 'added', 'removed', 'changed'])
/** A text piece by piece: what stayed, what went, what came. */
const Segments = z.array(z.strictObject({ mark: z.enum(['same', 'removed', 'added']), text: z.string() }))
const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
/** A question as one of the two forms asked it, and what was answered. */
const Asked = z.strictObject({ field: FormField, value: FormValues.valueType.nullable() })
const Side = z.strictObject({ no: z.int(), formNo: z.int(), submittedAt: Instant.nullable() })
const Comparison = z.strictObject({
  from: Side,
  to: Side,
  title: z.strictObject({ change: Change, segments: Segments }),
  fields: z.array(
    z.strictObject({
      key: z.string(),
      change: Change,
      before: Asked.nullable(),
      after: Asked.nullable(),
      segments: Segments.nullable(),
      /** Rows matched one to one; `cells` are the columns that differ. */
      rows: z
        .array(
          z.strictObject({
            change: Change,
            moved: z.boolean(),
            before: Row.nullable(),
            after: Row.nullable(),
            cells: z.array(z.string()),
          }),
        )
        .nullable(),
    }),
  ),
  attachments: z.array(
    z.strictObject({
      change: z.enum(['same', 'added', 'removed', 'changed', 'renamed']),
      before: File.nullable(),
      after: File.nullable(),
    }),
  ),
})

/** What follows a submission: batch screening, the submissions one by one, their comparison. */
export const submissionRoutes = {
  batchApplications: route({
    ...base,
    id: 'batchApplications',
    method: 'POST',
    path: `${D}/applications/batch`,
    may: 'application.screen',
    summary: '批量初审：同一决定、同一理由',
    body: z.strictObject({
      action: z.enum(['screen', 'return', 'reject']),
      items: z
        .array(z.strictObject({ id: Id, version: z.int().positive() }))
        .min(1)
        .max(200),
      note: Note.optional(),
      outcome: z.enum(['revise', 'major_revision']).default('revise'),
    }),
    out: z.strictObject({
      done: z.int(),
      items: z.array(
        z.strictObject({
          id: Id,
          title: z.string(),
          done: z.boolean(),
          state: ApplicationState,
          version: z.int(),
          problem: z.string().nullable(),
          detail: z.string().nullable(),
        }),
      ),
    }),
    status: 200,
    refusals: ['invalid-input', 'version-stale'],
  }),
  listSubmissions: route({
    ...base,
    id: 'listSubmissions',
    method: 'GET',
    path: `${D}/applications/:id/submissions`,
    may: 'application.read',
    summary: '历次提交',
    out: z.strictObject({
      items: z.array(
        z.strictObject({
          no: z.int(),
          formNo: z.int(),
          title: z.string(),
          sha256: z.string(),
          attachments: z.array(File),
          submittedAt: Instant,
        }),
      ),
      next: z.null(),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  compareSubmissions: route({
    ...base,
    id: 'compareSubmissions',
    method: 'GET',
    path: `${D}/applications/:id/comparison`,
    may: 'application.read',
    summary: '两次提交逐项对比；0 为当前内容，不指定则比较最近两次',
    /** 0 is what stands now; without them, the last two submissions. */
    query: z.strictObject({
      from: z.coerce.number().int().min(0).max(1000).optional(),
      to: z.coerce.number().int().min(0).max(1000).optional(),
    }),
    out: Comparison,
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
}
