import type { UncleanReason } from '@shixun/http/documents'
import { cleanJpeg, type Pieces } from '../clean/clean-image.ts'
import { type OpenPdf, openPdf } from './open-pdf.ts'
import {
  damage,
  isDictionary,
  isStream,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
  refOf,
} from './pdf-value.ts'
import { isNamedMap, scrubbed } from './scrub-dictionary.ts'
import { filtersOf } from './unpack-stream.ts'
import { type Written, writePdf } from './write-pdf.ts'

const OBJECTS = 500_000

type Meet = (no: number, named: boolean) => void

/** A value without what tells; `meet` hears of every object that it leads to, and whether that is a map of names. */
function cleaned(value: PdfValue, pdf: OpenPdf, meet: Meet, named = false): Exclude<PdfValue, PdfStream> {
  const no = refOf(value)
  if (no !== null) meet(no, named)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, pdf, meet))
  if (isDictionary(value)) return cleanedDictionary(value, pdf, meet, named)
  return isStream(value) ? null : value
}

function cleanedDictionary(dictionary: PdfDictionary, pdf: OpenPdf, meet: Meet, named: boolean): PdfDictionary {
  const kept = named ? dictionary : scrubbed(dictionary, pdf)
  return new Map([...kept].map(([key, value]) => [key, cleaned(value, pdf, meet, !named && isNamedMap(key))]))
}

/** Photographs keep their EXIF inside a PDF. */
function cleanedData({ dictionary, data }: PdfStream): Pieces {
  const filters = filtersOf(dictionary)
  const photograph = filters.length === 1 && (filters[0] === 'DCTDecode' || filters[0] === 'DCT')
  if (!photograph) return [data]
  const pieces = cleanJpeg(data)
  if (pieces === null) throw damage('a photograph')
  return pieces
}

/**
 * A PDF without properties, XMP, earlier revisions, authors of annotations, attached files, scripts, paths and what its
 * photographs tell: what the newest root leads to is written anew, and nothing else comes along.
 */
export function cleanPdf(bytes: Uint8Array): { pieces: Pieces; pdf: OpenPdf } | UncleanReason {
  try {
    const pdf = openPdf(bytes)
    if (pdf.trailer.has('Encrypt')) return 'encrypted'
    const root = refOf(pdf.trailer.get('Root'))
    if (root === null || !isDictionary(pdf.object(root))) return 'broken'
    const waiting = [{ no: root, named: false }]
    const met = new Set([root])
    const meet: Meet = (no, named) => {
      if (met.has(no)) return
      met.add(no)
      waiting.push({ no, named })
    }
    const objects: Written[] = []
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (met.size > OBJECTS) return 'too-large'
      const { no, named } = next
      const value = pdf.object(no)
      if (isStream(value)) {
        const entries = new Map([...value.dictionary].filter(([key]) => key !== 'Length'))
        objects.push({ no, dictionary: cleanedDictionary(entries, pdf, meet, false), data: cleanedData(value) })
      } else objects.push({ no, value: cleaned(value, pdf, meet, named) })
    }
    return { pieces: writePdf(pdf.version, root, objects), pdf }
  } catch {
    return 'broken'
  }
}
