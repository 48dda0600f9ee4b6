import { METHODS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { PanelPlan, PanelPreview } from './panel-draws.ts'
import { PanelResult, panelResultRoutes } from './panel-results.ts'
import { panelSeatRoutes } from './panel-seats.ts'
import { route } from './route.ts'
import { Id, Instant, item, Noted, pageOf, paging, Reasoned } from './shapes.ts'
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
const Panel = z.strictObject({
  ...PanelCard.omit({ callTitle: true }).shape,
  rubricId: Id,
  blindness: z.enum(['none', 'single', 'double']),
  seed: z.string(),
  gapWaived: z.record(Id, z.string()),
  concludedAt: Instant.nullable(),
  /** The newest; all of them are the pages of `seats`. */
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
  result: PanelResult.nullable(),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = { method: 'POST', status: 200, ifMatch: 'optional' } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** Panels. */
export const panelRoutes = {
  listPanels: route({
    ...base,
    id: 'listPanels',
    method: 'GET',
    path: `${D}/panels`,
    may: 'panel.read',
    summary: '评审组',
    query: z.strictObject({ ...paging, call: Id.optional(), state: z.enum(['scoring', 'concluded']).optional() }),
    out: pageOf(PanelCard),
    sheet: SHEETS.panels,
    status: 200,
    refusals: [],
  }),
  previewPanel: route({
    ...base,
    id: 'previewPanel',
    method: 'POST',
    path: `${D}/panels/preview`,
    may: 'panel.write',
    summary: '预览抽签结果：谁评哪几份、为什么、缺谁；不写入任何内容',
    body: PanelPlan.extend({ from: z.int().min(0).optional() }),
    out: PanelPreview,
    status: 200,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'panel-too-large'],
  }),
  formPanel: route({
    ...base,
    id: 'formPanel',
    method: 'POST',
    path: `${D}/panels`,
    may: 'panel.write',
    summary: '组成评审组，按抽签分配专家；给出预览时的 `seed`，申报有增减就不会组成另一个样子',
    body: PanelPlan.extend({ seed: z.string().trim().min(1).max(80).optional() }),
    out: Panel,
    status: 201,
    refusals: [
      'not-found',
      'invalid-input',
      'state-refuses',
      'experts-short',
      'draw-changed',
      'panel-too-large',
      'version-stale',
    ],
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
    refusals: [...moveRefusals, 'sheets-missing', 'experts-short'],
  }),
  reconcludePanel: route({
    ...base,
    ...moved,
    id: 'reconcludePanel',
    path: `${D}/panels/:id/actions/reconclude`,
    may: 'panel.reconclude',
    summary: '评分表作废后重新汇总：新的结果与原结果并存',
    body: Reasoned,
    out: Panel,
    refusals: [...moveRefusals, 'sheets-missing', 'experts-short'],
  }),
  ...panelResultRoutes,
  ...panelSeatRoutes,
}
