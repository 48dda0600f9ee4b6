import { wordFor } from '../../words/words.ts'

/** A value of a segment in words: phases and areas are codes, subjects stand for themselves. */
export function segmentWord(key: string, value: string): string {
  return key === 'subject' ? value : wordFor(key, value)
}
