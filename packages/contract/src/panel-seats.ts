import * as z from 'zod'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, pageOf, paging } from './shapes.ts'
import { qualitySheets as SHEETS } from './sheets/quality.ts'

/** An expert in a draw: seats that fell to them, and items they are kept from. */
export const DrawnExpert = z.strictObject({
  id: Id,
  name: z.string(),
  subjects: z.array(z.string()),
  phases: z.array(z.string()),
  load: z.int(),
  barred: z.int(),
})

const SeatState = z.enum(['assigned', 'declared', 'submitted', 'recused', 'replaced', 'voided'])
export const ConflictCard = z.strictObject({ rule: z.string(), detail: z.string() })
export const SeatReason = z.strictObject({
  by: z.enum(['draw', 'replacement', 'refill', 'extra']),
  itemSubject: z.string().nullable(),
  itemPhase: z.string().nullable(),
  subject: z.boolean(),
  phase: z.boolean(),
  load: z.int(),
  place: z.int().optional(),
  of: z.int().optional(),
  named: z.boolean().optional(),
})

/** One expert on one item: a seat, or one that a conflict barred before anybody was seated (`seat: barred`). */
const Seat = z.strictObject({
  ...item,
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  expertId: Id,
  expertName: z.string(),
  state: SeatState,
  seat: z.enum(['regular', 'extra', 'barred']),
  /** The sheet whose seat this one took, and the one that took this one's. */
  replaces: Id.nullable(),
  replacedBy: Id.nullable(),
  why: SeatReason.nullable(),
  /** `why` as a sentence. */
  because: z.string(),
  conflicts: z.array(ConflictCard),
  total: z.number().nullable(),
  late: z.boolean(),
  sealedAt: Instant.nullable(),
})

const PanelExpert = z.strictObject({
  id: Id,
  name: z.string(),
  subjects: z.array(z.string()),
  phases: z.array(z.string()),
  /** Sheets that count: those not yet sealed and those sealed. */
  due: z.int(),
  assigned: z.int(),
  declared: z.int(),
  submitted: z.int(),
  recused: z.int(),
  replaced: z.int(),
  voided: z.int(),
  barred: z.int(),
  /** Handed in after the day they were due; not handed in and overdue by now. */
  late: z.int(),
  overdue: z.int(),
  lastAt: Instant.nullable(),
  remindedAt: Instant.nullable(),
})

const Candidate = z.strictObject({
  expertId: Id,
  name: z.string(),
  subjects: z.array(z.string()),
  phases: z.array(z.string()),
  /** Whether they sit in this panel already, and how many sheets they carry there. */
  inPanel: z.boolean(),
  load: z.int(),
  subject: z.boolean(),
  phase: z.boolean(),
  /** Place among those who can be asked; null when something bars them. */
  place: z.int().nullable(),
  barred: z.array(ConflictCard),
})

const Given = z.strictObject({
  /** New sheets, and the sheets whose seats they took. */
  given: z.array(
    z.strictObject({
      id: Id,
      applicationId: Id,
      title: z.string(),
      expertId: Id,
      expertName: z.string(),
      replaces: Id.nullable(),
      because: z.string(),
    }),
  ),
  /** Seats for which nobody could be asked: they stay as they were. */
  unfilled: z.array(z.strictObject({ applicationId: Id, title: z.string(), sheetId: Id, why: z.string() })),
})

const base = { part: 'quality', worker: 'review' } as const
const P = '/api/districts/:district/panels/:id'
const changed = { ...base, method: 'POST', may: 'panel.write', status: 200, out: Given } as const
const refusals = ['not-found', 'invalid-input', 'state-refuses', 'nobody-to-ask', 'version-stale'] as const
const Named = Id.optional()

