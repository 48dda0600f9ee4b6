import { deflateSync } from 'fflate'
import type { Pieces } from './clean-image.ts'

/** A file of an archive: as it lies in another archive already, or bytes to be packed anew. */
export type ZipEntry =
  | { name: string; packed: Uint8Array; deflated: boolean; size: number; crc: number }
  | { name: string; bytes: Uint8Array }

const encoder = new TextEncoder()
/** 1 January 1980, the first day a ZIP archive knows: when a file was made is nobody's business. */
const NO_DATE = 0x0021_0000
const UTF8_NAME = 0x0800

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** The sum by which an archive tells whether a file is whole (ISO 3309). */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffff_ffff) >>> 0
}

/** What stands in the local header and in the directory alike: version, flags, method, date, sum, sizes, length of the name. */
function fieldsOf(name: Uint8Array, packed: Uint8Array, size: number, crc: number, deflated: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(26))
  view.setUint16(0, 20, true)
  view.setUint16(2, UTF8_NAME, true)
  view.setUint16(4, deflated ? 8 : 0, true)
  view.setUint32(6, NO_DATE, true)
  view.setUint32(10, crc, true)
  view.setUint32(14, packed.length, true)
  view.setUint32(18, size, true)
  view.setUint16(22, name.length, true)
  return new Uint8Array(view.buffer)
}

/** An archive without dates, owners and notes, in pieces that are views of what was packed already. */
export function storedZip(entries: readonly ZipEntry[]): Pieces {
  const pieces: Pieces = []
  const directory: Pieces = []
  let at = 0
  let directoryLength = 0
  for (const entry of entries) {
    const name = encoder.encode(entry.name)
    const whole = 'bytes' in entry
    const packed = whole ? deflateSync(entry.bytes) : entry.packed
    const crc = whole ? crcOf(entry.bytes) : entry.crc
    const fields = fieldsOf(name, packed, whole ? entry.bytes.length : entry.size, crc, whole || entry.deflated)
    pieces.push(Uint8Array.of(0x50, 0x4b, 3, 4), fields, name, packed)
    const tail = new DataView(new ArrayBuffer(14))
    tail.setUint32(10, at, true)
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), fields, new Uint8Array(tail.buffer), name)
    directoryLength += 6 + fields.length + 14 + name.length
    at += 4 + fields.length + name.length + packed.length
  }
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(12, directoryLength, true)
  end.setUint32(16, at, true)
  return [...pieces, ...directory, new Uint8Array(end.buffer)]
}
