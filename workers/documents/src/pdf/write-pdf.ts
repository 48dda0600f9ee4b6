import type { Pieces } from '../clean/clean-image.ts'
import { isDictionary, isStream, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-value.ts'

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

function nameText(name: string): string {
  const safe = name.replace(/[^!-~]|[()<>[\]{}/%#]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return `/${safe}`
}

function dictionaryText(dictionary: PdfDictionary): string {
  const entries = [...dictionary].map(([key, value]) => `${nameText(key)} ${valueText(value)}`)
  return `<<${entries.join(' ')}>>`
}

function valueText(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(valueText).join(' ')}]`
  if (isDictionary(value)) return dictionaryText(value)
  if ('number' in value) return value.number
  if ('name' in value) return nameText(value.name)
  if ('ref' in value) return `${value.ref} 0 R`
  if ('string' in value) return `<${[...value.string].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`
  return 'null'
}

/** An object as it is written: a value, or a stream in pieces. */
export type Written =
  | { no: number; value: Exclude<PdfValue, PdfStream> }
  | { no: number; dictionary: PdfDictionary; data: Pieces }

function objectPieces(object: Written): Pieces {
  if ('value' in object)
    return [latin(`${object.no} 0 obj\n${isStream(object.value) ? 'null' : valueText(object.value)}\nendobj\n`)]
  const length = object.data.reduce((sum, piece) => sum + piece.length, 0)
  const dictionary = new Map([...object.dictionary, ['Length', { number: String(length) }]] as const)
  return [
    latin(`${object.no} 0 obj\n${dictionaryText(dictionary)}\nstream\n`),
    ...object.data,
    latin('\nendstream\nendobj\n'),
  ]
}

/** A PDF of one revision: objects in the order of their numbers, one plain table, no identifier and no properties. */
export function writePdf(version: string, root: number, objects: readonly Written[]): Pieces {
  const pieces: Pieces = [latin(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`)]
  let at = pieces[0]?.length ?? 0
  const ordered = [...objects].sort((a, b) => a.no - b.no)
  const places = new Map<number, number>()
  for (const object of ordered) {
    places.set(object.no, at)
    for (const piece of objectPieces(object)) {
      pieces.push(piece)
      at += piece.length
    }
  }
  const size = (ordered.at(-1)?.no ?? 0) + 1
  const rows = Array.from({ length: size }, (_, no) => {
    const place = places.get(no)
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  pieces.push(
    latin(`xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size} /Root ${root} 0 R>>\nstartxref\n${at}\n%%EOF\n`),
  )
  return pieces
}
