import * as z from 'zod'
import { panelRoutes } from './panels.ts'
import { route } from './route.ts'
import { rubricRoutes } from './rubrics.ts'
import { Id, Instant, item, pageOf, paging } from './shapes.ts'
import { qualitySheets as SHEETS } from './sheets/quality.ts'

const EvaluationCard = z.strictObject({
  ...item,
  subjectKind: z.enum(['application', 'project']),
  subjectId: Id,
  unitId: Id,
  rubricId: Id,
  method: z.string(),
  engine: z.string(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  sha256: z.string(),
  createdAt: Instant,
})

const base = { part: 'quality', worker: 'district' } as const
const D = '/api/districts/:district'

/** Quality scoring: rubrics, panels, scoresheets, evaluations. */
export const qualityRoutes = {
  ...rubricRoutes,
  ...panelRoutes,
  listEvaluations: route({
    ...base,
    id: 'listEvaluations',
    method: 'GET',
    path: `${D}/evaluations`,
    may: 'evaluation.read',
    summary: '评估结果',
    query: z.strictObject({ ...paging, subject: Id.optional() }),
    out: pageOf(EvaluationCard),
    sheet: SHEETS.evaluations,
    status: 200,
    refusals: [],
  }),
  readEvaluation: route({
    ...base,
    id: 'readEvaluation',
    method: 'GET',
    path: `${D}/evaluations/:id`,
    may: 'evaluation.read',
    summary: '一个评估结果',
    out: EvaluationCard,
    status: 200,
    refusals: ['not-found'],
  }),
  explainEvaluation: route({
    ...base,
    id: 'explainEvaluation',
    method: 'GET',
    path: `${D}/evaluations/:id/explain`,
    may: 'evaluation.read',
    summary: '得分从何而来：每个数字、公式和依据',
    out: z.strictObject({
      id: Id,
      total: z.number().nullable(),
      band: z.string().nullable(),
      sha256: z.string(),
      derivation: z.unknown(),
      lines: z.array(z.unknown()),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
}
