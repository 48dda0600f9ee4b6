import { METHODS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { route } from './route.ts'
import { Id, Instant, item, pageOf, paging } from './shapes.ts'
import { rankingSheets as SHEETS } from './sheets/rankings.ts'

const Seat = z.enum(['in', 'out', 'undecided'])
/** Points with two decimals. */
const Points = z.number()
const Statistic = z.strictObject({ value: z.number().nullable(), reason: z.string().nullable() })
const Bounds = z.strictObject({ low: z.number(), high: z.number() }).nullable()
const ICC = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const
const ALPHA = ['nominal', 'ordinal', 'interval', 'ratio'] as const

/** An application in the ranking of its panel: every method side by side, one official. */
const PanelItem = z.strictObject({
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  official: Points,
  /** Competition places: 1, 2, 2, 4. */
  rank: z.int(),
  tied: z.boolean(),
  withinQuota: z.boolean(),
  /** `undecided`: a tie that no rule breaks lies across the quota; the office decides. */
  seat: Seat,
  /** Another shows the same two decimals although the exact scores differ. */
  samePublished: z.boolean(),
  /** Tie-break rules that had a say: keys of criteria, or `@gap`. */
  brokenBy: z.array(z.string()),
  /** Why the mean stands in for the method. */
  fallback: z.string().nullable(),
  mean: Points,
  median: Points,
  trimmed: Points.nullable(),
  severityAdjusted: Points.nullable(),
  /** The place under each method. */
  places: z.strictObject({
    mean: z.int(),
    median: z.int(),
    trimmed: z.int().nullable(),
    severityAdjusted: z.int().nullable(),
  }),
  gap: Points,
  arbitration: z.boolean(),
  /** What answered a gap: a further expert's sheet, or the office's waiver. */
  settled: z.enum(['extra', 'waived']).nullable(),
  /** Keys of raised vetoes: such an application stands behind all others and takes no seat. */
  vetoed: z.array(z.string()),
  sheets: z.int(),
  /** Null while the explanation of a large panel is still being written. */
  evaluationId: Id.nullable(),
})

const Spread = z.strictObject({
  n: z.int(),
  low: Points,
  lower: Points,
  median: Points,
  upper: Points,
  high: Points,
  mean: Points,
})

/** What a conclusion found. `items` are the first 200 by place; all of them are the pages of the ranking. */
export const PanelResult = z.strictObject({
  engine: z.string(),
  method: z.enum(METHODS),
  /** The conclusion counts from 1; a later one follows on a voided sheet. */
  round: z.int(),
  calibrated: z.boolean(),
  calibrationReason: z.string().nullable(),
  itemsTotal: z.int(),
  fallbacks: z.int(),
  /** Applications whose explanation is still being written. */
  unexplained: z.int(),
  sheetsCounted: z.int(),
  /** Appeals settled since, the newest first, at most 20: the ranking stays as the sheets gave it, the newer result stands beside it. */
  appealed: z.array(
    z.strictObject({
      appealId: Id,
      applicationId: Id,
      title: z.string(),
      evaluationId: Id,
      before: Points.nullable(),
      after: Points.nullable(),
      /** Scores and places of the applications were changed by it. */
      applied: z.boolean(),
    }),
  ),
  items: z.array(PanelItem),
  /** Sealed sheets by whole points of their total, 0 to 100. */
  histogram: z.array(z.int()).length(101),
  /** `lean`: mean difference from the others on the same items; `severity`: corrected, about 95 % certain between `from` and `to`. */
  raters: z.array(
    z.strictObject({
      rater: Id,
      name: z.string(),
      spread: Spread,
      lean: Points.nullable(),
      severity: Points.nullable(),
      from: Points.nullable(),
      to: Points.nullable(),
    }),
  ),
  criteria: z.array(
    z.strictObject({ key: z.string(), title: z.string(), max: Points, nature: z.string(), spread: Spread.nullable() }),
  ),
  tieBreak: z.array(z.strictObject({ rule: z.string(), title: z.string() })),
  line: z.strictObject({
    quota: z.int(),
    seatsLeft: z.int(),
    tied: z.array(Id),
    decidedBy: z.array(z.string()),
  }),
  reliability: z.strictObject({
    icc: z.strictObject(record(ICC, Statistic)),
    /** 95 % confidence intervals; null where there is none. */
    interval: z.strictObject(record(ICC, Bounds)),
    alpha: z.strictObject(record(ALPHA, Statistic)),
    oneWay: z.strictObject({ items: z.int() }),
    twoWay: z.strictObject({ items: z.int(), raters: z.int() }),
  }),
})

function record<K extends string, T>(keys: readonly K[], shape: T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, T>
}

const Standing = z.strictObject({ official: Points, rank: z.int(), seat: Seat }).nullable()
/** What one conclusion changes against another, in the order of the newer; those that fell out stand last. */
const Changes = z.strictObject({
  id: Id,
  version: item.version,
  actions: z.array(z.string()),
  calibrated: z.boolean(),
  calibrationReason: z.string().nullable(),
  sheetsCounted: z.int(),
  changes: z.array(
    z.strictObject({
      applicationId: Id,
      title: z.string(),
      unitName: z.string(),
      before: Standing,
      after: Standing,
      scoreChange: Points.nullable(),
      /** Places gained (+) or lost (-). */
      moved: z.int().nullable(),
      seatChanged: z.boolean(),
    }),
  ),
  unchanged: z.int(),
  seatsChanged: z.int(),
  /** Applications that went on to a notice or a decision: a new conclusion does not reach them. */
  wentOn: z.int(),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'

/** Rankings and what would change them. */
export const panelResultRoutes = {
  listRanking: route({
    ...base,
    id: 'listRanking',
    method: 'GET',
    path: `${D}/panels/:id/ranking`,
    may: 'panel.read',
    summary: '评审组的排名：四种方法并列，名额线、并列、分差',
    query: z.strictObject({ ...paging, round: z.coerce.number().int().min(1).optional() }),
    out: pageOf(PanelItem),
    sheet: SHEETS.ranking,
    status: 200,
    refusals: ['not-found'],
  }),
  recountPanel: route({
    ...base,
    id: 'recountPanel',
    method: 'GET',
    path: `${D}/panels/:id/recount`,
    may: 'panel.read',
    summary: '按现在有效的评分表重新计算会有什么变化；不写入',
    out: Changes,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'experts-short'],
  }),
  comparePanelRounds: route({
    ...base,
    id: 'comparePanelRounds',
    method: 'GET',
    path: `${D}/panels/:id/rounds/:round`,
    may: 'panel.read',
    summary: '一次重新汇总改变了什么：与上一次相比',
    out: Changes.extend({ round: z.int(), concludedAt: Instant.nullable() }),
    status: 200,
    refusals: ['not-found'],
  }),
}
