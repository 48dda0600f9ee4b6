import {
  isDictionary,
  isStream,
  nameOf,
  type OpenValues,
  type PdfDictionary,
  type PdfValue,
  stringOf,
} from './pdf-value.ts'
import { type Cursor, readValue, readWord, skipSpace } from './read-value.ts'
import { unpackStream } from './unpack-stream.ts'

/** How the codes of a font read; null for codes that nobody can tell. */
export type FontText = (codes: Uint8Array) => string | null

const CODES = 70_000
const numberOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256 + byte, 0)
const wide = new TextDecoder('utf-16be')

/** The strings and arrays up to the word that ends a section of a CMap. */
function section(cursor: Cursor, end: string): PdfValue[] {
  const values: PdfValue[] = []
  while (cursor.at < cursor.bytes.length && values.length < CODES * 3) {
    skipSpace(cursor)
    const byte = cursor.bytes[cursor.at]
    if (byte === 0x3c || byte === 0x5b) {
      values.push(readValue(cursor))
      continue
    }
    const word = readWord(cursor)
    if (word === end) break
    if (word === '') cursor.at++
  }
  return values
}

function putRange(
  map: Map<number, string>,
  from: PdfValue | undefined,
  to: PdfValue | undefined,
  goal: PdfValue | undefined,
): void {
  const first = numberOf(stringOf(from) ?? new Uint8Array(0))
  const last = Math.min(numberOf(stringOf(to) ?? new Uint8Array(0)), first + CODES)
  if (Array.isArray(goal)) {
    for (const [n, one] of goal.entries()) map.set(first + n, wide.decode(stringOf(one) ?? new Uint8Array(0)))
    return
  }
  const start = stringOf(goal)
  if (start === null || map.size > CODES) return
  const base = start.slice(0, -2)
  const low = numberOf(start.slice(-2))
  for (let code = first; code <= last; code++) {
    const unit = low + code - first
    map.set(code, wide.decode(Uint8Array.from([...base, (unit >> 8) & 0xff, unit & 0xff])))
  }
}

/** A CMap that leads from codes to Unicode (ISO 32000-1, 9.10.3), and how many bytes a code has. */
function readUnicodeMap(data: Uint8Array): { map: Map<number, string>; width: number } {
  const cursor: Cursor = { bytes: data, at: 0 }
  const map = new Map<number, string>()
  let width = 1
  while (cursor.at < data.length) {
    skipSpace(cursor)
    const word = readWord(cursor)
    if (word === '') cursor.at++
    if (word === 'begincodespacerange') {
      const [low] = section(cursor, 'endcodespacerange')
      width = Math.max(width, stringOf(low)?.length ?? 1)
    } else if (word === 'beginbfchar') {
      const values = section(cursor, 'endbfchar')
      for (let n = 0; n + 1 < values.length; n += 2) putRange(map, values[n], values[n], values[n + 1])
    } else if (word === 'beginbfrange') {
      const values = section(cursor, 'endbfrange')
      for (let n = 0; n + 2 < values.length; n += 3) putRange(map, values[n], values[n + 1], values[n + 2])
    }
  }
  return { map, width }
}

/** Encodings of Chinese fonts whose codes are text already. */
function plainEncoding(name: string | null): TextDecoder | null {
  if (name === null) return null
  if (/UCS2|UTF16/.test(name)) return wide
  return /^GB|GBK/.test(name) ? new TextDecoder('gbk') : null
}

/** How to read what is set in this font. */
export function fontText(font: PdfDictionary, pdf: OpenValues): FontText {
  const toUnicode = pdf.resolved(font.get('ToUnicode'))
  const data = isStream(toUnicode) ? unpackStream(toUnicode) : null
  if (data !== null) {
    const { map, width } = readUnicodeMap(data)
    return (codes) => {
      let text = ''
      for (let at = 0; at < codes.length; at += width) text += map.get(numberOf(codes.subarray(at, at + width))) ?? ''
      return text
    }
  }
  const subtype = nameOf(pdf.resolved(font.get('Subtype')))
  const encoding = pdf.resolved(font.get('Encoding'))
  const plain = plainEncoding(nameOf(encoding))
  if (plain) return (codes) => plain.decode(codes)
  if (subtype === 'Type0' || subtype === 'Type3' || isDictionary(encoding)) return () => null
  return (codes) => String.fromCharCode(...codes)
}
