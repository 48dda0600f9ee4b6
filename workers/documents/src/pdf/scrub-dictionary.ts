import { isDictionary, nameOf, type OpenValues, type PdfDictionary, type PdfValue } from './pdf-value.ts'

/** What a page, its tree and the root of a document need to be seen; whatever else hangs on them goes. */
const NEEDED: Readonly<Record<string, string>> = {
  Catalog:
    'Type Version Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines AcroForm OCProperties StructTreeRoot MarkInfo Lang',
  Pages: 'Type Parent Kids Count Resources MediaBox CropBox Rotate',
  Page: 'Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots Tabs StructParents UserUnit',
}
/** Entries that tell who made something, when, where and with what, or that act by themselves. */
const TELLING = new Set(
  'Metadata PieceInfo LastModified Author Creator Producer CreationDate ModDate CreatorInfo Info NM T TU TM Alt UF EF AF RF FS URI JS AA OpenAction XFA Perms DSS OPI Ref Win Mac Unix Rendition IDS SpiderInfo Threads Collection'.split(
    ' ',
  ),
)

/** A file name stands under /F; under the same key an annotation keeps its flags, which are a number. */
function isFileName(value: PdfValue): boolean {
  return !(typeof value === 'object' && value !== null && 'number' in value)
}

/** Entries that hold a dictionary of names of somebody's choosing, which mean nothing by themselves. */
const NAMED = new Set(
  'Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs Colorants Dests N R D RoleMap ClassMap'.split(
    ' ',
  ),
)

export function isNamedMap(key: string): boolean {
  return NAMED.has(key)
}

/** A dictionary without what tells who made it. Signatures go whole: a copy that is written anew bears none. */
export function scrubbed(dictionary: PdfDictionary, pdf: OpenValues): PdfDictionary {
  const type = nameOf(dictionary.get('Type'))
  if (type === 'Sig' || dictionary.has('ByteRange')) return new Map()
  const needed = type && Object.hasOwn(NEEDED, type) ? NEEDED[type]?.split(' ') : undefined
  const attached = nameOf(dictionary.get('Subtype')) === 'FileAttachment'
  const made: PdfDictionary = new Map()
  for (const [key, value] of dictionary) {
    if (TELLING.has(key) || key.startsWith('PTEX.') || (needed && !needed.includes(key))) continue
    if (key === 'F' && isFileName(pdf.resolved(value))) continue
    // when an annotation was made; on the turn of a page /M is a direction
    if (key === 'M' && nameOf(value) === null) continue
    if (attached && key === 'Contents') continue
    made.set(key, type === 'Catalog' && key === 'Names' ? destinationsOf(pdf.resolved(value)) : value)
  }
  return made
}

/** Of the trees of names the one that links lead by; scripts and embedded files go. */
function destinationsOf(names: PdfValue): PdfValue {
  const dests = isDictionary(names) ? names.get('Dests') : undefined
  return new Map(dests === undefined ? [] : [['Dests', dests]])
}
