import type { UncleanReason } from '@shixun/http/documents'
import { type ArchiveEntry, archiveEntries } from '../archive-entries.ts'
import { cleanEmf, cleanGif, cleanJpeg, cleanPng, type Pieces } from './clean-image.ts'
import { inflateWithin } from './inflate-within.ts'
import { cleanRelations, cleanTypes, isDropped } from './office-parts.ts'
import { cleanOfficeXml, officeText } from './office-xml.ts'
import { crcOf, storedZip, type ZipEntry } from './stored-zip.ts'

/** A cleaned document: its pieces and what it says to its readers. */
export type CleanedOffice = { pieces: Pieces; text: string }

const ENTRIES = 10_000
const MARKUP_BYTES = 16_777_216
const ALL_MARKUP_BYTES = 67_108_864
const MEDIA_BYTES = 67_108_864
/** A document in a document in a document: deeper than that nobody looks. */
const DEPTH = 2

const MARKUP = /\.(?:xml|rels|vml)$/i
/** Parts whose text nobody reads. */
const SILENT =
  /\.rels$|^\[Content_Types\]|(?:^|\/)(?:styles|theme\d*|fontTable|settings|webSettings|numbering|stylesWithEffects|calcChain|presProps|viewProps|tableStyles)\.xml$|(?:^|\/)theme\//i
/** Media that tell nothing about who made them, and fonts. */
const PLAIN = /\.(?:bmp|dib|wmf|odttf|fntdata)$/i
const IMAGES: readonly (readonly [name: RegExp, clean: (bytes: Uint8Array) => Pieces | null])[] = [
  [/\.(?:jpe?g|jfif)$/i, cleanJpeg],
  [/\.png$/i, cleanPng],
  [/\.gif$/i, cleanGif],
  [/\.emf$/i, cleanEmf],
]
const EMBEDDED = /\.(?:docx|xlsx|pptx)$/i
/** Objects of other programs: readers see their picture; what is inside keeps the path of its file and goes. */
const OBJECT = /(?:^|\/)(?:embeddings|activeX|ctrlProps)\/[^/]+\.bin$/i

const decoder = new TextDecoder('utf-8', { fatal: true })
const encoder = new TextEncoder()

export function joined(pieces: Pieces): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function unpacked({ deflated, data, declared, crc }: ArchiveEntry, most: number): Uint8Array | null {
  if (declared > most) return null
  const bytes = deflated ? inflateWithin(data, most, 'raw') : data
  return bytes && crcOf(bytes) === crc ? bytes : null
}

function cleanMarkup(name: string, bytes: Uint8Array): { xml: string; text: string } | null {
  let xml: string
  try {
    xml = decoder.decode(bytes)
  } catch {
    // another encoding than the one that every program writes
    return null
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null
  if (name === '[Content_Types].xml') return { xml: cleanTypes(xml), text: '' }
  if (/\.rels$/i.test(name)) return { xml: cleanRelations(xml), text: '' }
  const cleaned = cleanOfficeXml(xml)
  return { xml: cleaned, text: SILENT.test(name) ? '' : officeText(cleaned) }
}

/** One part: what stays of it and what it says; a reason when nobody can vouch for it. */
function cleanPart(entry: ArchiveEntry, depth: number): { bytes: Uint8Array; text: string } | UncleanReason {
  const { name } = entry
  if (MARKUP.test(name)) {
    const bytes = unpacked(entry, MARKUP_BYTES)
    if (bytes === null) return entry.declared > MARKUP_BYTES ? 'too-large' : 'broken'
    const markup = cleanMarkup(name, bytes)
    return markup ? { bytes: encoder.encode(markup.xml), text: markup.text } : 'broken'
  }
  if (OBJECT.test(name)) return { bytes: new Uint8Array(0), text: '' }
  const image = IMAGES.find(([pattern]) => pattern.test(name))
  if (!image && !EMBEDDED.test(name)) return 'embedded'
  const bytes = unpacked(entry, MEDIA_BYTES)
  if (bytes === null) return entry.declared > MEDIA_BYTES ? 'too-large' : 'broken'
  if (image) {
    // pictures under a wrong extension are common, and Office shows them all the same
    const pieces = image[1](bytes) ?? IMAGES.map(([, clean]) => clean(bytes)).find((made) => made !== null)
    return pieces ? { bytes: joined(pieces), text: '' } : 'embedded'
  }
  if (depth >= DEPTH) return 'embedded'
  const inner = cleanOffice(bytes, depth + 1)
  return typeof inner === 'string' ? inner : { bytes: joined(inner.pieces), text: inner.text }
}

/**
 * A Word, Excel or PowerPoint document (ECMA-376) without properties, thumbnails, authors of comments and changes, paths,
 * printers, signatures and what its pictures tell; parts that nobody knows are a reason not to show it.
 */
export function cleanOffice(bytes: Uint8Array, depth = 0): CleanedOffice | UncleanReason {
  const listed = archiveEntries(bytes, ENTRIES)
  if (!listed.ok) return 'broken'
  const entries = listed.value.filter(({ name }) => !isDropped(name) && !name.endsWith('/'))
  const markup = entries.filter(({ name }) => MARKUP.test(name)).reduce((sum, { declared }) => sum + declared, 0)
  if (markup > ALL_MARKUP_BYTES) return 'too-large'
  const kept: ZipEntry[] = []
  const texts: string[] = []
  for (const entry of entries) {
    const { name, deflated, declared: size, crc, data: packed } = entry
    if (PLAIN.test(name)) {
      kept.push({ name, deflated, size, crc, packed })
      continue
    }
    const part = cleanPart(entry, depth)
    if (typeof part === 'string') return part
    kept.push({ name, bytes: part.bytes })
    if (part.text !== '') texts.push(part.text)
  }
  return { pieces: storedZip(kept), text: texts.join('\n') }
}
