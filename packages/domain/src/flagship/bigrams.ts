const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /^\p{Script=Han}/u

/** More words than a person types; a longer query is cut here. */
const MOST_TERMS = 8

/** One word of a query: the word itself, its tokens in order, and whether the last token is only a beginning. */
export type Term = { word: string; tokens: string[]; prefix: boolean }

function runsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(RUNS) ?? []
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/**
 * A text as index tokens in order: every run of Han characters as its pairs and its last character, every other word
 * whole. The last character lets a single one be found as the beginning of a token wherever it stands.
 */
export function gramsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => (HAN.test(run) ? [...pairsOf(run), [...run].at(-1) ?? ''] : [run]))
}

/** A query as words that must all be found. A single Han character and a Latin word match as beginnings. */
export function termsOf(query: string): Term[] {
  const terms = runsOf(query).map((word) => {
    const pairs = HAN.test(word) ? pairsOf(word) : []
    return pairs.length ? { word, tokens: pairs, prefix: false } : { word, tokens: [word], prefix: true }
  })
  return terms.slice(0, MOST_TERMS)
}

/** Whether a text contains a word, as the index would say it. */
export function holds(text: string, word: string): boolean {
  return text.normalize('NFKC').toLowerCase().includes(word)
}
