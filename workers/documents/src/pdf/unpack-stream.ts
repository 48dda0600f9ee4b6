import { inflateWithin } from '../clean/inflate-within.ts'
import { countOf, isDictionary, nameOf, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-value.ts'

const MOST = 67_108_864

/** Rows of a predicted stream as they were (PNG filters, RFC 2083, 6; TIFF's is not used for what is read here). */
function unpredicted(data: Uint8Array, columns: number): Uint8Array {
  const row = columns + 1
  const rows = Math.floor(data.length / row)
  const out = new Uint8Array(rows * columns)
  for (let y = 0; y < rows; y++) {
    const filter = data[y * row] ?? 0
    for (let x = 0; x < columns; x++) {
      const raw = data[y * row + 1 + x] ?? 0
      const left = x > 0 ? (out[y * columns + x - 1] ?? 0) : 0
      const up = y > 0 ? (out[(y - 1) * columns + x] ?? 0) : 0
      const corner = x > 0 && y > 0 ? (out[(y - 1) * columns + x - 1] ?? 0) : 0
      const p = left + up - corner
      const nearest = [left, up, corner].reduce((best, one) => (Math.abs(p - one) < Math.abs(p - best) ? one : best))
      out[y * columns + x] = raw + ([0, left, up, (left + up) >> 1, nearest][filter] ?? 0)
    }
  }
  return out
}

const listOf = (value: PdfValue | undefined): PdfValue[] => (Array.isArray(value) ? value : value ? [value] : [])

export function filtersOf(dictionary: PdfDictionary): (string | null)[] {
  return listOf(dictionary.get('Filter') ?? dictionary.get('F')).map(nameOf)
}

/** The content of a stream that is deflated or plain; null when it is coded otherwise, or too large. */
export function unpackStream({ dictionary, data }: PdfStream): Uint8Array | null {
  const filters = filtersOf(dictionary)
  if (filters.length === 0) return data
  if (filters.length > 1 || (filters[0] !== 'FlateDecode' && filters[0] !== 'Fl')) return null
  const plain = inflateWithin(data, MOST, 'zlib')
  const [parms] = listOf(dictionary.get('DecodeParms') ?? dictionary.get('DP'))
  if (plain === null || !isDictionary(parms)) return plain
  const predictor = countOf(parms.get('Predictor')) ?? 1
  if (predictor < 10) return predictor === 1 ? plain : null
  const bits = (countOf(parms.get('Colors')) ?? 1) * (countOf(parms.get('BitsPerComponent')) ?? 8)
  return bits === 8 ? unpredicted(plain, countOf(parms.get('Columns')) ?? 1) : null
}
