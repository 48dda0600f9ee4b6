const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /^\p{Script=Han}/u
/** Years and ordinals tell editions of one training apart, not trainings. */
const EDITION =
  /(?:19|20)\d\d(?:\s*[-—–至~～]\s*(?:19|20)?\d\d)?\s*(?:学年度?|年度?)?|第?[一二三四五六七八九十百\d]+\s*(?:期|批|轮|届)/gu

/** Character pairs of a title, with repeats; a single character and every other word stand whole. */
export function titlePairs(title: string): string[] {
  const plain = title.normalize('NFKC').toLowerCase().replace(EDITION, ' ')
  return (plain.match(RUNS) ?? []).flatMap((run) => {
    const characters = [...run]
    if (!HAN.test(run) || characters.length === 1) return [run]
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  })
}

/**
 * How alike two titles are: whole per cent of common pairs, 2 × common / (pairs of both) (Dice 1945 on character pairs),
 * rounded down. The same either way round; a title without a word is like nothing.
 */
export function titleSimilarity(a: string, b: string): number {
  const [mine, other] = [titlePairs(a), titlePairs(b)]
  if (mine.length === 0 || other.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of other) left.set(pair, (left.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of mine) {
    const n = left.get(pair) ?? 0
    if (n === 0) continue
    left.set(pair, n - 1)
    common += 1
  }
  return Math.floor((200 * common) / (mine.length + other.length))
}
