import { type FontText, fontText } from './font-text.ts'
import type { OpenPdf } from './open-pdf.ts'
import { isDictionary, isStream, nameOf, type PdfDictionary, type PdfValue, stringOf } from './pdf-value.ts'
import { type Cursor, readValue, readWord, skipSpace } from './read-value.ts'
import { unpackStream } from './unpack-stream.ts'

const PAGES = 3000
const CONTENT_BYTES = 100_000_000
const DEPTH = 6

type Reading = { pdf: OpenPdf; texts: string[]; whole: boolean; left: number; fonts: Map<PdfValue, FontText> }

function entriesOf(pdf: OpenPdf, resources: PdfValue, key: string): PdfDictionary {
  const found = isDictionary(resources) ? pdf.resolved(resources.get(key)) : null
  return isDictionary(found) ? found : new Map()
}

/** Text of a string outside a page's content: Unicode with its mark, or bytes of Latin. */
function plainText(bytes: Uint8Array): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? new TextDecoder('utf-16be').decode(bytes.subarray(2))
    : new TextDecoder().decode(bytes)
}

function fontIn(reading: Reading, resources: PdfValue, name: string | null): FontText {
  const font = reading.pdf.resolved(entriesOf(reading.pdf, resources, 'Font').get(name ?? ''))
  const known = reading.fonts.get(font)
  if (known) return known
  const made = isDictionary(font) ? fontText(font, reading.pdf) : () => null
  reading.fonts.set(font, made)
  return made
}

/** Past the bytes of a picture within the content. */
function skipPicture(cursor: Cursor): void {
  for (cursor.at++; cursor.at < cursor.bytes.length; cursor.at++) {
    const [a, b, c, d] = cursor.bytes.subarray(cursor.at - 1, cursor.at + 3)
    if (
      (a === 10 || a === 32 || a === 13) &&
      b === 0x45 &&
      c === 0x49 &&
      (d === undefined || d === 10 || d === 32 || d === 13)
    ) {
      cursor.at += 2
      return
    }
  }
}

function show(reading: Reading, font: FontText, value: PdfValue | undefined): void {
  const strings = Array.isArray(value) ? value : [value]
  for (const one of strings) {
    const codes = stringOf(one)
    const text = codes === null ? '' : font(codes)
    if (text === null) reading.whole = false
    else reading.texts.push(text)
  }
}

function readContent(reading: Reading, data: Uint8Array, resources: PdfValue, depth: number): void {
  reading.left -= data.length
  if (reading.left < 0) {
    reading.whole = false
    return
  }
  const cursor: Cursor = { bytes: data, at: 0 }
  let operands: PdfValue[] = []
  let font: FontText = () => null
  while (cursor.at < data.length) {
    skipSpace(cursor)
    const byte = data[cursor.at]
    if (byte === undefined) return
    if ('/([<+-.0123456789'.includes(String.fromCharCode(byte))) {
      operands.push(readValue(cursor))
      continue
    }
    const word = readWord(cursor)
    if (word === '') cursor.at++
    else if (word === 'true' || word === 'false' || word === 'null') continue
    else if (word === 'Tf') font = fontIn(reading, resources, nameOf(operands[0]))
    else if (word === 'Tj' || word === 'TJ' || word === "'" || word === '"') show(reading, font, operands.at(-1))
    else if (word === 'ET' || word === 'Td' || word === 'TD' || word === 'Tm' || word === 'T*') reading.texts.push('\n')
    else if (word === 'ID') skipPicture(cursor)
    else if (word === 'Do') readForm(reading, resources, nameOf(operands[0]), depth)
    operands = []
  }
}

function readForm(reading: Reading, resources: PdfValue, name: string | null, depth: number): void {
  const form = reading.pdf.resolved(entriesOf(reading.pdf, resources, 'XObject').get(name ?? ''))
  if (!isStream(form) || nameOf(form.dictionary.get('Subtype')) !== 'Form' || depth >= DEPTH) return
  const data = unpackStream(form)
  if (data === null) reading.whole = false
  else readContent(reading, data, reading.pdf.resolved(form.dictionary.get('Resources')) ?? resources, depth + 1)
}

function readPage(reading: Reading, page: PdfDictionary, resources: PdfValue): void {
  const { pdf } = reading
  const contents = pdf.resolved(page.get('Contents'))
  const streams = (Array.isArray(contents) ? contents : [contents]).map((one) => pdf.resolved(one)).filter(isStream)
  const parts = streams.map(unpackStream)
  if (parts.includes(null)) reading.whole = false
  // a page's streams are one content: a string may not be cut, but fonts and operators go on
  const joined = parts.flatMap((part) => (part === null ? [] : [...[part], Uint8Array.of(10)]))
  const data = new Uint8Array(joined.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of joined) {
    data.set(part, at)
    at += part.length
  }
  try {
    readContent(reading, data, resources, 0)
  } catch {
    reading.whole = false
  }
  const notes = pdf.resolved(page.get('Annots'))
  for (const one of Array.isArray(notes) ? notes : []) {
    const note = pdf.resolved(one)
    for (const key of ['Contents', 'V']) {
      const told = isDictionary(note) ? stringOf(pdf.resolved(note.get(key))) : null
      if (told) reading.texts.push(`\n${plainText(told)}`)
    }
  }
}

function readOutline(reading: Reading, first: PdfValue | undefined, left: { entries: number }): void {
  for (
    let item = reading.pdf.resolved(first);
    isDictionary(item) && left.entries-- > 0;
    item = reading.pdf.resolved(item.get('Next'))
  ) {
    const title = stringOf(reading.pdf.resolved(item.get('Title')))
    if (title) reading.texts.push(`\n${plainText(title)}`)
    if (item.has('First')) readOutline(reading, item.get('First'), left)
  }
}

/** What a PDF says to its readers; not `whole` when some of it is a picture or set in codes that nobody can tell. */
export function pdfText(pdf: OpenPdf): { text: string; whole: boolean } {
  const reading: Reading = { pdf, texts: [], whole: true, left: CONTENT_BYTES, fonts: new Map() }
  const root = pdf.resolved(pdf.trailer.get('Root'))
  if (!isDictionary(root)) return { text: '', whole: false }
  const waiting: { node: PdfValue; resources: PdfValue }[] = [{ node: root.get('Pages') ?? null, resources: null }]
  let pages = 0
  for (let next = waiting.shift(); next !== undefined && pages <= PAGES; next = waiting.shift()) {
    const node = pdf.resolved(next.node)
    if (!isDictionary(node)) continue
    const resources = pdf.resolved(node.get('Resources')) ?? next.resources
    const kids = pdf.resolved(node.get('Kids'))
    pages++
    if (Array.isArray(kids)) waiting.push(...kids.slice(0, PAGES).map((kid) => ({ node: kid, resources })))
    else readPage(reading, node, resources)
  }
  const outlines = pdf.resolved(root.get('Outlines'))
  if (isDictionary(outlines)) readOutline(reading, outlines.get('First'), { entries: PAGES })
  const text = reading.texts.join('')
  return { text, whole: reading.whole && pages <= PAGES && /\p{L}/u.test(text) }
}
