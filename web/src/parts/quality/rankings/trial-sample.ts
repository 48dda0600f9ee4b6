import { t } from '../../../words/words.ts'

/** Five experts over six items: one lenient, one severe, one item on which they are far apart, and three cells left empty. */
const scores = [
  [88, 93.5, 82, 90, 87],
  [82, 88, 76.5, 86, 84],
  [76, 83, 70, null, 78],
  [91, 96, 86, 93, 90],
  [64, 97, 60.5, 70, null],
  [79, 85.5, null, 80, 81],
] as const

/** A table as it comes from a spreadsheet. */
export function trialSample(): string {
  const items = t('trial.sampleItems').split('\n')
  const raters = scores[0].map((_, at) => `${t('quality.expert')}${at + 1}`)
  return [
    [t('trial.item'), ...raters].join('\t'),
    ...scores.map((row, at) => [items[at] ?? '', ...row.map((score) => score ?? '')].join('\t')),
  ].join('\n')
}
