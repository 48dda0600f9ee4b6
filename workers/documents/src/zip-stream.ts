import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** One file of an archive. `mtime` is an instant; `stored` files are not deflated, because media does not shrink. */
export type ZipPart = {
  name: string
  mtime: number
  stored: boolean
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

const CHINA_MS = 8 * 3_600_000
const NOTHING = new Uint8Array(0)
/** Sizes are written in four bytes: an archive beyond that would come out damaged. */
const LARGEST = 0xffff_ffff

/** A ZIP archive, made as it is read: memory holds one chunk, whatever the size of the files. */
export async function* zipChunks(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array<ArrayBuffer>[] = []
  let total = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    total += chunk.byteLength
    if (total > LARGEST) throw new Error('the archive is larger than 4 GB')
    // a copy: the reader takes the memory away
    if (chunk.byteLength > 0) ready.push(chunk.slice())
  })
  for await (const { name, mtime, stored, chunks } of parts) {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    // an archive knows no time zone: the hours on a wall in China
    file.mtime = mtime + CHINA_MS
    // made by Unix: unpackers then take the name as the UTF-8 it is, and the file may be read
    file.os = 3
    file.attrs = 0o100644 * 0x10000
    zip.add(file)
    yield* ready.splice(0)
    for await (const chunk of chunks) {
      file.push(chunk)
      yield* ready.splice(0)
    }
    file.push(NOTHING, true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
