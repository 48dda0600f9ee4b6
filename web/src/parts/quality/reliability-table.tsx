import { DataTable } from '../../ui/data-table.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { alphaLevels, coefficientOf, iccForms } from './reliability-figures.ts'

/** How far the experts agree: six intraclass correlations and four of Krippendorff's alpha, each with its meaning. */
export function ReliabilityTable({ reliability }: { reliability: unknown }) {
  const rows = [
    ...iccForms.map((form) => ({
      name: `ICC(${form})`,
      word: wordFor('icc', form),
      ...coefficientOf(reliability, 'icc', form),
    })),
    ...alphaLevels.map((level) => ({
      name: `α ${wordFor('alpha', level)}`,
      word: wordFor('alphaHelp', level),
      ...coefficientOf(reliability, 'alpha', level),
    })),
  ]
  return (
    <>
      <p class="muted">{t('quality.reliabilityHelp')}</p>
      <DataTable
        caption={t('quality.reliability')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: t('quality.coefficient'), render: ({ name }) => name, card: 'title', nowrap: true },
          {
            key: 'value',
            title: t('ui.chartValue'),
            align: 'right',
            render: ({ value, reason }) =>
              value === null ? (
                <span class="muted">{reason === null ? t('ui.none') : wordFor('figureReason', reason)}</span>
              ) : (
                <strong>{formatNumber(value, 2)}</strong>
              ),
          },
          { key: 'word', title: t('quality.meaning'), render: ({ word }) => <span class="muted">{word}</span> },
        ]}
      />
    </>
  )
}
