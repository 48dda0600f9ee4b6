import * as z from 'zod'
import { route } from './route.ts'
import { CriterionKey } from './rubrics.ts'
import { Day, History, Id, Instant, item, Line, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { inspectionSheets as SHEETS } from './sheets/inspections.ts'

const State = z.enum(['planned', 'sealed', 'released', 'cancelled'])
/** Points in hundredths, null where none were given. */
const Score = z.int().min(0).max(10_000).nullable()
const Answer = z.enum(['yes', 'no', 'na']).nullable()
const Note = z.string().trim().max(1000)

const CheckItem = z.strictObject({
  key: CriterionKey,
  title: z.string(),
  kind: z.enum(['points', 'veto', 'yes_no']),
  nature: z.enum(['score', 'bonus', 'deduction', 'veto']).nullable(),
  max: z.int(),
  help: z.string(),
})
const Entry = z.strictObject({ score: Score, answer: Answer, note: z.string(), at: Instant })
const Photo = z.strictObject({
  id: Id,
  itemKey: CriterionKey,
  caption: z.string(),
  takenAt: Instant,
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
})
const InspectionSheet = z.strictObject({
  ...item,
  inspectionId: Id,
  /** The expert of the library; null of the office's own record. */
  expertId: Id.nullable(),
  visitorName: z.string(),
  state: z.enum(['open', 'sealed', 'cancelled']),
  /** By item; `earlier` is an entry of another device that a later one took the place of unseen. */
  entries: z.record(CriterionKey, z.strictObject({ ...Entry.shape, earlier: Entry.optional() })),
  summary: z.string(),
  receivedBy: z.string(),
  reopenNote: z.string().nullable(),
  sealedAt: Instant.nullable(),
  photos: z.array(Photo),
})
const InspectionCard = z.strictObject({
  ...item,
  projectId: Id,
  title: z.string(),
  unitId: Id,
  unitName: z.string(),
  rubricId: Id.nullable(),
  visitOn: Day,
  purpose: z.string(),
  state: State,
  sheetsTotal: z.int(),
  sheetsSealed: z.int(),
  sealedAt: Instant.nullable(),
  releasedAt: Instant.nullable(),
  acknowledgedAt: Instant.nullable(),
  createdAt: Instant,
})
const Inspection = z.strictObject({
  ...InspectionCard.shape,
  checklist: z.array(CheckItem),
  /** What this visitor may see: an expert the own record, the unit all of a released visit. */
  sheets: z.array(InspectionSheet),
  /** Figures of the inspection criteria from the sealed records, in hundredths. */
  figures: z.record(CriterionKey, z.int()),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const moved = { ...base, method: 'POST', status: 200, ifMatch: 'optional' } as const
const refusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale', 'conflict-of-interest'] as const

/** Visits to a project, their records and photographs. A record takes what a phone kept while it had no network. */
export const inspectionRoutes = {
  listInspections: route({
    ...base,
    id: 'listInspections',
    method: 'GET',
    path: `${D}/inspections`,
    may: 'inspection.read',
    summary: '现场考察',
    query: z.strictObject({ ...paging, state: State.optional(), project: Id.optional() }),
    out: pageOf(InspectionCard),
    sheet: SHEETS.inspections,
    status: 200,
    refusals: [],
  }),
  planInspection: route({
    ...base,
    id: 'planInspection',
    method: 'POST',
    path: `${D}/inspections`,
    may: 'inspection.write',
    summary: '安排一次现场考察',
    body: z.strictObject({
      projectId: Id,
      /** A published rubric of completion: its inspection criteria are the list. */
      rubricId: Id.nullable().default(null),
      visitOn: Day,
      purpose: z.string().trim().max(500).default(''),
      expertIds: z.array(Id).max(20).default([]),
      /** Whether the office keeps a record of its own. */
      office: z.boolean().default(false),
      /** Plain checks; those of the bureau's setting when absent. */
      checks: z
        .array(z.strictObject({ title: Line(120), help: z.string().trim().max(300).optional() }))
        .max(60)
        .optional(),
    }),
    out: Inspection,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'conflict-of-interest'],
  }),
  readInspection: route({
    ...base,
    id: 'readInspection',
    method: 'GET',
    path: `${D}/inspections/:id`,
    may: 'inspection.read',
    summary: '一次现场考察：清单、记录、照片',
    out: Inspection,
    status: 200,
    refusals: ['not-found'],
  }),
  readInspectionHistory: route({
    ...base,
    id: 'readInspectionHistory',
    method: 'GET',
    path: `${D}/inspections/:id/history`,
    may: 'inspection.read',
    summary: '现场考察的经过',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  readInspectionPhoto: route({
    ...base,
    id: 'readInspectionPhoto',
    method: 'GET',
    path: `${D}/inspections/:id/photos/:photoId`,
    may: 'inspection.read',
    summary: '一张现场照片',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  amendInspection: route({
    ...base,
    id: 'amendInspection',
    method: 'PATCH',
    path: `${D}/inspections/:id`,
    may: 'inspection.write',
    summary: '改期或修改说明',
    body: z.strictObject({ visitOn: Day, purpose: z.string().trim().max(500) }),
    out: Inspection,
    status: 200,
    refusals: [...refusals, 'invalid-input'],
    ifMatch: 'required',
  }),
  releaseInspection: route({
    ...moved,
    id: 'releaseInspection',
    path: `${D}/inspections/:id/actions/release`,
    may: 'inspection.release',
    summary: '向单位公布考察结果',
    body: Noted,
    out: Inspection,
    refusals,
  }),
  cancelInspection: route({
    ...moved,
    id: 'cancelInspection',
    path: `${D}/inspections/:id/actions/cancel`,
    may: 'inspection.cancel',
    summary: '取消考察',
    body: Reasoned,
    out: Inspection,
    refusals,
  }),
  acknowledgeInspection: route({
    ...base,
    id: 'acknowledgeInspection',
    method: 'POST',
    path: `${D}/inspections/:id/acknowledgement`,
    may: 'inspection.acknowledge',
    summary: '单位确认已阅考察结果',
    ifMatch: 'optional',
    body: z.strictObject({}),
    out: Inspection,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  keepInspectionEntries: route({
    ...base,
    id: 'keepInspectionEntries',
    method: 'POST',
    path: `${D}/inspection-sheets/:id/entries`,
    may: 'inspection_sheet.write',
    summary: '保存考察记录；离线填写的内容联网后一并送达，重复送达不会重复',
    body: z.strictObject({
      entries: z
        .array(
          z.strictObject({
            key: CriterionKey,
            score: Score,
            answer: Answer,
            note: Note,
            at: Instant,
            /** The instant of the entry that the device saw, null where there was none. */
            seen: Instant.nullable(),
          }),
        )
        .max(500),
      summary: z.string().trim().max(4000).optional(),
      receivedBy: z.string().trim().max(40).optional(),
    }),
    out: InspectionSheet,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input', 'conflict-of-interest'],
  }),
  addInspectionPhoto: route({
    ...base,
    id: 'addInspectionPhoto',
    method: 'POST',
    path: `${D}/inspection-sheets/:id/photos`,
    may: 'inspection_sheet.write',
    summary: '上传一张现场照片（JPEG 或 PNG）；同一张重复上传只保存一次',
    query: z.strictObject({
      item: CriterionKey,
      caption: z.string().trim().max(200).default(''),
      takenAt: Instant,
    }),
    media: 'multipart',
    body: z.unknown(),
    out: InspectionSheet,
    status: 201,
    refusals: [
      'not-found',
      'state-refuses',
      'version-stale',
      'invalid-input',
      'body-too-large',
      'file-type-refused',
      'conflict-of-interest',
    ],
  }),
  removeInspectionPhoto: route({
    ...base,
    id: 'removeInspectionPhoto',
    method: 'DELETE',
    path: `${D}/inspection-sheets/:id/photos/:photoId`,
    may: 'inspection_sheet.write',
    summary: '封存之前删去一张照片',
    out: InspectionSheet,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'conflict-of-interest'],
  }),
  sealInspectionSheet: route({
    ...moved,
    id: 'sealInspectionSheet',
    path: `${D}/inspection-sheets/:id/actions/seal`,
    may: 'inspection_sheet.seal',
    summary: '封存考察记录',
    body: z.strictObject({
      receivedBy: Line(40),
      /** Photographs that the device sent: the record is not sealed while one is missing. */
      photos: z.int().min(0).max(200),
    }),
    out: InspectionSheet,
    refusals: [...refusals, 'invalid-input', 'photos-missing'],
  }),
  reopenInspectionSheet: route({
    ...moved,
    id: 'reopenInspectionSheet',
    path: `${D}/inspection-sheets/:id/actions/reopen`,
    may: 'inspection_sheet.reopen',
    summary: '退回考察记录重填',
    body: Reasoned,
    out: InspectionSheet,
    refusals,
  }),
}
