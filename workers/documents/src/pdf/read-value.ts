import { damage, type PdfDictionary, type PdfValue } from './pdf-value.ts'

const DEEPEST = 200
const SPACES = [0, 9, 10, 12, 13, 32]
const DELIMITERS = '()<>[]{}/%'

export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && SPACES.includes(byte)
}

function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !isSpace(byte) && !DELIMITERS.includes(String.fromCharCode(byte))
}

/** A place in the bytes of a PDF that moves on as things are read. */
export type Cursor = { bytes: Uint8Array; at: number }

export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor
  for (;;) {
    while (isSpace(bytes[cursor.at])) cursor.at++
    if (bytes[cursor.at] !== 0x25) return
    // a comment goes to the end of its line
    while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at++
  }
}

/** The next run of regular characters: a keyword or a number; '' in front of a delimiter. */
export function readWord(cursor: Cursor): string {
  skipSpace(cursor)
  const from = cursor.at
  while (isRegular(cursor.bytes[cursor.at])) cursor.at++
  return String.fromCharCode(...cursor.bytes.subarray(from, Math.min(cursor.at, from + 200)))
}

const hexValue = (byte: number | undefined) => Number.parseInt(String.fromCharCode(byte ?? 0), 16)

function readName(cursor: Cursor): PdfValue {
  let name = ''
  for (cursor.at++; isRegular(cursor.bytes[cursor.at]); cursor.at++) {
    const byte = cursor.bytes[cursor.at] ?? 0
    const code =
      byte === 0x23 ? hexValue(cursor.bytes[cursor.at + 1]) * 16 + hexValue(cursor.bytes[cursor.at + 2]) : Number.NaN
    if (Number.isNaN(code)) name += String.fromCharCode(byte)
    else {
      name += String.fromCharCode(code)
      cursor.at += 2
    }
  }
  return { name }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** What a backslash stands for; null when it breaks a line. Moves to the last character that was used. */
function readEscape(cursor: Cursor): number | null {
  const { bytes } = cursor
  const next = bytes[++cursor.at] ?? 0
  if (next === 13 && bytes[cursor.at + 1] === 10) cursor.at++
  if (next === 13 || next === 10) return null
  if (next < 0x30 || next > 0x37) return ESCAPES[String.fromCharCode(next)] ?? next
  let code = next - 0x30
  for (let digits = 1; digits < 3; digits++) {
    const digit = (bytes[cursor.at + 1] ?? 0) - 0x30
    if (digit < 0 || digit > 7) break
    code = code * 8 + digit
    cursor.at++
  }
  return code & 0xff
}

function readLiteral(cursor: Cursor): PdfValue {
  const out: number[] = []
  let depth = 1
  for (cursor.at++; cursor.at < cursor.bytes.length; cursor.at++) {
    const byte = cursor.bytes[cursor.at] ?? 0
    if (byte === 0x5c) {
      const code = readEscape(cursor)
      if (code !== null) out.push(code)
      continue
    }
    if (byte === 0x28) depth++
    if (byte === 0x29 && --depth === 0) {
      cursor.at++
      return { string: Uint8Array.from(out) }
    }
    out.push(byte)
  }
  throw damage('a string has no end')
}

function readHex(cursor: Cursor): PdfValue {
  const digits: number[] = []
  for (cursor.at++; cursor.bytes[cursor.at] !== 0x3e; cursor.at++) {
    if (cursor.at >= cursor.bytes.length) throw damage('a string has no end')
    const digit = hexValue(cursor.bytes[cursor.at])
    if (!Number.isNaN(digit)) digits.push(digit)
  }
  cursor.at++
  const pairs = Array.from(
    { length: Math.ceil(digits.length / 2) },
    (_, n) => (digits[2 * n] ?? 0) * 16 + (digits[2 * n + 1] ?? 0),
  )
  return { string: Uint8Array.from(pairs) }
}

function readDictionary(cursor: Cursor, depth: number): PdfDictionary {
  const made: PdfDictionary = new Map()
  cursor.at += 2
  for (;;) {
    skipSpace(cursor)
    const byte = cursor.bytes[cursor.at]
    if (byte === 0x3e && cursor.bytes[cursor.at + 1] === 0x3e) {
      cursor.at += 2
      return made
    }
    if (byte !== 0x2f) throw damage('a dictionary has no key')
    const key = readName(cursor) as { name: string }
    made.set(key.name, readValue(cursor, depth + 1))
  }
}

function readArray(cursor: Cursor, depth: number): PdfValue[] {
  const made: PdfValue[] = []
  cursor.at++
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === 0x5d) {
      cursor.at++
      return made
    }
    made.push(readValue(cursor, depth + 1))
  }
}

/** `12 0 R` behind the number 12; leaves the cursor where it was when there is none. */
function readReference(cursor: Cursor, word: string): PdfValue | null {
  if (!/^\d{1,10}$/.test(word)) return null
  const back = cursor.at
  if (/^\d{1,5}$/.test(readWord(cursor)) && readWord(cursor) === 'R') return { ref: Number(word) }
  cursor.at = back
  return null
}

/** The next object. Throws at what is none. */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > DEEPEST) throw damage('too deep')
  skipSpace(cursor)
  const byte = cursor.bytes[cursor.at]
  if (byte === 0x2f) return readName(cursor)
  if (byte === 0x28) return readLiteral(cursor)
  if (byte === 0x5b) return readArray(cursor, depth)
  if (byte === 0x3c) return cursor.bytes[cursor.at + 1] === 0x3c ? readDictionary(cursor, depth) : readHex(cursor)
  const word = readWord(cursor)
  if (word === 'null') return null
  if (word === 'true' || word === 'false') return word === 'true'
  if (/^[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?$/.test(word))
    return readReference(cursor, word) ?? { number: tidyNumber(word) }
  throw damage(`no object: ${word}`)
}

/** Numbers as every reader knows them: some programs write `--5` or `0.0-3`. */
function tidyNumber(word: string): string {
  const plain = word.replace(/(?<=\d)-\d*$/, '')
  return `${plain.startsWith('-') ? '-' : ''}${plain.replace(/^[+-]+/, '')}`
}
