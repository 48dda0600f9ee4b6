import * as z from 'zod'
import { route } from './route.ts'
import { Day, Id, Instant, item, pageOf, paging } from './shapes.ts'
import { evaluationSheets as SHEETS } from './sheets/evaluations.ts'

const Points = z.number()

const EvaluationCard = z.strictObject({
  ...item,
  subjectKind: z.enum(['application', 'project']),
  subjectId: Id,
  subjectTitle: z.string(),
  unitId: Id,
  unitName: z.string(),
  rubricId: Id,
  rubricTitle: z.string(),
  /** Which version of its line the rubric is. */
  rubricNo: z.int(),
  panelId: Id.nullable(),
  method: z.string(),
  engine: z.string(),
  /** `blocked`: data are missing, so there is no total. */
  status: z.enum(['final', 'blocked']),
  total: Points.nullable(),
  band: z.string().nullable(),
  bandTitle: z.string().nullable(),
  cause: z.enum(['panel', 'completion', 'appeal', 'conflict']),
  /** The evaluation beside which this one stands. */
  previousId: Id.nullable(),
  reason: z.string().nullable(),
  sha256: z.string(),
  createdAt: Instant,
})

/** Whether its unit may appeal against it now; `why` not. */
const AppealChance = z.strictObject({
  may: z.boolean(),
  /** The last day on which an appeal is taken; null when the calendar does not reach so far. */
  until: Day.nullable(),
  why: z.enum(['late', 'superseded', 'appealed', 'calendar-year-missing']).nullable(),
  /** The appeal that there is. */
  id: Id.nullable(),
})

const EvaluationView = z.strictObject({
  ...EvaluationCard.shape,
  /** The newer evaluation of the same subject that took its place. */
  newerId: Id.nullable(),
  appeal: AppealChance,
})

const Line = z.strictObject({
  /** Which step: `leaf/KEY`, `method`, `gap`, `reweighted`, `method_turn`, `severity`, `total`, `rounding`, `band`, `blocked`. */
  id: z.string(),
  line: z.string(),
  /** The formula, whatever the language. */
  formulaId: z.string(),
  formula: z.string(),
  /** The step's exact figure in points as `num/den`. */
  exact: z.string().nullable(),
  inputs: z.array(z.strictObject({ name: z.string(), value: z.string() })),
})

const TreeNode = z.strictObject({
  key: z.string(),
  title: z.string(),
  kind: z.enum(['group', 'leaf']),
  /** In hundredths of a point; of a group that of its ordinary leaves. */
  max: z.int(),
  exact: z.string().nullable(),
  points: z.string().nullable(),
  /** False where a leaf below has no figure. */
  whole: z.boolean(),
  leaf: z.unknown(),
  /** Nodes of the same shape. */
  children: z.array(z.unknown()),
})

const ExplainInputs = z.strictObject({
  /** Experts by drawn number; scores in hundredths by criterion. */
  sheets: z.array(z.strictObject({ expert: z.string(), scores: z.record(z.string(), z.int()) })),
  measured: z.record(z.string(), z.int().nullable()),
  severities: z.record(z.string(), z.string()).nullable(),
  evidence: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  rubricSha256: z.string().nullable(),
  panelSheetsSha256: z.string().nullable(),
})

const Figure = z.strictObject({
  points: z.int().nullable(),
  measured: z.int().nullable(),
  scores: z.array(z.strictObject({ rater: z.string(), score: z.int() })),
  raised: z.boolean().nullable(),
  state: z.string(),
})
const Changed = z.strictObject({ before: z.string().nullable(), after: z.string().nullable() })
/** Two evaluations of one subject line by line; points are hundredths. */
export const ComparisonShape = z.strictObject({
  total: z.strictObject({ before: z.int().nullable(), after: z.int().nullable(), change: z.int().nullable() }),
  band: Changed,
  method: Changed,
  rubricVersion: Changed,
  engine: Changed,
  sheets: z.strictObject({ before: z.int(), after: z.int() }),
  leaves: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      before: Figure.nullable(),
      after: Figure.nullable(),
      change: z.int().nullable(),
      changed: z.boolean(),
    }),
  ),
})

const base = { part: 'quality', worker: 'review', may: 'evaluation.read' } as const
const one = '/api/districts/:district/evaluations/:id'

/** Results of scoring: each with the whole way to it, and a hash over its very bytes. */
export const evaluationRoutes = {
  listEvaluations: route({
    ...base,
    id: 'listEvaluations',
    method: 'GET',
    path: '/api/districts/:district/evaluations',
    summary: '评估结果',
    query: z.strictObject({ ...paging, subject: Id.optional(), panel: Id.optional() }),
    out: pageOf(EvaluationCard),
    sheet: SHEETS.evaluations,
    status: 200,
    refusals: [],
  }),
  readEvaluation: route({
    ...base,
    id: 'readEvaluation',
    method: 'GET',
    path: one,
    summary: '一个评估结果：是否已被新的结果取代，能否申诉',
    out: EvaluationView,
    status: 200,
    refusals: ['not-found'],
  }),
  explainEvaluation: route({
    ...base,
    id: 'explainEvaluation',
    method: 'GET',
    path: `${one}/explain`,
    summary: '得分从何而来：每个数字、公式和依据',
    query: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
    out: z.strictObject({
      id: Id,
      total: Points.nullable(),
      band: z.string().nullable(),
      engine: z.string(),
      sha256: z.string(),
      inputsSha256: z.string().nullable(),
      /** Who the numbers are; empty to whoever may not know. */
      experts: z.array(z.strictObject({ no: z.string(), id: Id, name: z.string() })),
      inputs: ExplainInputs,
      derivation: z.unknown(),
      tree: z.array(TreeNode),
      lines: z.array(Line),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  readDerivation: route({
    ...base,
    id: 'readDerivation',
    method: 'GET',
    path: `${one}/derivation`,
    summary: '计算过程的原始字节：其 SHA-256 就是评估结果的指纹',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  exportEvaluation: route({
    ...base,
    id: 'exportEvaluation',
    method: 'GET',
    path: `${one}/workbook`,
    summary: '一个评估结果的计算过程（Excel）',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  compareEvaluation: route({
    ...base,
    id: 'compareEvaluation',
    method: 'GET',
    path: `${one}/comparison`,
    summary: '与原结果逐项对照',
    out: z.strictObject({ before: EvaluationCard, after: EvaluationCard, comparison: ComparisonShape }),
    status: 200,
    refusals: ['not-found'],
  }),
}
