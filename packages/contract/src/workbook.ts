import * as z from 'zod'
import { TEMPLATE_KINDS } from './import-templates.ts'
import { route } from './route.ts'

/** A cell as it was read: text, a number (an ID held as one may have lost its last digits), a date, or nothing. */
export const ReadCell = z.union([z.string(), z.number(), z.strictObject({ date: z.string() }), z.null()])
export type ReadCell = z.output<typeof ReadCell>

/** A workbook as it was read: the sheets that are shown, their rows from the first on, and what a person should know of each. */
export const ReadWorkbook = z.strictObject({
  sheets: z.array(z.strictObject({ name: z.string(), rows: z.array(z.array(ReadCell)), notes: z.array(z.string()) })),
})
export type ReadWorkbook = z.output<typeof ReadWorkbook>

const base = { part: 'exchange', worker: 'documents', may: 'signed-in' } as const

/** Workbooks of people, read and made by the worker that holds nothing. */
export const workbookRoutes = {
  readWorkbook: route({
    ...base,
    id: 'readWorkbook',
    method: 'POST',
    path: '/api/tools/workbook',
    summary: '读出一个 Excel 或 CSV 文件的单元格（不保存）',
    media: 'multipart',
    body: z.unknown(),
    out: ReadWorkbook,
    status: 200,
    refusals: ['invalid-input', 'body-too-large', 'workbook-refused', 'too-many-rows'],
  }),
  readTemplate: route({
    ...base,
    id: 'readTemplate',
    method: 'GET',
    path: '/api/tools/templates/:kind',
    summary: `导入模板（Excel，含填写说明和下拉列表）：${TEMPLATE_KINDS.join('、')}`,
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found'],
  }),
  writeRefused: route({
    ...base,
    id: 'writeRefused',
    method: 'POST',
    path: '/api/tools/templates/:kind/refused',
    summary: '未导入的行：同一模板，多一列“错误原因”（不保存）',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            cells: z.record(z.string(), z.union([z.string().max(2000), z.number()])),
            reason: z.string().max(1000),
          }),
        )
        .max(5000),
    }),
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
}
