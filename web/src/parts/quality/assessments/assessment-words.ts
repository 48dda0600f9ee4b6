import type { OutputOf } from '../../../call.ts'
import { formatDate, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

export type Assessment = OutputOf<'readProjectAssessment'>
export type Reading = Assessment['readings'][number]
export type Lift = Assessment['lifts'][number]

/** How many of the counted units make one that people know: lessons of 45 minutes in quarters, yuan in fen. */
const scales: Readonly<Record<string, number>> = { quarter_minutes: 180, fen: 100 }

/** A whole count as people read it: 1,170 分钟, 38.5 学时. */
function countText(count: number, unit: string): string {
  return formatNumber(Math.round((count * 100) / (scales[unit] ?? 1)) / 100)
}

export function countsText(counts: { numerator: number; denominator: number }, unit: string): string {
  return `${countText(counts.numerator, unit)} / ${countText(counts.denominator, unit)} ${wordFor('countUnit', unit)}`
}

export function percentText(value: number): string {
  return `${formatNumber(value, 2)}%`
}

const sourceWords = {
  cohort: (n: number) => t('assessments.fromCohorts', { n }),
  survey: (n: number) => t('assessments.fromSurveys', { n }),
  round: (n: number) => t('assessments.fromRounds', { n }),
} as const

/** Where a figure comes from, in a few words: 任务书第 1 版，班次 2 个. */
export function sourceText({ from }: Pick<Reading, 'from'>): string {
  const kinds = [...new Set(from.map(({ kind }) => kind))]
  const words = kinds.map((kind) => {
    const of = from.filter((one) => one.kind === kind)
    if (kind === 'agreement') return t('assessments.fromAgreement', { n: of[0]?.id ?? '' })
    if (kind === 'report') return t('assessments.fromReport')
    return kind in sourceWords ? sourceWords[kind as keyof typeof sourceWords](of.length) : kind
  })
  return words.join('，')
}

/** What to do, with its number: 再有 6 人参训. Money is told in yuan. */
export function liftText({ code, n, unit, by }: Lift): string {
  const count = unit === 'fen' ? countText(n, unit) : formatNumber(n)
  const words = wordFor('lift', code).replace('{n}', count)
  return by === null ? words : `${words}${t('lift.by', { day: formatDate(by) })}`
}
