import type { LEVELS, PHASES } from '../calls/design/call.ts'

/** Levels as sentences say them. */
export const LEVEL_WORDS: Record<(typeof LEVELS)[number], string> = {
  national: '国家级',
  province: '省级',
  city: '市级',
  district: '区县级',
  school: '校级',
  studio: '工作室',
}

/** Phases as sentences say them. */
export const PHASE_WORDS: Record<(typeof PHASES)[number], string> = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  vocational: '中职',
  special: '特殊教育',
}

/** Codes in words, one after the other; an unknown one as it stands. */
export function inWords(words: Readonly<Record<string, string>>, codes: readonly string[]): string {
  return codes.map((code) => words[code] ?? code).join('、')
}
