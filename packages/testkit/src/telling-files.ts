import { strToU8, zlibSync } from 'fflate'

/** Files that tell who made them in every place that their formats know. `who` must stand in none of them once they are cleaned. */

const joined = (...parts: (Uint8Array | string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...strToU8(part)] : [...part])))
const be = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, n) => (value >>> (8 * (bytes - 1 - n))) & 255)

function crc(bytes: Uint8Array): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}

const chunk = (type: string, data: Uint8Array) => {
  const body = joined(type, data)
  return joined(be(data.length, 4), body, be(crc(body), 4))
}

/** A PNG of one pixel with texts plain, international and packed, EXIF, a time, a profile and a tail. */
export function tellingPng(who: string): Uint8Array {
  const packed = zlibSync(strToU8(who))
  return joined(
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    chunk('IHDR', joined(be(1, 4), be(1, 4), [8, 2, 0, 0, 0])),
    chunk('tEXt', joined('Author', [0], who)),
    chunk('iTXt', joined('XML:com.adobe.xmp', [0, 0, 0, 0, 0], `<x>${who}</x>`)),
    chunk('zTXt', joined('Comment', [0, 0], packed)),
    chunk('eXIf', joined('MM', [0, 42], who)),
    chunk('tIME', Uint8Array.from([7, 234, 1, 2, 3, 4, 5])),
    chunk('iCCP', joined(who, [0, 0], packed)),
    chunk('IDAT', zlibSync(Uint8Array.from([0, 200, 30, 30]))),
    chunk('IEND', new Uint8Array(0)),
    who,
  )
}

const segment = (marker: number, data: Uint8Array) => joined([0xff, marker], be(data.length + 2, 2), data)
/** A JPEG of 8 × 8 pixels as libjpeg writes it, from the tables on. */
const JPEG_BODY =
  '/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AACwgACAAIAQERAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAAgBAQAAPwD5/wD/2Q=='

