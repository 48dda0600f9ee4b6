import type { FrameHead } from '@shixun/http/archive-frames'
import { chunksOf } from '@shixun/http/byte-stream'

const HEAD_LIMIT = 8192
const decoder = new TextDecoder('utf-8', { fatal: true })

/** One file as it comes in; its chunks must be read before the next is asked for. */
export type Frame = { head: FrameHead; chunks: AsyncGenerator<Uint8Array> }

function cursorOf(stream: ReadableStream<Uint8Array>) {
  const chunks = chunksOf(stream)
  let rest: Uint8Array = new Uint8Array(0)
  /** False when the stream is over. */
  async function more(): Promise<boolean> {
    const { done, value } = await chunks.next()
    if (done) return false
    if (rest.byteLength === 0) rest = value
    else {
      const joined = new Uint8Array(rest.byteLength + value.byteLength)
      joined.set(rest)
      joined.set(value, rest.byteLength)
      rest = joined
    }
    return true
  }
  return {
    async line(): Promise<string | null> {
      for (;;) {
        const end = rest.indexOf(10)
        if (end >= 0) {
          const line = decoder.decode(rest.subarray(0, end))
          rest = rest.subarray(end + 1)
          return line
        }
        if (rest.byteLength > HEAD_LIMIT) throw new Error('a frame has no head')
        if (!(await more())) {
          if (rest.byteLength > 0) throw new Error('the frames end in the middle of a head')
          return null
        }
      }
    },
    async length(): Promise<number> {
      while (rest.byteLength < 4) if (!(await more())) throw new Error('the frames end in the middle of a file')
      const length = new DataView(rest.buffer, rest.byteOffset).getUint32(0)
      rest = rest.subarray(4)
      return length
    },
    async *bytes(size: number): AsyncGenerator<Uint8Array> {
      let left = size
      while (left > 0) {
        if (rest.byteLength === 0 && !(await more())) throw new Error('the frames end in the middle of a file')
        const chunk = rest.subarray(0, left)
        rest = rest.subarray(chunk.byteLength)
        left -= chunk.byteLength
        yield chunk
      }
    },
    close: () => chunks.return(undefined),
  }
}

async function* chunksOfFrame(cursor: ReturnType<typeof cursorOf>, size: number | null): AsyncGenerator<Uint8Array> {
  if (size !== null) return yield* cursor.bytes(size)
  for (let length = await cursor.length(); length > 0; length = await cursor.length()) yield* cursor.bytes(length)
}

/** Takes apart what `archiveFrames` put together. A stream that ends too early throws: half an archive is none. */
export async function* readFrames(stream: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
  const cursor = cursorOf(stream)
  try {
    for (let line = await cursor.line(); line !== null; line = await cursor.line()) {
      const head = JSON.parse(line) as FrameHead
      yield { head, chunks: chunksOfFrame(cursor, head.size) }
    }
  } finally {
    await cursor.close()
  }
}
