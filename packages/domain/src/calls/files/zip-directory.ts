import type { ByteRange } from './media-type.ts'

/** Record signatures and fixed sizes of APPNOTE.TXT 4.3.12 and 4.3.16. */
const ENTRY = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const ENTRY_BYTES = 46
/** The end record lies within 64 KB of the end (its comment), the directory of an Office file just before it. */
const TAIL_BYTES = 262_144

const at16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
const at32 = (bytes: Uint8Array, at: number) => (at16(bytes, at) | (at16(bytes, at + 2) << 16)) >>> 0

function endRecord(tail: Uint8Array): number | null {
  for (let at = tail.length - END_BYTES; at >= 0 && at >= tail.length - END_BYTES - 65_535; at--)
    if (at32(tail, at) === END && at + END_BYTES + at16(tail, at + 20) === tail.length) return at
  return null
}

/** The names of a ZIP file's members, as far as its last 256 KB tell; null when it has no end and so is cut short. */
export function* zipMembers(size: number): Generator<ByteRange, string[] | null, Uint8Array> {
  const offset = Math.max(0, size - TAIL_BYTES)
  const tail = yield { offset, length: size - offset }
  const end = endRecord(tail)
  if (end === null) return null
  let at = at32(tail, end + 16) - offset
  // a directory that begins before the tail is read from the first entry that lies in it
  if (at < 0) for (at = 0; at < end && at32(tail, at) !== ENTRY; ) at++
  const names: string[] = []
  while (at + ENTRY_BYTES <= end && at32(tail, at) === ENTRY) {
    const length = at16(tail, at + 28)
    names.push(String.fromCharCode(...tail.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + length)))
    at += ENTRY_BYTES + length + at16(tail, at + 30) + at16(tail, at + 32)
  }
  return names
}
