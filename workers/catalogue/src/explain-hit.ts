import type { ListingCard } from '@shixun/db/search/schema'
import { holds, type Term } from '@shixun/domain/flagship/bigrams'

/** Why a listing is in the result and why it stands where it does, in words. */
export function explainHit(card: ListingCard, terms: readonly Term[]): string[] {
  const found = terms.map(({ word }) => {
    if (holds(card.title, word)) return `标题含“${word}”`
    return holds(card.originName, word) ? `推荐单位含“${word}”` : `方案设计含“${word}”`
  })
  return [...found, ...(card.grade === 'flagship' ? ['精品项目排在前面'] : [])]
}
