import { sha256OfStream } from '@shixun/db/sha256'
import { type FileKind, readKind } from '@shixun/domain/calls/files/media-type'
import type { ObjectStore } from '@shixun/tenant/object-store'

/** Directories of a document lie close together: a read of a few bytes fetches what stands around them too. */
const BLOCK_BYTES = 65_536

type Blocks = Map<number, Uint8Array>

async function rangeOf(
  objects: ObjectStore,
  key: string,
  range: { offset: number; length: number },
): Promise<Uint8Array> {
  const stored = await objects.get(key, { range })
  if (!stored) throw new Error(`the object of an upload is not there: ${key}`)
  return new Uint8Array(await new Response(stored.body).arrayBuffer())
}

async function bytesAt(
  objects: ObjectStore,
  key: string,
  size: number,
  offset: number,
  length: number,
  blocks: Blocks,
) {
  if (length > BLOCK_BYTES) return rangeOf(objects, key, { offset, length })
  const start = Math.floor(offset / BLOCK_BYTES) * BLOCK_BYTES
  if (offset >= size) return new Uint8Array(0)
  const block =
    blocks.get(start) ??
    (await rangeOf(objects, key, { offset: start, length: Math.min(2 * BLOCK_BYTES, size - start) }))
  blocks.set(start, block)
  return block.subarray(offset - start, offset - start + length)
}

/** What a stored object is in fact, from the few places that tell. */
export async function kindOfObject(objects: ObjectStore, key: string, size: number): Promise<FileKind> {
  const asking = readKind(size)
  const blocks: Blocks = new Map()
  let step = asking.next()
  while (!step.done) {
    const { offset, length } = step.value
    step = asking.next(await bytesAt(objects, key, size, offset, length, blocks))
  }
  return step.value
}

/** SHA-256 of a stored object, read as a stream. */
export async function hashOfObject(objects: ObjectStore, key: string): Promise<string> {
  const stored = await objects.get(key)
  if (!stored) throw new Error(`the object of an upload is not there: ${key}`)
  return sha256OfStream(stored.body)
}
