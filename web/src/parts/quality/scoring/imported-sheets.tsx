import type { ImportColumn } from '../../../frame/pasted-table.ts'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { t } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import type { ScoresAnswer } from './import-scores-page.tsx'

interface ImportedSheetsProps {
  answer: ScoresAnswer
  columns: readonly ImportColumn[]
  done: boolean
}

/** What becomes, or became, of the rows of an import: sheets that are written, and cells that are not. */
export function ImportedSheets({ answer, columns, done }: ImportedSheetsProps) {
  const { accepted, unchanged, empty, rejected, sheets } = answer
  return (
    <>
      <Callout kind={accepted === 0 ? 'warning' : done ? 'success' : 'info'}>
        {accepted === 0
          ? t('scoring.importNone')
          : done
            ? t('scoring.importDone', { n: accepted })
            : t('scoring.importWill', { n: accepted })}
        {unchanged > 0 && <div>{t('scoring.importUnchanged', { n: unchanged })}</div>}
        {empty > 0 && <div>{t('scoring.importEmpty', { n: empty })}</div>}
      </Callout>
      {sheets.length > 0 && (
        <DataTable
          caption={t('scoring.all')}
          rows={sheets}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'label',
              title: t('scoring.material'),
              card: 'title',
              render: ({ id, label }) => <a href={`/scoresheets/${id}`}>{label}</a>,
            },
            {
              key: 'changed',
              title: t('quality.progress'),
              render: ({ changed }) => t('scoring.importChanged', { n: changed }),
            },
            { key: 'total', title: t('quality.total'), align: 'right', render: ({ total }) => pointsText(total) },
            {
              key: 'missing',
              title: t('frame.state'),
              render: ({ missing }) =>
                missing === 0 ? t('scoring.importComplete') : t('scoring.importMissing', { n: missing }),
            },
          ]}
        />
      )}
      {rejected.length > 0 && (
        <>
          <Callout kind="error">{t('scoring.importRefused', { n: rejected.length })}</Callout>
          <DataTable
            caption={t('scoring.importRefused', { n: rejected.length })}
            rows={rejected.map((one, at) => ({ ...one, id: `${at}` }))}
            rowKey={({ id }) => id}
            columns={[
              { key: 'row', title: t('scoring.importRow'), align: 'right', render: ({ row }) => row },
              {
                key: 'column',
                title: t('scoring.importColumn'),
                card: 'title',
                render: ({ column }) => columns.find(({ key }) => key === column)?.title ?? column,
              },
              { key: 'problem', title: t('scoring.importProblem'), render: ({ detail }) => detail },
            ]}
          />
        </>
      )}
    </>
  )
}
