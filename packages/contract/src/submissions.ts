import * as z from 'zod'
import { ApplicationState } from './applications.ts'
import { File, FormField } from './form-shapes.ts'
import { route } from './route.ts'
import { Id, Instant, Note } from './shapes.ts'

const base = { part: 'calls', worker: 'district' } as const
const D = '/api/districts/:district'

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
          title: z.string().nullable(),
          done: z.boolean(),
          state: ApplicationState.nullable(),
          version: z.int().nullable(),
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
    summary: '两次提交逐项对比；to 为 0 时与当前内容比较',
    query: z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(0) }),
    out: z.strictObject({
      from: z.int(),
      to: z.int(),
      title: z.strictObject({ before: z.string(), after: z.string() }),
      fields: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          field: FormField,
          change: z.enum(['same', 'added', 'removed', 'changed']),
          before: z.unknown(),
          after: z.unknown(),
          /** Of a text: what stayed, what went, what came. */
          segments: z
            .array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))
            .nullable(),
          /** Of rows: matched one to one. */
          rows: z
            .array(
              z.strictObject({
                change: z.enum(['same', 'added', 'removed', 'changed']),
                before: z.record(z.string(), z.unknown()).nullable(),
                after: z.record(z.string(), z.unknown()).nullable(),
              }),
            )
            .nullable(),
        }),
      ),
      attachments: z.array(
        z.strictObject({
          name: z.string(),
          change: z.enum(['same', 'added', 'removed', 'changed']),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
}
