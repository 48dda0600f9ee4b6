import {
  countOf,
  damage,
  isDictionary,
  isStream,
  nameOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  refOf,
} from './pdf-value.ts'
import { type Cursor, readValue, readWord, skipSpace } from './read-value.ts'
import { scanObjects, scanTrailer } from './scan-objects.ts'
import { unpackStream } from './unpack-stream.ts'

type Place = { offset: number } | { within: number; index: number }

/** A PDF whose objects can be asked for; `trailer` is the newest, `version` what its head says. */
export type OpenPdf = {
  version: string
  trailer: PdfDictionary
  object(no: number): PdfValue
  /** What a value stands for: references followed. */
  resolved(value: PdfValue | undefined): PdfValue
}

const OBJECTS = 1_000_000
const PARTS = 2000
const LONGEST_CHAIN = 32
const REMEMBERED = 100_000

function indexOfText(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let n = 1
    while (n < text.length && bytes[at + n] === text.charCodeAt(n)) n++
    if (n === text.length) return at
  }
  return -1
}

function lastStart(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - 2048)
  let found = -1
  for (let at = indexOfText(bytes, 'startxref', from); at >= 0; at = indexOfText(bytes, 'startxref', at + 1)) found = at
  const offset = found < 0 ? Number.NaN : Number(readWord({ bytes, at: found + 9 }))
  if (!Number.isInteger(offset) || offset < 0 || offset >= bytes.length) throw damage('no start')
  return offset
}

/** The object that begins at an offset, `no 0 obj`, with its stream if it has one. */
function readObject(
  bytes: Uint8Array,
  offset: number,
  no: number | null,
  lengthOf: (value: PdfValue | undefined) => number | null,
): PdfValue {
  const cursor: Cursor = { bytes, at: offset }
  const found = Number(readWord(cursor))
  readWord(cursor)
  if (readWord(cursor) !== 'obj' || (no !== null && found !== no)) throw damage(`object ${no} is not there`)
  const value = readValue(cursor)
  if (!isDictionary(value)) return value
  skipSpace(cursor)
  if (readWord(cursor) !== 'stream') return value
  if (bytes[cursor.at] === 13) cursor.at++
  if (bytes[cursor.at] === 10) cursor.at++
  const from = cursor.at
  const told = lengthOf(value.get('Length'))
  const after: Cursor = { bytes, at: from + (told ?? 0) }
  if (told !== null && after.at <= bytes.length && readWord(after) === 'endstream')
    return { dictionary: value, from, data: bytes.subarray(from, from + told) }
  const end = indexOfText(bytes, 'endstream', from)
  if (end < 0) throw damage('a stream has no end')
  return { dictionary: value, from, data: bytes.subarray(from, end) }
}

function readTable(cursor: Cursor, places: Map<number, Place | null>): PdfDictionary {
  for (let word = readWord(cursor); word !== 'trailer'; word = readWord(cursor)) {
    const first = countOf({ number: word })
    const count = countOf({ number: readWord(cursor) })
    if (word === '' || first === null || count === null || first + count > OBJECTS) throw damage('table')
    for (let no = first; no < first + count; no++) {
      const offset = Number(readWord(cursor))
      readWord(cursor)
      const kind = readWord(cursor)
      if (kind !== 'n' && kind !== 'f') throw damage('table')
      if (!places.has(no)) places.set(no, kind === 'n' ? { offset } : null)
    }
  }
  const trailer = readValue(cursor)
  if (!isDictionary(trailer)) throw damage('no trailer')
  return trailer
}

function numbersOf(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.map((one) => countOf(one) ?? 0) : []
}

function readTableStream({ dictionary, ...stream }: PdfStream, places: Map<number, Place | null>): PdfDictionary {
  const data = nameOf(dictionary.get('Type')) === 'XRef' ? unpackStream({ dictionary, ...stream }) : null
  const [a = 0, b = 0, c = 0] = numbersOf(dictionary.get('W'))
  if (data === null || a + b + c === 0) throw damage('table')
  const index = numbersOf(dictionary.get('Index'))
  const sections = index.length > 0 ? index : [0, countOf(dictionary.get('Size')) ?? 0]
  const field = (from: number, width: number) =>
    data.subarray(from, from + width).reduce((sum, byte) => sum * 256 + byte, 0)
  let at = 0
  for (let n = 0; n + 1 < sections.length; n += 2) {
    const first = sections[n] ?? 0
    for (let no = first; no < first + (sections[n + 1] ?? 0) && at < data.length; no++, at += a + b + c) {
      if (no > OBJECTS) throw damage('table')
      const kind = a === 0 ? 1 : field(at, a)
      const second = field(at + a, b)
      const place =
        kind === 1 ? { offset: second } : kind === 2 ? { within: second, index: field(at + a + b, c) } : null
      if (!places.has(no)) places.set(no, place)
    }
  }
  return dictionary
}