/** Seats of a panel: who got what and why, who is how far, and how a seat changes hands. */
export const panelSeatRoutes = {
  listPanelSeats: route({
    ...base,
    id: 'listPanelSeats',
    method: 'GET',
    path: `${P}/seats`,
    may: 'panel.read',
    summary: '分配依据：每份申报由谁评、为什么；`show` 可只看空出的席位、未交的、分差待处理的',
    query: z.strictObject({
      ...paging,
      expert: Id.optional(),
      application: Id.optional(),
      show: z.enum(['all', 'open', 'unfinished', 'gaps', 'barred']).default('all'),
    }),
    out: pageOf(Seat),
    sheet: SHEETS.panelSeats,
    status: 200,
    refusals: ['not-found'],
  }),
  listPanelExperts: route({
    ...base,
    id: 'listPanelExperts',
    method: 'GET',
    path: `${P}/experts`,
    may: 'panel.read',
    summary: '评审进度：每位专家分到、完成、逾期多少，最近一次是什么时候',
    query: z.strictObject(paging),
    out: pageOf(PanelExpert),
    sheet: SHEETS.panelExperts,
    status: 200,
    refusals: ['not-found'],
  }),
  verifyDraw: route({
    ...base,
    id: 'verifyDraw',
    method: 'GET',
    path: `${P}/draw`,
    may: 'panel.read',
    summary: '核对抽签：按保存的输入重抽一次，与现有席位逐一比较',
    out: z.strictObject({
      engine: z.string().nullable(),
      on: z.string().nullable(),
      seeds: z.array(z.strictObject({ seed: z.string(), reason: z.string().nullable() })),
      items: z.int(),
      seats: z.int(),
      conflicts: z.int(),
      experts: z.array(DrawnExpert),
      /** The seed is the one that the rule gives for these applications; the draw gives the seats that were kept; those are the sheets. */
      seedHolds: z.boolean(),
      drawHolds: z.boolean(),
      sheetsHold: z.boolean(),
      differences: z.array(
        z.strictObject({ item: z.string(), only: z.array(z.string()), instead: z.array(z.string()) }),
      ),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  listSeatCandidates: route({
    ...base,
    id: 'listSeatCandidates',
    method: 'GET',
    path: `${P}/candidates`,
    may: 'panel.write',
    summary: '一份申报可以请谁来评：按学科、学段、负荷排好，不能请的说明原因',
    query: z.strictObject({ application: Id, q: z.string().trim().max(40).optional() }),
    out: z.strictObject({
      applicationId: Id,
      title: z.string(),
      subject: z.string().nullable(),
      phase: z.string().nullable(),
      candidates: z.array(Candidate),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  replaceSeat: route({
    ...changed,
    id: 'replaceSeat',
    path: `${P}/actions/replace-seat`,
    may: 'scoresheet.replace',
    summary: '换一位专家，或补上回避、作废后空出的席位；不指定则按规则取第一位',
    body: z.strictObject({ sheetId: Id, note: Line(2000), expertId: Named }),
    refusals,
  }),
  replaceExpert: route({
    ...changed,
    id: 'replaceExpert',
    path: `${P}/replace-expert`,
    summary: '一位专家不再参加：未交的评分表均衡分给别人，已交的保留',
    body: z.strictObject({ expertId: Id, note: Line(2000) }),
    refusals,
  }),
  refillSeats: route({
    ...changed,
    id: 'refillSeats',
    path: `${P}/refill`,
    summary: '补齐回避、作废后空出的席位',
    body: z.strictObject({ note: Line(2000) }),
    refusals,
  }),
  addExtraExpert: route({
    ...changed,
    id: 'addExtraExpert',
    path: `${P}/extra-seats`,
    summary: '分差过大的申报加请一位专家',
    body: z.strictObject({ applicationId: Id, note: Line(2000), expertId: Named }),
    refusals,
  }),
  waiveGap: route({
    ...base,
    id: 'waiveGap',
    method: 'POST',
    path: `${P}/waived-gaps`,
    may: 'panel.write',
    summary: '分差不再加评，写明理由',
    body: z.strictObject({ applicationId: Id, note: Line(2000) }),
    out: z.strictObject({ gapsOpen: z.int(), gapWaived: z.record(Id, z.string()) }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  remindExperts: route({
    ...base,
    id: 'remindExperts',
    method: 'POST',
    path: `${P}/reminders`,
    may: 'panel.write',
    summary: '催办：一位或全部未交齐的专家，同一位 24 小时内只催一次',
    body: z.strictObject({ expertIds: z.array(Id).min(1).max(200).optional() }),
    out: z.strictObject({
      reminded: z.array(z.strictObject({ expertId: Id, name: z.string(), unfinished: z.int() })),
      /** Reminded within the last 24 hours: not again. */
      spared: z.array(z.strictObject({ expertId: Id, name: z.string(), remindedAt: Instant })),
      /** What the office may send on by telephone or chat. */
      text: z.string(),
    }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  editPanel: route({
    ...base,
    id: 'editPanel',
    method: 'PATCH',
    path: P,
    may: 'panel.write',
    summary: '调整评审的截止日期',
    body: z.strictObject({ dueOn: Day, note: Line(2000) }),
    out: z.strictObject({ ...item, dueOn: z.string().nullable() }),
    status: 200,
    ifMatch: 'required',
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
  }),
}
