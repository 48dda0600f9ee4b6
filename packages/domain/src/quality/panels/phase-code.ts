/** Phases of schooling as forms write them, by their codes. */
const CODES: readonly (readonly [code: string, words: RegExp])[] = [
  ['kindergarten', /幼儿园|学前/u],
  ['primary', /小学/u],
  ['junior', /初中/u],
  ['vocational', /中职|中等职业|职业高中|职高/u],
  ['senior', /高中/u],
  ['special', /特殊教育|特教/u],
]

/** The code of a phase that a form has in words; the words themselves when they name none or several. */
export function phaseCode(word: string): string {
  const found = CODES.filter(([, words]) => words.test(word)).map(([code]) => code)
  if (found.length === 2 && found[0] === 'vocational') return 'vocational'
  return found.length === 1 ? (found[0] ?? word) : word
}
