import './agreements.css'
import type { OutputOf } from '../../call.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { t, wordFor } from '../../words/words.ts'

type Difference = OutputOf<'compareTerms'>['changes'][number]

/** What has no name of its own, as an output, is told by what happens to it. */
function lineOf({ name, before, after }: Difference): string {
  if (name !== '') return name
  if (before === null) return t('amendments.added')
  return after === null ? t('amendments.removed') : t('ui.none')
}

/** What an amendment changes, line by line: what was struck out and what stands in its place, told without colour too. */
export function DifferencesTable({ changes }: { changes: readonly Difference[] }) {
  return (
    <DataTable
      caption={t('amendments.differences')}
      rows={changes}
      rowKey={({ part, name, before, after }) => `${part} ${name} ${before} ${after}`}
      columns={[
        {
          key: 'part',
          title: t('amendments.part'),
          render: ({ part }) => wordFor('difference', part),
          nowrap: true,
          width: '5rem',
        },
        { key: 'name', title: t('amendments.line'), render: lineOf },
        {
          key: 'before',
          title: t('amendments.before'),
          render: ({ before }) => (before === null ? t('ui.none') : <del class="difference-before">{before}</del>),
        },
        {
          key: 'after',
          title: t('amendments.after'),
          render: ({ after }) => (after === null ? t('ui.none') : <ins class="difference-after">{after}</ins>),
        },
      ]}
    />
  )
}
