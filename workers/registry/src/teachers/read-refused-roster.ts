import { cellProblemWords } from '@shixun/contract/cell-problem-words'
import { IMPORT_TEMPLATES, type TemplateColumn } from '@shixun/contract/import-templates'
import { refusedRows, rosterImportById } from '@shixun/db/tenant/roster-imports'
import type { RowProblem } from '@shixun/db/tenant/schema/roster-imports'
import { ok, refuse } from '@shixun/domain/shared/result'
import { ROSTER_IMPORT } from '@shixun/domain/teachers/roster-import'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import { byteStream } from '@shixun/http/byte-stream'
import { openPersonal } from '@shixun/http/personal-data'
import type { Verdict } from '@shixun/http/scene'
import { journalExport } from '@shixun/tenant/journal-export'
import type { RegistryScene } from '../store.ts'
import { reaches } from './load-roster-import.ts'
import { placeOfRow } from './stage-roster-rows.ts'
import type { TeacherCells } from './teacher-rows.ts'

const PAGE = 1000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const COLUMNS: readonly TemplateColumn[] = IMPORT_TEMPLATES.teachers.columns
const encoder = new TextEncoder()

function reasonOf(problems: readonly RowProblem[]): string {
  return problems
    .map((problem) => {
      const title = COLUMNS.find(({ key }) => key === problem.column)?.title ?? problem.column
      return `${title}：${cellProblemWords(COLUMNS, problem)}`
    })
    .join('；')
}

type Refused = { no: number; problems: RowProblem[]; sealed: string }

async function lineOf(scene: RegistryScene, importId: string, { no, problems, sealed }: Refused): Promise<string> {
  const text = await openPersonal(scene.store.secrets.PERSONAL_KEYS, placeOfRow(scene, importId, no), sealed)
  const cells = (text === null ? {} : JSON.parse(text)) as TeacherCells
  // a number is written as text: the next time it is typed in whole
  const written = COLUMNS.map(({ key }) => {
    const cell = cells[key as keyof TeacherCells]
    return cell === undefined || cell === null ? null : String(cell)
  })
  return `${JSON.stringify([...written, reasonOf(problems)])}\n`
}

/** 有错误的行：in the same template with the reasons, to be mended and brought in again. It holds numbers and is journalled. */
export async function readRefusedRoster(
  scene: RegistryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const { id } = params
  const { tenant, workbooks } = scene.store
  const [[row], first] = await tenant.read(rosterImportById({ id }), refusedRows({ id, no: 0, limit: PAGE }))
  if (!reaches(scene, row)) return refuse({ code: 'not-found' })
  if (row.state === 'staging') return refuse({ code: 'state-refuses', facts: { state: ROSTER_IMPORT.states.staging } })
  const record = { list: 'readRefusedRoster', rows: row.wrong, purpose: '更正导入错误', filters: { import: id } }
  const refusal = await journalExport(scene, record)
  if (refusal) return refuse(refusal)
  async function* lines(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let page = first; page.length > 0; ) {
      const texts = await Promise.all(page.map((one) => lineOf(scene, id, one)))
      yield encoder.encode(texts.join(''))
      if (page.length < PAGE) return
      const [next] = await tenant.read(refusedRows({ id, no: page.at(-1)?.no ?? 0, limit: PAGE }))
      page = next
    }
  }
  const columns = COLUMNS.map(({ title, required, choices, width = 18 }) => ({
    ...{ title, required, width },
    ...(choices ? { choices } : {}),
  }))
  const sheet = { format: 'xlsx', name: '教师', columns: [...columns, { title: '错误原因', width: 50 }] } as const
  const file = await workbooks.write(sheet, byteStream(lines()))
  return ok(
    new Response(file, {
      headers: {
        'content-type': XLSX,
        'content-disposition': attachmentDisposition('教师未导入的行.xlsx'),
        'cache-control': 'no-store',
      },
    }),
  )
}
