import { WorkerEntrypoint } from 'cloudflare:workers'
import type { ReadWorkbook } from '@shixun/contract/workbook'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result } from '@shixun/domain/shared/result'
import type { Cleaned, WrittenSheet } from '@shixun/http/documents'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { cleanUpload } from './clean-upload.ts'
import { readWorkbook } from './read-workbook.ts'
import { documentRoutes } from './routes.ts'
import { writeArchive } from './write-archive.ts'
import { writeWorkbook } from './write-workbook.ts'

const serve = serveRoutes<unknown, null>(documentRoutes, async () => ok({ store: null, repeats: null }))

/** People and programs, by way of the gateway. */
export class DocumentsDoor extends WorkerEntrypoint {
  serve(request: Request, passage: Passage): Promise<Response> {
    return serve(request, { env: this.env, passage, later: (work) => this.ctx.waitUntil(work) })
  }
}

/** Tables in and out. */
export class Workbooks extends WorkerEntrypoint {
  write(sheet: WrittenSheet, rows: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    return writeWorkbook(sheet, rows, Date.now())
  }

  read(bytes: Uint8Array): Promise<Result<ReadWorkbook, Refusal>> {
    return readWorkbook(bytes)
  }
}

/** Files without what tells who made them. */
export class Cleaner extends WorkerEntrypoint {
  clean(
    body: ReadableStream<Uint8Array>,
    file: { mediaType: string; size: number; names: readonly string[] },
  ): Promise<Cleaned> {
    return cleanUpload(body, file)
  }
}

/** Many files as one. */
export class Archives extends WorkerEntrypoint {
  write(frames: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    return writeArchive(frames)
  }
}

export default { fetch: () => new Response(null, { status: 404 }) }