/** A photograph with EXIF (turned by a quarter), XMP, IPTC, a comment, a maker's segment and a tail. */
export function tellingJpeg(who: string): Uint8Array {
  const turned = [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  const body = Uint8Array.from(atob(JPEG_BODY), (char) => char.charCodeAt(0))
  return joined(
    [0xff, 0xd8],
    segment(0xe0, joined('JFIF', [0, 1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, joined('Exif', [0, 0], 'MM', [0, 42, 0, 0, 0, 8], turned, who)),
    segment(0xe1, joined('http://ns.adobe.com/xap/1.0/', [0], `<x:xmpmeta>${who}</x:xmpmeta>`)),
    segment(0xed, joined('Photoshop 3.0', [0], who)),
    segment(0xe4, strToU8(who)),
    segment(0xfe, strToU8(who)),
    body,
    who,
  )
}

const utf16 = (text: string) =>
  `<feff${[...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`

/** A stream object of a PDF. */
const stream = (dictionary: string, data: Uint8Array) =>
  joined(`<<${dictionary}/Length ${data.length}>>\nstream\n`, data, '\nendstream')

type Pdf = { who: string; text: string; packed?: boolean }

function pdfObjects({ who, text }: Pdf): (string | Uint8Array)[] {
  const xmp = strToU8(`<?xpacket begin=""?><x:xmpmeta><dc:creator>${who}</dc:creator></x:xmpmeta><?xpacket end="w"?>`)
  const codes = [...text].map((_, n) => (n + 1).toString(16).padStart(4, '0'))
  const lines = [...text].map(
    (char, n) => `<${codes[n]}> <${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`,
  )
  const cmap = `1 begincodespacerange <0000> <ffff> endcodespacerange ${lines.length} beginbfchar ${lines.join('\n')} endbfchar`
  const content = zlibSync(strToU8(`% drawn\nBT /F1 12 Tf 20 20 Td <${codes.join('')}> Tj ET q /Im0 Do Q`))
  const image = '/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode'
  return [
    `<</Type/Catalog/Pages 2 0 R/Metadata 8 0 R/Names<</EmbeddedFiles<</Names[${utf16(who)} 11 0 R]>>>>/OpenAction<</S/JavaScript/JS ${utf16(who)}>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/LastModified ${utf16(who)}/PieceInfo<</A<</Private ${utf16(who)}>>>>/Annots[10 0 R]/Resources<</Font<</F1 5 0 R>>/XObject<</Im0 9 0 R>>>>>>`,
    stream('/Filter/FlateDecode', content),
    '<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>',
    stream('', strToU8(cmap)),
    stream('/Type/Metadata/Subtype/XML', xmp),
    stream(image, tellingJpeg(who)),
    `<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T ${utf16(who)}/M(D:20260102)/NM ${utf16(who)}/Contents(ok)>>`,
    `<</Type/Filespec/F ${utf16(who)}/UF ${utf16(who)}/EF<</F 12 0 R>>>>`,
    stream('', strToU8(who)),
    `<</Title ${utf16(who)}/Author ${utf16(who)}/Creator ${utf16(who)}/Company ${utf16(who)}>>`,
  ]
}

/** The plain kind: one table, and a later revision that repeats the properties. */
function plainPdf(given: Pdf): Uint8Array {
  let bytes = strToU8('%PDF-1.6\n')
  const offsets: number[] = []
  for (const [index, object] of pdfObjects(given).entries()) {
    offsets.push(bytes.length)
    bytes = joined(bytes, `${index + 1} 0 obj\n`, object, '\nendobj\n')
  }
  const row = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`
  const first = bytes.length
  const size = offsets.length + 1
  bytes = joined(
    bytes,
    `xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(row).join('')}trailer\n<</Size ${size}/Root 1 0 R/Info 13 0 R/ID[${utf16(given.who)}${utf16(given.who)}]>>\nstartxref\n${first}\n%%EOF\n`,
  )
  const again = bytes.length
  bytes = joined(bytes, `13 0 obj\n<</Author ${utf16(given.who)}/ModDate(D:20260103)>>\nendobj\n`)
  const second = bytes.length
  return joined(
    bytes,
    `xref\n13 1\n${row(again)}trailer\n<</Size ${size}/Root 1 0 R/Info 13 0 R/Prev ${first}>>\nstartxref\n${second}\n%%EOF\n`,
  )
}

/** The packed kind: dictionaries, the properties among them, in an object stream, and the table in a stream with a predictor. */
function packedPdf(given: Pdf): Uint8Array {
  let bytes = strToU8('%PDF-1.6\n')
  const objects = pdfObjects(given)
  const within = objects.flatMap((object, index) => (typeof object === 'string' ? [index + 1] : []))
  const place = new Map<number, number[]>()
  for (const [index, object] of objects.entries()) {
    if (typeof object === 'string') continue
    place.set(index + 1, [1, ...be(bytes.length, 3), 0])
    bytes = joined(bytes, `${index + 1} 0 obj\n`, object, '\nendobj\n')
  }
  let body = ''
  const head = within.map((no) => {
    const line = `${no} ${body.length}`
    body += `${objects[no - 1]} `
    return line
  })
  const packedNo = objects.length + 1
  within.forEach((no, index) => {
    place.set(no, [2, ...be(packedNo, 3), index])
  })
  place.set(packedNo, [1, ...be(bytes.length, 3), 0])
  const first = `${head.join(' ')} `
  const all = zlibSync(strToU8(first + body))
  const packed = stream(`/Type/ObjStm/N ${within.length}/First ${first.length}/Filter/FlateDecode`, all)
  bytes = joined(bytes, `${packedNo} 0 obj\n`, packed, '\nendobj\n')
  const size = objects.length + 3
  const start = bytes.length
  place.set(size - 1, [1, ...be(start, 3), 0])
  const rows = Array.from({ length: size }, (_, no) => place.get(no) ?? [0, 0, 0, 0, 0])
  // the filter "up": each byte is told by its difference from the row above
  const up = rows.flatMap((row, n) => [2, ...row.map((byte, x) => (byte - (rows[n - 1]?.[x] ?? 0)) & 255)])
  const dictionary = `/Type/XRef/Size ${size}/W[1 3 1]/Root 1 0 R/Info 13 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>`
  return joined(
    bytes,
    `${size - 1} 0 obj\n`,
    stream(dictionary, zlibSync(Uint8Array.from(up))),
    `\nendobj\nstartxref\n${start}\n%%EOF\n`,
  )
}

/** A PDF that tells in its properties, XMP, attached file, script, annotation, page data, photograph, identifier and an earlier revision; its page says `text`. */
export function tellingPdf(given: Pdf): Uint8Array {
  return given.packed ? packedPdf(given) : plainPdf(given)
}
