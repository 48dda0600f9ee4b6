/** A title of last year's call for another year: every mention of the year is replaced. */
export function titleForYear(title: string, from: number, to: number): string {
  return title.split(String(from)).join(String(to))
}

/** The same moment of another year, in the time of China; 29 February becomes the 28th. RFC 3339. */
export function instantForYear(instant: string, by: number): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const day = date.getUTCDate()
  date.setUTCFullYear(date.getUTCFullYear() + by)
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return date.toISOString()
}
