import { byteStream, chunksOf } from './byte-stream.ts'

/**
 * What goes into an archive. `name` is a path with `/`; `at` the instant it is dated (shown in China time). `body` is
 * text, bytes, or a stream with `size` bytes when that is known and null when it is not.
 */
export type ArchiveEntry = { name: string; at: string } & (
  | { body: string | Uint8Array }
  | { body: ReadableStream<Uint8Array>; size: number | null }
)

/** The first line of a frame: JSON, ended by a line feed. */
export type FrameHead = { name: string; at: string; size: number | null }

const encoder = new TextEncoder()

function headOf({ name, at }: ArchiveEntry, size: number | null): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${JSON.stringify({ name, at, size } satisfies FrameHead)}\n`)
}

function lengthOf(bytes: number): Uint8Array<ArrayBuffer> {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes)
  return length
}

async function* framesOf(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const entry of entries) {
    if (!('size' in entry)) {
      const bytes = typeof entry.body === 'string' ? encoder.encode(entry.body) : entry.body.slice()
      yield headOf(entry, bytes.byteLength)
      if (bytes.byteLength > 0) yield bytes
      continue
    }
    yield headOf(entry, entry.size)
    let sent = 0
    for await (const chunk of chunksOf(entry.body)) {
      if (chunk.byteLength === 0) continue
      if (entry.size === null) yield lengthOf(chunk.byteLength)
      sent += chunk.byteLength
      yield chunk.slice()
    }
    if (entry.size === null) yield lengthOf(0)
    else if (sent !== entry.size) throw new Error(`${entry.name} has ${sent} bytes instead of ${entry.size}`)
  }
}

/**
 * Entries as the stream that `Archives.write` of the documents worker takes, one after the other and never whole in
 * memory: a head line, then `size` bytes; with a size of null, chunks that each begin with their length in four bytes
 * (big endian), ended by a length of zero.
 */
export function archiveFrames(entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>): ReadableStream {
  return byteStream(framesOf(entries))
}
