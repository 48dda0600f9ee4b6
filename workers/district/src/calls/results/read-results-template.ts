import { callById } from '@shixun/db/tenant/calls'
import { NEWEST } from '@shixun/db/tenant/paging'
import { decidableOfCall } from '@shixun/db/tenant/results'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { OUTCOMES } from '@shixun/domain/calls/results/results-table'
import { ok, refuse } from '@shixun/domain/shared/result'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import { byteStream } from '@shixun/http/byte-stream'
import type { WrittenSheet } from '@shixun/http/documents'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'

const ROWS = 20_000
const CHUNK = 500
const WORDS = Object.values(OUTCOMES).map(({ word }) => word)
const SHEET: WrittenSheet = {
  format: 'xlsx',
  name: '初审结果',
  columns: [
    { title: '编号', width: 20, required: true },
    { title: '名称', width: 40 },
    { title: '单位', width: 32 },
    { title: '状态', width: 20 },
    { title: '结果', width: 14, choices: WORDS },
    { title: '理由', width: 60 },
  ],
  instructions: [
    '初审结果：填写说明',
    '1. “结果”一列从下拉列表中选择：通过、修改、重大修改、不通过。空着的行不处理，可以以后再导入。',
    '2. 选择“修改”“重大修改”“不通过”时，“理由”必填，申报单位看得到。',
    '3. 请不要改动“编号”和表头。名称、单位、状态仅供核对，改动无效。',
    '4. 保存为 .xlsx 后，在“导入初审结果”页面选择本文件，核对无误再确认导入。导入前什么都不会改变。',
  ],
}
const encoder = new TextEncoder()

type Row = ReturnType<ReturnType<typeof decidableOfCall>['decode']>

async function* linesOf(rows: readonly Row[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const lines = rows
      .slice(from, from + CHUNK)
      .map(({ number, title, unitName, state }) =>
        JSON.stringify([number, title, unitName, APPLICATION.states[state], null, null]),
      )
    yield encoder.encode(`${lines.join('\n')}\n`)
  }
}

/** 初审结果模板：the applications of a call that screening can still move, with an empty result to choose from a list. */
export async function readResultsTemplate(
  scene: DistrictScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const page = { call: params.id, after: NEWEST, limit: ROWS + 1 }
  const [[call], submitted, screened] = await scene.store.tenant.read(
    callById({ id: params.id }),
    decidableOfCall({ ...page, state: 'submitted' }),
    decidableOfCall({ ...page, state: 'screened' }),
  )
  if (!call) return refuse({ code: 'not-found' })
  if (submitted.length + screened.length > ROWS) return refuse({ code: 'too-many-rows', facts: { limit: ROWS } })
  const rows = [...submitted, ...screened].sort((a, b) => (a.number ?? '').localeCompare(b.number ?? ''))
  const file = await scene.store.workbooks.write(SHEET, byteStream(linesOf(rows)))
  return ok(
    new Response(file, {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': attachmentDisposition(`${call.title}-初审结果.xlsx`),
        'cache-control': 'no-store',
      },
    }),
  )
}
