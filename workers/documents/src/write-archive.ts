import { byteStream } from '@shixun/http/byte-stream'
import { readFrames } from './read-frames.ts'
import { safeName, uniqueNames } from './safe-name.ts'
import { type ZipPart, zipChunks } from './zip-stream.ts'

const SHRINKS = /\.(?:txt|json|html|xml|csv|svg|md)$|(?:^|\/)[^./]+$/i

async function* partsOf(frames: ReadableStream<Uint8Array>): AsyncGenerator<ZipPart> {
  const unique = uniqueNames()
  for await (const { head, chunks } of readFrames(frames)) {
    const name = unique(safeName(head.name))
    yield { name, mtime: Date.parse(head.at), stored: !SHRINKS.test(name), chunks }
  }
}

/** A ZIP archive of framed files (`packages/http/src/archive-frames.ts`), one chunk in memory at a time. */
export function writeArchive(frames: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return byteStream(zipChunks(partsOf(frames)))
}
