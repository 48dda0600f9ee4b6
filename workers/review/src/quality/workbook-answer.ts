import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import { byteStream } from '@shixun/http/byte-stream'
import type { WrittenCell, WrittenSheet } from '@shixun/http/documents'
import type { ReviewScene } from '../store.ts'

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
const CHUNK = 200
const encoder = new TextEncoder()

async function* linesOf(rows: readonly WrittenCell[][]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < rows.length; from += CHUNK)
    yield encoder.encode(
      rows
        .slice(from, from + CHUNK)
        .map((cells) => `${JSON.stringify(cells)}\n`)
        .join(''),
    )
}

/** Rows as a file of this name. */
export async function workbookAnswer(
  scene: ReviewScene,
  sheet: WrittenSheet,
  rows: readonly WrittenCell[][],
  name: string,
): Promise<Response> {
  const file = await scene.store.workbooks.write(sheet, byteStream(linesOf(rows)))
  return new Response(file, {
    headers: {
      'content-type': MEDIA[sheet.format],
      'content-disposition': attachmentDisposition(`${name}.${sheet.format}`),
      'cache-control': 'no-store',
    },
  })
}
