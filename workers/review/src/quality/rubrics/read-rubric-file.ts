import { rubricById } from '@shixun/db/tenant/quality'
import { RUBRIC_SCHEMA } from '@shixun/domain/quality/rubrics/rubric-sheet'
import { ok, refuse } from '@shixun/domain/shared/result'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import { rowBytes, rubricWorkbook } from '@shixun/http/rubric-workbook'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { isShown } from './rubric-card.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** 导出：what goes out can come back, as a workbook or as JSON. */
export async function readRubricFile(
  scene: ReviewScene,
  { params, query }: { params: { id: string }; query: { as: 'xlsx' | 'json' } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(rubricById(params))
  if (!row || !isShown(scene, row)) return refuse({ code: 'not-found' })
  const { purpose, body } = row
  const headers = {
    'content-disposition': attachmentDisposition(`${row.title || '指标体系'}（第${row.no}版）.${query.as}`),
    'cache-control': 'no-store',
  }
  if (query.as === 'json') {
    const text = `${JSON.stringify({ schema: RUBRIC_SCHEMA, purpose, body }, null, 2)}\n`
    return ok(new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } }))
  }
  const { sheet, rows } = rubricWorkbook({ purpose, body })
  const bytes = await scene.store.workbooks.write(sheet, rowBytes(rows))
  return ok(new Response(bytes, { headers: { ...headers, 'content-type': XLSX } }))
}
