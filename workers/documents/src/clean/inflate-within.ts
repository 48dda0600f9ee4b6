import { Inflate, Unzlib } from 'fflate'

/** A slice that unpacks to 4 MB at most, so that a bomb is noticed while it is small. */
const SLICE = 4096

/** Unpacks at most `most` bytes; null when there are more, or when the bytes are no such stream. */
export function inflateWithin(data: Uint8Array, most: number, kind: 'raw' | 'zlib'): Uint8Array<ArrayBuffer> | null {
  const chunks: Uint8Array[] = []
  let size = 0
  const take = (chunk: Uint8Array) => {
    size += chunk.length
    chunks.push(chunk)
  }
  const inflate = kind === 'raw' ? new Inflate(take) : new Unzlib(take)
  try {
    for (let from = 0; from < data.length && size <= most; from += SLICE)
      inflate.push(data.subarray(from, from + SLICE), from + SLICE >= data.length)
  } catch {
    // streams of some programs end early: what came out before counts
    if (size === 0) return null
  }
  if (size > most) return null
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
