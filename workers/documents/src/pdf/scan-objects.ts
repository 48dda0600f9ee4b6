import { damage, isDictionary, type PdfDictionary } from './pdf-value.ts'
import { type Cursor, isSpace, readValue, readWord } from './read-value.ts'

const MOST = 200_000
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** The number in front of `at`, with the spaces behind it, and where it begins; null when there is none. */
function numberBefore(bytes: Uint8Array, at: number): { value: number; from: number } | null {
  let to = at
  while (isSpace(bytes[to - 1])) to--
  let from = to
  while (isDigit(bytes[from - 1])) from--
  if (from === to || to - from > 10 || to === at) return null
  return { value: Number(String.fromCharCode(...bytes.subarray(from, to))), from }
}

/** Where objects begin, `12 0 obj`, the last of each number; for files whose tables do not hold. */
export function scanObjects(bytes: Uint8Array): Map<number, { offset: number }> {
  const found = new Map<number, { offset: number }>()
  for (let at = bytes.indexOf(0x6f); at >= 0; at = bytes.indexOf(0x6f, at + 1)) {
    if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) continue
    const generation = numberBefore(bytes, at)
    const no = generation && numberBefore(bytes, generation.from)
    if (!no) continue
    found.set(no.value, { offset: no.from })
    if (found.size > MOST) throw damage('too many objects')
  }
  return found
}

/** The last trailer that names a root; null when there is none. */
export function scanTrailer(bytes: Uint8Array): PdfDictionary | null {
  let found: PdfDictionary | null = null
  for (let at = bytes.indexOf(0x74); at >= 0; at = bytes.indexOf(0x74, at + 1)) {
    const cursor: Cursor = { bytes, at }
    if (bytes[at + 1] !== 0x72 || readWord(cursor) !== 'trailer') continue
    try {
      const trailer = readValue(cursor)
      if (isDictionary(trailer) && (trailer.has('Root') || trailer.has('Encrypt'))) found = trailer
    } catch {
      // the word stood in a text
    }
  }
  return found
}
