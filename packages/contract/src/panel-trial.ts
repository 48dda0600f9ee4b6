import { METHODS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { route } from './route.ts'
import { Line } from './shapes.ts'

const Points = z.number().nullable()
const Place = z.int().nullable()
const Coefficient = z.number().nullable()
const Bounds = z.strictObject({ low: z.number(), high: z.number() }).nullable()
const icc = <T extends z.ZodType>(of: T) =>
  z.strictObject({ '1,1': of, '2,1': of, '3,1': of, '1,k': of, '2,k': of, '3,k': of })
const alpha = <T extends z.ZodType>(of: T) => z.strictObject({ nominal: of, ordinal: of, interval: of, ratio: of })
const reason = z.string().optional()

/** Figures in points with two decimals. What cannot be computed is null, and its reason stands under the same name in `reasons`. */
const TrialAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      item: z.string(),
      score: Points,
      mean: Points,
      median: Points,
      trimmed: Points,
      severity_adjusted: Points,
      n: z.int(),
      gap: Points,
      arbitration: z.boolean(),
      rank: z.int(),
      places: z.strictObject({ mean: Place, median: Place, trimmed: Place, severity_adjusted: Place }),
      method_used: z.enum(METHODS).nullable(),
      reasons: z.record(z.string(), z.string()),
    }),
  ),
  /** `severity` > 0 is lenient; `lean` the mean difference from the others, uncorrected; `from` and `to` about 95 %. */
  raters: z.array(
    z.strictObject({
      rater: z.string(),
      severity: Points,
      reason: z.string().nullable(),
      n: z.int(),
      mean: z.number(),
      lean: Points,
      from: Points,
      to: Points,
    }),
  ),
  calibrated: z.boolean(),
  reason: z.string().nullable(),
  reliability: z.strictObject({
    icc: icc(Coefficient),
    /** 95 % confidence intervals. */
    interval: icc(Bounds),
    alpha: alpha(Coefficient),
    reasons: z.strictObject({ icc: icc(reason), alpha: alpha(reason) }),
  }),
})

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
    out: TrialAnswer,
    status: 200,
    refusals: ['invalid-input'],
  }),
}
