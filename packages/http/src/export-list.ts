import type { Route, Sheet } from '@shixun/contract/route'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { attachmentDisposition } from './attachment-disposition.ts'
import { byteStream } from './byte-stream.ts'
import type { WorkbooksDoor } from './documents.ts'
import type { Scene, Verdict } from './scene.ts'
import { sheetCell, writtenColumn } from './sheet-cells.ts'

/** What an export of a personal list leaves behind. */
export type ExportRecord = { list: string; rows: number; purpose: string; filters: Record<string, unknown> }

export type Exporter<Store> = {
  /** `exportList`, given by the workers that have lists: the others do not carry it. */
  exportList: typeof exportList
  workbooks: WorkbooksDoor
  /** Writes the record into the journal; a worker without one exports no personal list. */
  journal?: (scene: Scene<Store>, record: ExportRecord) => Promise<Refusal | null>
}

type Query = Record<string, unknown> & { format: 'xlsx' | 'csv' }
type Given = { params: Record<string, string>; query: Query; body: undefined; raw: Request }
type Page = { items: unknown[]; next: string | null }

const ROWS = 20_000
/** Rows of one page: 20 trips to the database for the largest export. */
const PAGE = 1000
const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
const encoder = new TextEncoder()

/** The query of the next page, read from its address by the route's own schema. */
function queryAfter(route: Route, link: string | null): Query | null {
  if (link === null) return null
  const pairs = Object.fromEntries(new URL(link, 'http://list').searchParams)
  return { ...(route.query?.parse(pairs) as Query), limit: PAGE }
}

/**
 * All rows of a list as NDJSON, page by page through the list's own handler: who may not see a row does not export it.
 * They are gathered before the first byte goes out, so that a list that is too long, or a database that fails half
 * way, is a refusal and not half a file.
 */
async function gather(
  list: { route: Route; sheet: Sheet; run: (given: Given) => Promise<Verdict> },
  given: Given,
): Promise<Result<{ pages: Uint8Array<ArrayBuffer>[]; rows: number }, Refusal>> {
  const pages: Uint8Array<ArrayBuffer>[] = []
  let rows = 0
  let query: Query | null = { ...given.query, limit: PAGE }
  while (query !== null) {
    const verdict: Verdict = await list.run({ ...given, query })
    if (!verdict.ok) return verdict
    const { items, next } = (
      'body' in verdict.value && !(verdict.value instanceof Response) ? verdict.value.body : { items: [], next: null }
    ) as Page
    rows += items.length
    if (rows > ROWS || (rows === ROWS && next !== null))
      return refuse({ code: 'too-many-rows', facts: { limit: ROWS } })
    const lines = items.map((item) => JSON.stringify(list.sheet.columns.map((column) => sheetCell(item, column))))
    pages.push(encoder.encode(lines.map((line) => `${line}\n`).join('')))
    query = queryAfter(list.route, next)
  }
  return ok({ pages, rows })
}

async function* chunksOf(pages: Uint8Array<ArrayBuffer>[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let page = pages.shift(); page !== undefined; page = pages.shift()) if (page.byteLength > 0) yield page
}

function fileName({ title }: Sheet, format: string, { passage, now }: Scene<unknown>): string {
  return `${[passage.district?.name, title, chinaDate(now)].filter(Boolean).join('-')}.${format}`
}

/** A whole list as a workbook or CSV, at most 20,000 rows. A personal one needs a purpose and leaves a journal row. */
export async function exportList<Store>(
  { route, sheet, run }: { route: Route; sheet: Sheet; run: (scene: Scene<Store>, given: Given) => Promise<Verdict> },
  scene: Scene<Store>,
  given: Given,
  { workbooks, journal }: Omit<Exporter<Store>, 'exportList'>,
): Promise<Verdict> {
  const { format, purpose, limit: _, after: __, ...filters } = given.query
  if (sheet.personal && (typeof purpose !== 'string' || !journal))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/purpose', problem: 'required' }] })
  const gathered = await gather({ route, sheet, run: (page) => run(scene, page) }, given)
  if (!gathered.ok) return gathered
  const { pages, rows } = gathered.value
  if (sheet.personal && journal) {
    const refusal = await journal(scene, { list: route.id, rows, purpose: String(purpose), filters })
    if (refusal) return refuse(refusal)
  }
  const columns = sheet.columns.map(writtenColumn)
  const file = await workbooks.write({ format, name: sheet.title, columns }, byteStream(chunksOf(pages)))
  return ok(
    new Response(file, {
      headers: {
        'content-type': MEDIA[format],
        'content-disposition': attachmentDisposition(fileName(sheet, format, scene)),
        'cache-control': 'no-store',
      },
    }),
  )
}
