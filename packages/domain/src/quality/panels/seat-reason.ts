import { inWords, PHASE_WORDS } from '../../shared/field-words.ts'

/** How an expert came to a seat. */
export type SeatBy = 'draw' | 'replacement' | 'refill' | 'extra'

/**
 * Why an expert sits on an item: what of subject and phase matched, how many items the expert had then. Of those who were
 * asked later also their place among `of` who could have been, and whether the office named them.
 */
export type SeatReason = {
  by: SeatBy
  itemSubject: string | null
  itemPhase: string | null
  subject: boolean
  phase: boolean
  load: number
  place?: number
  of?: number
  named?: boolean
}

const BY: Record<SeatBy, string> = { draw: '抽签', replacement: '换人', refill: '补位', extra: '加评' }

function matched(word: '学科' | '学段', wanted: string | null, yes: boolean): string {
  if (wanted === null) return `材料未写${word}`
  return yes ? `${word}相符（${wanted}）` : `${word}不符（材料为${wanted}）`
}

/** The reason as a sentence. */
export function becauseOf(reason: SeatReason): string {
  const { by, place, of, named, load } = reason
  const how =
    place === undefined
      ? BY[by]
      : `${BY[by]}：${named ? '由办公室指定，' : ''}在 ${of ?? place} 位可用专家中排第 ${place}`
  return [
    how,
    matched('学科', reason.itemSubject, reason.subject),
    matched('学段', reason.itemPhase === null ? null : inWords(PHASE_WORDS, [reason.itemPhase]), reason.phase),
    by === 'draw' ? `共 ${load} 份` : `此前 ${load} 份`,
  ].join('；')
}
