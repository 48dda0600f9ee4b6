/** A stream that tells its SHA-256 (lower-case hex) and length once it has been read to the end. */
export function hashedStream(body: ReadableStream<Uint8Array>): {
  body: ReadableStream<Uint8Array>
  read(): Promise<{ sha256: string; size: number }>
} {
  const digest = new crypto.DigestStream('SHA-256')
  const writer = digest.getWriter()
  let size = 0
  const passing = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      size += chunk.byteLength
      await writer.write(chunk.slice())
      controller.enqueue(chunk)
    },
    flush: () => writer.close(),
  })
  return {
    body: body.pipeThrough(passing),
    async read() {
      const bytes = new Uint8Array(await digest.digest)
      return { sha256: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''), size }
    },
  }
}
