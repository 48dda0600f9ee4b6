import { chunksOf } from '@shixun/http/byte-stream'
import type { WrittenCell } from '@shixun/http/documents'

/** Rows of an NDJSON stream, one array of cells a line. */
export async function* readRows(stream: ReadableStream<Uint8Array>): AsyncGenerator<WrittenCell[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of chunksOf(stream)) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line) as WrittenCell[]
  }
  rest += decoder.decode()
  if (rest !== '') yield JSON.parse(rest) as WrittenCell[]
}
