/** Small files as Office and WPS lay them out, byte by byte; their contents are of no matter. */

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function record(length: number, fields: readonly (readonly [at: number, value: number, bytes: 2 | 4])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(length))
  for (const [at, value, bytes] of fields)
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
  return new Uint8Array(view.buffer)
}

/** A ZIP of stored members, each of `filling` bytes. */
export function zipFile(names: readonly string[], filling = 0, comment = ''): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(filling)
  const sizes = (at: number) => [[at, filling, 4] as const, [at + 4, filling, 4] as const]
  const locals = names.map((name) =>
    joined(record(30, [[0, 0x04034b50, 4], [4, 20, 2], ...sizes(18), [26, name.length, 2]]), ascii(name), data),
  )
  const starts = locals.map((_, index) => locals.slice(0, index).reduce((sum, { length }) => sum + length, 0))
  const entries = names.map((name, index) =>
    joined(
      record(46, [[0, 0x02014b50, 4], [6, 20, 2], ...sizes(20), [28, name.length, 2], [42, starts[index] ?? 0, 4]]),
      ascii(name),
    ),
  )
  const directory = joined(...entries)
  const offset = locals.reduce((sum, { length }) => sum + length, 0)
  const end = record(22, [
    [0, 0x06054b50, 4],
    [8, names.length, 2],
    [10, names.length, 2],
    [12, directory.length, 4],
    [16, offset, 4],
    [20, comment.length, 2],
  ])
  return joined(...locals, directory, end, ascii(comment))
}

const MAIN = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' }

/** An Office document of 2007 and later. */
export function ooxmlFile(extension: keyof typeof MAIN, ...more: string[]): Uint8Array<ArrayBuffer> {
  return zipFile(['[Content_Types].xml', '_rels/.rels', MAIN[extension], ...more])
}

const FREE = 0xffffffff
const END = 0xfffffffe

/** One entry of a compound file's directory; `left`, `right` and `child` are places in it. */
export type OleEntry = { name: string; kind: 1 | 2 | 5; left?: number; right?: number; child?: number }

function directoryEntry({ name, kind, left = FREE, right = FREE, child = FREE }: OleEntry): Uint8Array {
  const fields = Array.from(name, (char, index) => [index * 2, char.charCodeAt(0), 2] as const)
  const entry = record(128, [
    ...fields,
    [64, (name.length + 1) * 2, 2],
    [68, left, 4],
    [72, right, 4],
    [76, child, 4],
    [116, END, 4],
  ])
  entry[66] = kind
  return entry
}

/** A compound file of 512-byte sectors whose directory lies in every second sector, as in files that grew. */
export function oleDirectory(entries: readonly OleEntry[]): Uint8Array<ArrayBuffer> {
  const sectors = Math.ceil(entries.length / 4)
  const directory = joined(...entries.map(directoryEntry), new Uint8Array((sectors * 4 - entries.length) * 128))
  const table = new Uint32Array(128).fill(FREE)
  table[0] = 0xfffffffd
  const body = [new Uint8Array(table.buffer)]
  for (let n = 0; n < sectors; n++) {
    table[1 + n * 2] = n + 1 < sectors ? 3 + n * 2 : END
    body.push(directory.subarray(n * 512, (n + 1) * 512), new Uint8Array(512))
  }
  const header = record(512, [
    [24, 0x3e, 2],
    [26, 3, 2],
    [28, 0xfffe, 2],
    [30, 9, 2],
    [32, 6, 2],
    [44, 1, 4],
    [48, 1, 4],
    [56, 4096, 4],
    [60, END, 4],
    [68, END, 4],
    ...Array.from({ length: 109 }, (_, n) => [76 + n * 4, n === 0 ? 0 : FREE, 4] as const),
  ])
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return joined(header, ...body)
}

/** A document of Office 97 to 2003, or of WPS, with this main stream beside five others. */
export function oleFile(stream: string): Uint8Array<ArrayBuffer> {
  const others = ['1Table', 'Data', 'CompObj', 'SummaryInformation', 'DocumentSummaryInformation']
  const names = [...others, stream]
  const entries = names.map(
    (name, n): OleEntry => ({
      name,
      kind: 2,
      ...(n + 1 < names.length ? { right: n + 2 } : {}),
    }),
  )
  return oleDirectory([{ name: 'Root Entry', kind: 5, child: 1 }, ...entries])
}

/** A PDF of `size` bytes or a little more, too small a page to be of use. */
export function pdfFile(size = 0): Uint8Array<ArrayBuffer> {
  const text = '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n'
  return joined(ascii(text), new Uint8Array(Math.max(0, size - text.length - 6)).fill(0x20), ascii('\n%%EOF'))
}
