import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { t, wordFor } from '../../../words/words.ts'
import type { ResultsAnswer } from './send-results.ts'

interface ResultsPreviewProps {
  answer: ResultsAnswer
  /** Whether it has been written. */
  done: boolean
}

/** How many applications go which way, and what is wrong in which row. */
export function ResultsPreview({ answer, done }: ResultsPreviewProps) {
  const counts = Object.entries(answer.byOutcome)
  const column = (key: string) => wordFor('exports', key)
  return (
    <>
      {counts.length > 0 && (
        <DataTable
          caption={t('exports.outcome')}
          rows={counts}
          rowKey={([outcome]) => outcome}
          columns={[
            {
              key: 'outcome',
              title: t('exports.outcome'),
              render: ([code]) => wordFor('outcome', code),
              card: 'title',
            },
            { key: 'count', title: t('exports.count'), render: ([, n]) => n, align: 'right' },
          ]}
        />
      )}
      {answer.rejected.length > 0 && (
        <>
          <Callout kind="warning" title={t('exports.problems', { n: answer.rejected.length })}>
            {t(done ? 'exports.problemsLeft' : 'exports.problemsHelp')}
          </Callout>
          <DataTable
            caption={t('exports.problemTable')}
            rows={answer.rejected}
            rowKey={(one) => `${one.row}-${one.column}-${one.problem}`}
            columns={[
              {
                key: 'row',
                title: t('import.row'),
                render: ({ row }) => t('exports.rowNumber', { n: row }),
                card: 'title',
                nowrap: true,
              },
              { key: 'column', title: t('import.column'), render: (one) => column(one.column), nowrap: true },
              { key: 'detail', title: t('import.reason'), render: ({ detail }) => detail },
            ]}
          />
        </>
      )}
    </>
  )
}
