/** The characters of a document number that may be shown: the last four, and none of a number under eight. */
export function documentTail(number: string): string {
  return number.length < 8 ? '' : number.slice(-4)
}

/** A document number for the eye. Its length stays unknown too. */
export function maskedDocument(tail: string): string {
  return `****${tail}`
}
