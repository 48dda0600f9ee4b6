import * as z from 'zod'
import { route } from './route.ts'
import { CriterionKey, Rubric, RubricDocument, RubricVersion } from './rubrics.ts'
import { History, Id, Noted } from './shapes.ts'

const Side = z
  .strictObject({
    /** As people count: `1.2.1`. */
    number: z.string(),
    /** Titles of the groups above it. */
    path: z.array(z.string()),
    /** In hundredths; of a group the sum of the ordinary leaves below it, null for a veto or where none are given yet. */
    points: z.int().nullable(),
    criterion: z.looseObject({ key: CriterionKey, title: z.string(), kind: z.enum(['group', 'leaf']) }),
  })
  .nullable()

const FilePlace = z.strictObject({
  sheet: z.string(),
  /** As the spreadsheet numbers it. */
  row: z.int(),
  column: z.string(),
  problem: z.string(),
  limit: z.union([z.string(), z.number()]).optional(),
  detail: z.string(),
})

const base = { part: 'quality', worker: 'review' } as const
const tools = { part: 'quality', worker: 'documents', may: 'signed-in' } as const
const D = '/api/districts/:district'

/** Versions of a rubric, and rubrics as files. */
export const rubricVersionRoutes = {
  nextRubricVersion: route({
    ...base,
    id: 'nextRubricVersion',
    method: 'POST',
    path: `${D}/rubrics/:id/next-version`,
    may: 'rubric.write',
    summary: '编制新版本：以这一版为底稿，原来的一个字不动',
    body: Noted,
    out: Rubric,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'already-exists'],
  }),
  compareRubrics: route({
    ...base,
    id: 'compareRubrics',
    method: 'GET',
    path: `${D}/rubrics/:id/comparison`,
    may: 'rubric.read',
    summary: '与另一版对照：移动、修改、新增、删去的指标和前后分值',
    /** The version before it unless given. */
    query: z.strictObject({ with: Id.optional() }),
    out: z.strictObject({
      before: RubricVersion,
      after: RubricVersion,
      nodes: z.array(
        z.strictObject({
          key: CriterionKey,
          kind: z.enum(['group', 'leaf']),
          change: z.enum(['same', 'changed', 'moved', 'added', 'removed']),
          /** Members that differ: title, max, source … */
          members: z.array(z.string()),
          before: Side,
          after: Side,
        }),
      ),
      settings: z.array(z.strictObject({ member: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  rubricHistory: route({
    ...base,
    id: 'rubricHistory',
    method: 'GET',
    path: `${D}/rubrics/:id/history`,
    may: 'rubric.read',
    summary: '指标体系的流转记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  readRubricFile: route({
    ...base,
    id: 'readRubricFile',
    method: 'GET',
    path: `${D}/rubrics/:id/file`,
    may: 'rubric.read',
    summary: '指标体系导出为 Excel（指标、设置两张表）或 JSON，改后可以导入',
    query: z.strictObject({ as: z.enum(['xlsx', 'json']).default('xlsx') }),
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  readRubricTemplate: route({
    ...tools,
    id: 'readRubricTemplate',
    method: 'GET',
    path: '/api/tools/rubrics/template',
    summary: '指标体系的 Excel 模板：表头、下拉列表、填写说明和几行示例',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: [],
  }),
  checkRubricFile: route({
    ...tools,
    id: 'checkRubricFile',
    method: 'POST',
    path: '/api/tools/rubrics/check',
    summary: '读出一个 Excel、CSV 或 JSON 文件中的指标体系，指出每一处问题的行和列（不保存）',
    media: 'multipart',
    body: z.unknown(),
    out: z.strictObject({
      /** What `createRubric` takes; null when something in the file cannot be read. */
      document: RubricDocument.nullable(),
      problems: z.array(FilePlace),
      /** What would still keep it from being published. */
      incomplete: z.array(FilePlace),
      /** What a person should know of the sheets. */
      notes: z.array(z.string()),
    }),
    status: 200,
    refusals: ['invalid-input', 'body-too-large', 'workbook-refused', 'too-many-rows'],
  }),
  markRubricFile: route({
    ...tools,
    id: 'markRubricFile',
    method: 'POST',
    path: '/api/tools/rubrics/marked',
    summary: '同一个文件写回 Excel，多一列“错误原因”（不保存）',
    media: 'multipart',
    body: z.unknown(),
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['invalid-input', 'body-too-large', 'workbook-refused', 'too-many-rows'],
  }),
}
