import { SHEET_WORDS } from '@shixun/contract/sheet-words'

const LEVELS: Readonly<Record<string, string>> = SHEET_WORDS.level

/** Why hours wait for the office: nobody accredited stood behind them on their day. */
export function notAccreditedWords(provider: string | null, level: string, date: string): string {
  if (provider === null) return '班次没有登记承训单位'
  return `承训单位“${provider}”在 ${date} 没有“${LEVELS[level] ?? level}”培训资质`
}
