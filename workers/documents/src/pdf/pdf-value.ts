/** Objects of a PDF (ISO 32000-1, 7.3). Numbers keep their text, so that nothing is rounded on the way. */
export type PdfValue =
  | null
  | boolean
  | { number: string }
  | { name: string }
  | { string: Uint8Array }
  | { ref: number }
  | PdfValue[]
  | PdfDictionary
  | PdfStream
export type PdfDictionary = Map<string, PdfValue>
export type PdfStream = { dictionary: PdfDictionary; from: number; data: Uint8Array }

/** What is thrown where a PDF does not hold together; caught where it was opened. */
export function damage(what: string): Error {
  return new Error(`damaged PDF: ${what}`)
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'dictionary' in value
}

export function nameOf(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : null
}

export function refOf(value: PdfValue | undefined): number | null {
  return typeof value === 'object' && value !== null && 'ref' in value ? value.ref : null
}

/** A whole number that is not below zero; null when the value is none. */
export function countOf(value: PdfValue | undefined): number | null {
  const number = typeof value === 'object' && value !== null && 'number' in value ? Number(value.number) : Number.NaN
  return Number.isInteger(number) && number >= 0 ? number : null
}

export function stringOf(value: PdfValue | undefined): Uint8Array | null {
  return typeof value === 'object' && value !== null && 'string' in value ? value.string : null
}

/** Where references lead. */
export type OpenValues = { resolved(value: PdfValue | undefined): PdfValue }