/** Follows the tables from the newest to the oldest: an object is where the newest of them says. */
function readTables(bytes: Uint8Array, places: Map<number, Place | null>): PdfDictionary {
  const seen = new Set<number>()
  let newest: PdfDictionary | null = null
  const ahead = [lastStart(bytes)]
  for (let offset = ahead.shift(); offset !== undefined; offset = ahead.shift()) {
    if (seen.has(offset)) continue
    if (seen.size >= LONGEST_CHAIN * 4) throw damage('tables without end')
    seen.add(offset)
    const cursor: Cursor = { bytes, at: offset }
    let trailer: PdfDictionary
    if (readWord(cursor) === 'xref') trailer = readTable(cursor, places)
    else {
      const stream = readObject(bytes, offset, null, countOf)
      if (!isStream(stream)) throw damage('no table')
      trailer = readTableStream(stream, places)
    }
    newest ??= trailer
    for (const key of ['XRefStm', 'Prev']) {
      const next = countOf(trailer.get(key))
      if (next !== null) ahead.push(next)
    }
  }
  if (newest === null) throw damage('no table')
  return newest
}

/** By the tables; where they do not hold, by looking for the objects themselves, as every viewer does. */
function placesOf(bytes: Uint8Array): { places: Map<number, Place | null>; trailer: PdfDictionary } {
  const places = new Map<number, Place | null>()
  try {
    const trailer = readTables(bytes, places)
    const root = refOf(trailer.get('Root'))
    const place = root === null ? null : places.get(root)
    // a table that is off by a few bytes leads nowhere
    if (place && 'offset' in place) readObject(bytes, place.offset, root, () => null)
    return { places, trailer }
  } catch {
    const trailer = scanTrailer(bytes)
    if (trailer === null) throw damage('no trailer')
    return { places: scanObjects(bytes), trailer }
  }
}

/** Reads the tables of a PDF. Throws when they do not hold. */
export function openPdf(bytes: Uint8Array): OpenPdf {
  const version = /^%PDF-(\d\.\d)/.exec(String.fromCharCode(...bytes.subarray(0, 12)))?.[1]
  if (!version) throw damage('no head')
  const { places, trailer } = placesOf(bytes)
  const parts = new Map<number, PdfValue[]>()
  const underway = new Set<number>()
  const objects = new Map<number, PdfValue>()

  function partsOf(no: number): PdfValue[] {
    const known = parts.get(no)
    if (known) return known
    if (parts.size >= PARTS) throw damage('too many parts')
    const stream = object(no)
    const data = isStream(stream) ? unpackStream(stream) : null
    if (!isStream(stream) || data === null) throw damage('a part cannot be read')
    const first = countOf(resolved(stream.dictionary.get('First'))) ?? 0
    const count = countOf(resolved(stream.dictionary.get('N'))) ?? 0
    const head: Cursor = { bytes: data, at: 0 }
    const offsets = Array.from({ length: Math.min(count, OBJECTS) }, () => {
      readWord(head)
      return first + Number(readWord(head))
    })
    const values = offsets.map((at) => readValue({ bytes: data, at }))
    parts.set(no, values)
    return values
  }

  function object(no: number): PdfValue {
    const known = objects.get(no)
    if (known !== undefined) return known
    const place = places.get(no)
    if (!place || underway.has(no)) return null
    underway.add(no)
    try {
      const value = readAt(no, place)
      if (objects.size < REMEMBERED) objects.set(no, value)
      return value
    } finally {
      underway.delete(no)
    }
  }

  function readAt(no: number, place: Place): PdfValue {
    if ('offset' in place) return readObject(bytes, place.offset, no, (value) => countOf(resolved(value)))
    return partsOf(place.within)[place.index] ?? null
  }

  function resolved(value: PdfValue | undefined): PdfValue {
    let now = value ?? null
    for (let n = 0; n < LONGEST_CHAIN; n++) {
      const no = refOf(now)
      if (no === null) return now
      now = object(no)
    }
    return null
  }

  return { version, trailer, object, resolved }
}
