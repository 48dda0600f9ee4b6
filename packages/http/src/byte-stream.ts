/**
 * Chunks as a byte stream, pulled one at a time: the only kind of stream that crosses a service binding. A chunk is
 * given away with the memory under it; who still needs it hands on a copy.
 */
export function byteStream(chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (!done) return controller.enqueue(value)
      controller.close()
      controller.byobRequest?.respond(0)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

/** Chunks of a stream, released when the loop ends early. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let done = false
  try {
    while (!done) {
      const next = await reader.read()
      done = next.done
      if (next.value) yield next.value
    }
  } finally {
    if (!done) await reader.cancel()
    reader.releaseLock()
  }
}
