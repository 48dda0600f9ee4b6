import * as z from 'zod'
import { route } from './route.ts'
import { Id } from './shapes.ts'

const base = { part: 'calls', worker: 'district', may: 'application.screen' } as const
const C = '/api/districts/:district/calls/:id'

/** Outcomes that the office fills into a workbook and gives back. */
export const resultRoutes = {
  readResultsTemplate: route({
    ...base,
    id: 'readResultsTemplate',
    method: 'GET',
    path: `${C}/results-template`,
    summary: '初审结果模板（Excel）',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found', 'too-many-rows'],
  }),
  importResults: route({
    ...base,
    id: 'importResults',
    method: 'POST',
    path: `${C}/results/import`,
    summary: '导入初审结果',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            number: z.union([z.string(), z.number(), z.null()]),
            outcome: z.union([z.string(), z.number(), z.null()]),
            reason: z.union([z.string(), z.number(), z.null()]),
          }),
        )
        .min(1)
        .max(1000),
      /** Only check: nothing is written. */
      dryRun: z.boolean().default(false),
    }),
    out: z.strictObject({
      accepted: z.int(),
      byOutcome: z.record(z.string(), z.int()),
      rejected: z.array(z.strictObject({ row: z.int(), column: z.string(), problem: z.string(), detail: z.string() })),
      applications: z.array(Id),
    }),
    status: 200,
    refusals: ['not-found', 'invalid-input', 'version-stale'],
  }),
}
