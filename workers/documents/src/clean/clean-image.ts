/** Parts of a file, in order; most are views of the bytes that came in. */
export type Pieces = Uint8Array[]

const JFIF = 'JFIF\0'
/** An EXIF segment that says how the picture is turned, and nothing else. */
const ORIENTATION = [
  0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 0,
  0, 0, 0, 0, 0, 0,
]
const ORIENTATION_AT = 29

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

/** How an EXIF block says that the picture is turned, 1 to 8; 1 when it does not say. */
function orientationOf(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const little = view.getUint16(0) === 0x4949
    const directory = view.getUint32(4, little)
    const entries = view.getUint16(directory, little)
    for (let n = 0; n < Math.min(entries, 200); n++) {
      const at = directory + 2 + n * 12
      const value = view.getUint16(at + 8, little)
      if (view.getUint16(at, little) === 0x0112) return value >= 1 && value <= 8 ? value : 1
    }
  } catch {
    // an offset that leads out of the block: it says nothing then
  }
  return 1
}

/** What is kept of one segment in front of the picture data; null when it goes. */
function keptSegment(bytes: Uint8Array, marker: number, from: number, to: number): Uint8Array | null {
  const body = from + 4
  if (marker === 0xe0 && latin(bytes, body, body + 5) === JFIF) {
    // without its thumbnail
    const head = bytes.slice(from, Math.min(to, from + 18))
    if (head.length < 18) return null
    head.set([0, 16], 2)
    head.set([0, 0], 16)
    return head
  }
  if (marker === 0xe1 && latin(bytes, body, body + 6) === 'Exif\0\0') {
    const turned = orientationOf(bytes.subarray(body + 6, to))
    if (turned === 1) return null
    const segment = Uint8Array.from(ORIENTATION)
    segment[ORIENTATION_AT] = turned
    return segment
  }
  // how its colours are coded: without it some pictures come out inverted
  if (marker === 0xee && latin(bytes, body, body + 5) === 'Adobe') return bytes.subarray(from, to)
  return marker === 0xfe || (marker >= 0xe0 && marker <= 0xef) ? null : bytes.subarray(from, to)
}

/** Where the coded picture that starts at `from` ends: at the next marker that is none of its own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return -1
}

/** A JPEG without EXIF, XMP, IPTC, comments, thumbnails and what hangs behind its end; null when it is none. */
export function cleanJpeg(bytes: Uint8Array): Pieces | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const pieces = [bytes.subarray(0, 2)]
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) return null
    if (marker === 0xd9) return [...pieces, bytes.subarray(at, at + 2)]
    const to = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (to < at + 4 || to > bytes.length) return null
    const kept = keptSegment(bytes, marker, at, to)
    if (kept) pieces.push(kept)
    at = to
    if (marker !== 0xda) continue
    const end = endOfScan(bytes, at)
    // cameras that lost power leave pictures without an end: they show as far as they go
    if (end < 0) return [...pieces, bytes.subarray(at), Uint8Array.of(0xff, 0xd9)]
    pieces.push(bytes.subarray(at, end))
    at = end
  }
}

/** What a PNG needs to be seen as it is; everything else is told by somebody about it. */
const PNG_CHUNKS = 'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs hIST acTL fcTL fdAT'.split(' ')

/** A PNG without texts, EXIF, times, profiles and what hangs behind its end; null when it is none. */
export function cleanPng(bytes: Uint8Array): Pieces | null {
  if (latin(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const to = at + 12 + view.getUint32(at)
    if (to > bytes.length) return null
    const type = latin(bytes, at + 4, at + 8)
    if (PNG_CHUNKS.includes(type)) pieces.push(bytes.subarray(at, to))
    if (type === 'IEND') return pieces
    at = to
  }
  return null
}

/** How many bytes a chain of blocks of a GIF takes, its end mark included. */
function blocksLength(bytes: Uint8Array, from: number): number {
  let at = from
  for (let size = bytes[at]; size !== undefined && size !== 0; size = bytes[at]) at += size + 1
  return at + 1 - from
}

/** A GIF without comments and notes of programs, save how often it repeats; null when it is none. */
export function cleanGif(bytes: Uint8Array): Pieces | null {
  if (!latin(bytes, 0, 6).startsWith('GIF8')) return null
  const table = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  let at = 13 + table(bytes[10] ?? 0)
  const pieces = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const from = at
    if (bytes[at] === 0x3b) return [...pieces, bytes.subarray(at, at + 1)]
    if (bytes[at] === 0x21) {
      const label = bytes[at + 1]
      at += 2 + blocksLength(bytes, at + 2)
      const loops = label === 0xff && latin(bytes, from + 3, from + 14) === 'NETSCAPE2.0'
      if (label === 0xf9 || loops) pieces.push(bytes.subarray(from, at))
    } else if (bytes[at] === 0x2c) {
      at += 11 + table(bytes[at + 9] ?? 0)
      at += blocksLength(bytes, at)
      pieces.push(bytes.subarray(from, at))
    } else return null
  }
  return null
}

/** An enhanced metafile whose description, the program and often the file's name, is blanked. */
export function cleanEmf(bytes: Uint8Array): Pieces | null {
  if (bytes.length < 88 || latin(bytes, 40, 44) !== ' EMF') return null
  const made = bytes.slice()
  const view = new DataView(made.buffer)
  const from = view.getUint32(64, true)
  const length = view.getUint32(60, true) * 2
  if (from > 0 && from + length <= made.length) made.fill(0, from, from + length)
  return [made]
}
