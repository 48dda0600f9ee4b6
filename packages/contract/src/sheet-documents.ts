import { DOCUMENT_STATES } from '@shixun/domain/quality/blindness/expert-document'
import * as z from 'zod'
import { route } from './route.ts'
import { Id, Line, pageOf, paging } from './shapes.ts'
import { documentSheets as SHEETS } from './sheets/documents.ts'

/** A file as an expert's sheet lists it. `id` is its place among the application's files. */
export const SheetDocument = z.strictObject({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes; under double blindness rounded up to whole kilobytes. */
  size: z.int(),
  state: z.enum(['ready', 'held', 'unclean']),
  /** Why it cannot be opened. */
  reason: z.string().nullable(),
})

/** A file as the office looks at it before experts do. */
const ExpertDocument = z.strictObject({
  id: Id,
  /** 0 while nobody has looked at it. */
  version: z.int(),
  actions: z.array(z.string()),
  applicationId: Id,
  title: z.string(),
  unitName: z.string(),
  name: z.string(),
  /** The title of the field that it answers. */
  field: z.string().nullable(),
  mediaType: z.string(),
  size: z.int(),
  state: z.enum(DOCUMENT_STATES),
  reason: z.string().nullable(),
  /** Names of the applicant that its text says. */
  names: z.array(z.string()),
  /** Whether a machine could read all of its text; a scan has to be looked at. Null while nobody has looked. */
  whole: z.boolean().nullable(),
  ruling: z.enum(['show', 'hide']).nullable(),
  note: z.string().nullable(),
  replaced: z.boolean(),
})

const base = { part: 'quality', worker: 'review' } as const
const D = '/api/districts/:district'
const A = `${D}/applications/:id/expert-documents/:attachmentId` as const
const withheld = ['not-found', 'document-withheld'] as const

/** Documents before the eyes of experts. */
export const sheetDocumentRoutes = {
  readSheetDocument: route({
    ...base,
    id: 'readSheetDocument',
    method: 'GET',
    path: `${D}/scoresheets/:id/documents/:documentId`,
    may: 'scoresheet.read',
    summary: '评审材料；双盲时是清除了作者等信息的副本',
    out: z.unknown(),
    produces: 'bytes',
    status: 200,
    refusals: withheld,
  }),
  listExpertDocuments: route({
    ...base,
    id: 'listExpertDocuments',
    method: 'GET',
    path: `${D}/expert-documents`,
    may: 'document.read',
    summary: '双盲材料检查：本批次进入评审的附件',
    query: z.strictObject({ ...paging, call: Id }),
    out: pageOf(ExpertDocument),
    sheet: SHEETS.expertDocuments,
    status: 200,
    refusals: [],
  }),
  checkExpertDocuments: route({
    ...base,
    id: 'checkExpertDocuments',
    method: 'POST',
    path: `${D}/calls/:id/expert-documents/checks`,
    may: 'document.write',
    summary: '检查接下来的几份材料：清除作者信息，并看正文里有没有申报单位和人员的名称',
    body: z.strictObject({ after: z.string().max(120).nullable().default(null) }),
    out: z.strictObject({
      checked: z.int(),
      held: z.int(),
      unclean: z.int(),
      /** Where the next request goes on; null when everything was looked at. */
      after: z.string().nullable(),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  readExpertDocument: route({
    ...base,
    id: 'readExpertDocument',
    method: 'GET',
    path: `${A}`,
    may: 'document.read',
    summary: '专家将看到的副本',
    out: z.unknown(),
    produces: 'bytes',
    status: 200,
    refusals: withheld,
  }),
  ruleExpertDocument: route({
    ...base,
    id: 'ruleExpertDocument',
    method: 'PUT',
    path: `${A}/ruling`,
    may: 'document.write',
    summary: '给不给专家看：由评审组织方决定',
    body: z.strictObject({ ruling: z.enum(['show', 'hide']).nullable(), note: Line(500) }),
    out: ExpertDocument,
    status: 200,
    refusals: [...withheld, 'version-stale', 'invalid-input'],
    ifMatch: 'optional',
  }),
  replaceExpertDocument: route({
    ...base,
    id: 'replaceExpertDocument',
    method: 'POST',
    path: `${A}/copy`,
    may: 'document.write',
    summary: '换上隐去名称的副本，只给专家看',
    media: 'multipart',
    body: z.unknown(),
    out: ExpertDocument,
    status: 200,
    refusals: [
      'not-found',
      'document-withheld',
      'file-type-refused',
      'body-too-large',
      'invalid-input',
      'version-stale',
    ],
  }),
}
