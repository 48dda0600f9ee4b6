import { namesIn } from '@shixun/domain/quality/blindness/blind'
import { byteStream, chunksOf } from '@shixun/http/byte-stream'
import type { Cleaned } from '@shixun/http/documents'
import type { Pieces } from './clean/clean-image.ts'
import { cleanDocument } from './clean-document.ts'

/** The largest attachment. */
const MOST = 52_428_800
/** Pieces are handed on in portions: a document of many small parts is not many small messages. */
const PORTION = 65_536

async function bytesOf(body: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(size)
  let at = 0
  for await (const chunk of chunksOf(body)) {
    if (at + chunk.length > size) return null
    bytes.set(chunk, at)
    at += chunk.length
  }
  return at === size ? bytes : null
}

/** Copies, because a stream takes away the memory under what it is given. */
async function* portionsOf(pieces: Pieces): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let portion = new Uint8Array(PORTION)
  let filled = 0
  for (const piece of pieces)
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + PORTION - filled)
      portion.set(part, filled)
      filled += part.length
      from += part.length
      if (filled < PORTION) continue
      yield portion
      portion = new Uint8Array(PORTION)
      filled = 0
    }
  if (filled > 0) yield portion.slice(0, filled)
}

/** A file as it comes over the wire, cleaned, with the names that it says. */
export async function cleanUpload(
  body: ReadableStream<Uint8Array>,
  { mediaType, size, names }: { mediaType: string; size: number; names: readonly string[] },
): Promise<Cleaned> {
  if (size > MOST) {
    await body.cancel()
    return { unclean: 'too-large' }
  }
  const bytes = await bytesOf(body, size)
  const made = bytes === null ? 'broken' : cleanDocument(bytes, mediaType)
  if (typeof made === 'string') return { unclean: made }
  return {
    size: made.pieces.reduce((sum, { length }) => sum + length, 0),
    body: byteStream(portionsOf(made.pieces)),
    names: namesIn(made.text, names),
    whole: made.whole,
  }
}
