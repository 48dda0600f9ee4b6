import { METHODS } from '@shixun/domain/calls/call'
import * as z from 'zod'
import { FormField, FormValues } from './form-shapes.ts'
import { route } from './route.ts'
import { CriterionKey, Hundredths, RubricBody } from './rubrics.ts'
import { Id, Instant, item, Noted, Paging, pageOf, paging, Reasoned } from './shapes.ts'
import { qualitySheets as SHEETS } from './sheets/quality.ts'

const PanelCard = z.strictObject({
  ...item,
  callId: Id,
  callTitle: z.string(),
  state: z.enum(['scoring', 'concluded']),
  size: z.int(),
  method: z.enum(METHODS),
  sheetsTotal: z.int(),
  sheetsIn: z.int(),
  gapsOpen: z.int(),
  dueOn: z.string().nullable(),
  createdAt: Instant,
})
const PanelItem = z.strictObject({
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  official: z.number(),
  rank: z.int(),
  tied: z.boolean(),
  withinQuota: z.boolean(),
  mean: z.number(),
  median: z.number(),
  trimmed: z.number().nullable(),
  severityAdjusted: z.number().nullable(),
  gap: z.number(),
  arbitration: z.boolean(),
  sheets: z.int(),
})
const Panel = z.strictObject({
  ...PanelCard.omit({ callTitle: true }).shape,
  rubricId: Id,
  blindness: z.enum(['none', 'single', 'double']),
  seed: z.string(),
  gapWaived: z.record(Id, z.string()),
  concludedAt: Instant.nullable(),
  sheets: z.array(
    z.strictObject({
      id: Id,
      applicationId: Id,
      expertId: Id,
      expertName: z.string(),
      title: z.string(),
      unitName: z.string(),
      state: z.enum(['assigned', 'declared', 'submitted', 'recused', 'replaced', 'voided']),
      total: z.number().nullable(),
      conflicts: z.array(z.strictObject({ rule: z.string(), detail: z.string() })),
    }),
  ),
  result: z
    .strictObject({
      engine: z.string(),
      method: z.enum(METHODS),
      calibrated: z.boolean(),
      calibrationReason: z.string().nullable(),
      items: z.array(PanelItem),
      reliability: z.record(z.string(), z.unknown()),
    })
    .nullable(),
})

const SheetState = z.enum(['assigned', 'declared', 'submitted', 'recused', 'replaced', 'voided'])
const SheetCard = z.strictObject({
  ...item,
  panelId: Id,
  label: z.string(),
  state: SheetState,
  total: z.number().nullable(),
  createdAt: Instant,
})
const Sheet = z.strictObject({
  ...SheetCard.shape,
  blind: z.boolean(),
  rubric: RubricBody.nullable(),
  form: z.array(FormField),
  values: FormValues,
  /** Under blind review by the titles of their fields; the bytes stay with the office, because a file's own properties name people. */
  attachments: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), size: z.int() })),
  scores: z.record(CriterionKey, Hundredths),
  comment: z.string(),
})

const base = { part: 'quality', worker: 'district' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Panels and scoresheets. */
export const panelRoutes = {
  listPanels: route({
    ...base,
    id: 'listPanels',
    method: 'GET',
    path: `${D}/panels`,
    may: 'panel.read',
    summary: '评审组',
    query: Paging,
    out: pageOf(PanelCard),
    sheet: SHEETS.panels,
    status: 200,
    refusals: [],
  }),
  formPanel: route({
    ...base,
    id: 'formPanel',
    method: 'POST',
    path: `${D}/panels`,
    may: 'panel.write',
    summary: '组成评审组，随机分配专家',
    body: z.strictObject({
      callId: Id,
      expertIds: z.array(Id).min(1).max(200),
      size: z.int().min(1).max(15).optional(),
      seed: z.string().trim().min(1).max(80).optional(),
    }),
    out: Panel,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'experts-short', 'version-stale'],
  }),
  readPanel: route({
    ...base,
    id: 'readPanel',
    method: 'GET',
    path: `${D}/panels/:id`,
    may: 'panel.read',
    summary: '一个评审组：分配、进度、结果',
    out: Panel,
    status: 200,
    refusals: ['not-found'],
  }),
  concludePanel: route({
    ...base,
    ...moved,
    id: 'concludePanel',
    path: `${D}/panels/:id/actions/conclude`,
    may: 'panel.conclude',
    summary: '汇总评分并排名',
    body: Noted,
    out: Panel,
    refusals: [...moveRefusals, 'sheets-missing'],
  }),
  listScoresheets: route({
    ...base,
    id: 'listScoresheets',
    method: 'GET',
    path: `${D}/scoresheets`,
    may: 'scoresheet.read',
    summary: '评分表',
    query: z.strictObject({ ...paging, panel: Id.optional() }),
    out: pageOf(SheetCard),
    sheet: SHEETS.scoresheets,
    status: 200,
    refusals: [],
  }),
  readScoresheet: route({
    ...base,
    id: 'readScoresheet',
    method: 'GET',
    path: `${D}/scoresheets/:id`,
    may: 'scoresheet.read',
    summary: '一张评分表；声明无冲突之前不显示材料',
    out: Sheet,
    status: 200,
    refusals: ['not-found'],
  }),
  scoreSheet: route({
    ...base,
    id: 'scoreSheet',
    method: 'PATCH',
    path: `${D}/scoresheets/:id`,
    may: 'scoresheet.write',
    summary: '保存评分',
    body: z.strictObject({ scores: z.record(CriterionKey, Hundredths), comment: z.string().max(4000).optional() }),
    out: Sheet,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  declareNoConflict: route({
    ...base,
    ...moved,
    id: 'declareNoConflict',
    path: `${D}/scoresheets/:id/actions/declare`,
    may: 'scoresheet.declare',
    summary: '声明无利益冲突',
    body: Noted,
    out: Sheet,
    refusals: [...moveRefusals, 'conflict-of-interest'],
  }),
  recuseExpert: route({
    ...base,
    ...moved,
    id: 'recuseExpert',
    path: `${D}/scoresheets/:id/actions/recuse`,
    may: 'scoresheet.recuse',
    summary: '回避',
    body: Reasoned,
    out: Sheet,
    refusals: moveRefusals,
  }),
  submitScoresheet: route({
    ...base,
    ...moved,
    id: 'submitScoresheet',
    path: `${D}/scoresheets/:id/actions/submit`,
    may: 'scoresheet.submit',
    summary: '提交评分，封存',
    body: Noted,
    out: Sheet,
    refusals: [...moveRefusals, 'invalid-input'],
  }),
  reopenScoresheet: route({
    ...base,
    ...moved,
    id: 'reopenScoresheet',
    path: `${D}/scoresheets/:id/actions/reopen`,
    may: 'scoresheet.reopen',
    summary: '退回重评',
    body: Reasoned,
    out: Sheet,
    refusals: moveRefusals,
  }),
}
