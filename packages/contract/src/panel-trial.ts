import { METHODS } from '@shixun/domain/calls/call'
import * as z from 'zod'
import { route } from './route.ts'
import { Line } from './shapes.ts'

/** Aggregation of scores without anything being kept. */
export const panelTrialRoutes = {
  tryPanel: route({
    part: 'quality',
    worker: 'documents',
    id: 'tryPanel',
    method: 'POST',
    path: '/api/tools/panel',
    may: 'public',
    summary: '评分汇总试算（不保存）',
    body: z.strictObject({
      sheets: z
        .array(z.strictObject({ item: Line(80), rater: Line(80), score: z.number().min(0).max(100) }))
        .min(1)
        .max(5000),
      method: z.enum(METHODS).default('mean'),
    }),
    out: z.record(z.string(), z.unknown()),
    status: 200,
    refusals: ['invalid-input'],
  }),
}
