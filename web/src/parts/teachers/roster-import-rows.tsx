import '@shixun/contract/people-field-problems'
import { cellProblemWords } from '@shixun/contract/cell-problem-words'
import { IMPORT_TEMPLATES } from '@shixun/contract/import-templates'
import { useState } from 'preact/hooks'
import { ProblemView } from '../../frame/problem-view.tsx'
import { useActing } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import type { RosterImport } from './stage-rows.ts'

type Row = ItemOf<'listRosterRows'>
type Shown = 'wrong' | 'new' | 'changed' | 'same' | 'kept'

function problemText(problem: Row['problems'][number]): string {
  const { column } = problem
  const text = cellProblemWords(IMPORT_TEMPLATES.teachers.columns, problem)
  const field = column === 'schoolCode' ? t('teachers.schoolCode') : wordFor('teacherField', column)
  return `${field}：${text}`
}

/** The value of a field in words: phases and states come as codes. */
function valueText(field: string, value: string): string {
  if (value === '') return t('roster.blank')
  if (field === 'phase') return wordFor('phase', value)
  return field === 'state' ? wordFor('teacher', value) : value
}

function Problems({ row }: { row: Row }) {
  return (
    <div>
      {row.problems.map((problem) => (
        <div key={`${problem.column} ${problem.problem}`}>{problemText(problem)}</div>
      ))}
    </div>
  )
}

function Changes({ row }: { row: Row }) {
  return (
    <div>
      {row.changes.map(({ field, before, after }) => (
        <div key={field}>
          {t('roster.change', {
            field: wordFor('teacherField', field),
            before: valueText(field, before),
            after: valueText(field, after),
          })}
        </div>
      ))}
    </div>
  )
}

function RowTable({ id, shown }: { id: string; shown: Shown }) {
  const { district } = useActing()
  const pages = usePages('listRosterRows', (after) => ({
    params: { district, id },
    query: { after, ...(shown === 'kept' ? { stage: shown } : { outcome: shown }) },
  }))
  const { query, items, pager } = pages
  if (query.data === undefined && query.problem) return <ProblemView problem={query.problem} onRetry={query.refresh} />
  const detail =
    shown === 'changed'
      ? [{ key: 'changes', title: t('roster.changes'), render: (row: Row) => <Changes row={row} /> }]
      : shown === 'wrong' || shown === 'kept'
        ? [{ key: 'problems', title: t('roster.problems'), render: (row: Row) => <Problems row={row} /> }]
        : []
  return (
    <>
      <DataTable
        caption={wordFor('rowOutcome', shown)}
        rows={items}
        rowKey={({ no }) => String(no)}
        loading={query.busy && query.data === undefined}
        empty={<EmptyState title={t('roster.noRows')} />}
        columns={[
          {
            key: 'line',
            title: t('roster.lineHead'),
            render: ({ line }) => t('roster.line', { n: line }),
            nowrap: true,
          },
          {
            key: 'name',
            title: t('frame.person'),
            render: ({ name }) => name || t('ui.none'),
            card: 'title',
            nowrap: true,
          },
          ...detail,
        ]}
      />
      {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
    </>
  )
}

/** Every row of an import by what becomes of it. */
export function RosterImportRows({ row }: { row: RosterImport }) {
  const tabs: { key: Shown; title: string; count: number }[] = [
    { key: 'wrong', title: t('rowOutcome.wrong'), count: row.wrong },
    { key: 'new', title: t('rowOutcome.new'), count: row.fresh },
    { key: 'changed', title: t('rowOutcome.changed'), count: row.changed },
    { key: 'same', title: t('rowOutcome.same'), count: row.same },
    ...(row.kept > 0 ? [{ key: 'kept' as const, title: t('roster.keptRows'), count: row.kept }] : []),
  ]
  const first = row.kept > 0 ? 'kept' : (tabs.find(({ count }) => count > 0)?.key ?? 'wrong')
  const [picked, setPicked] = useState<Shown | null>(null)
  const current = picked ?? first
  return (
    <section class="card">
      <Tabs
        name={t('import.check')}
        tabs={tabs}
        current={current}
        onChange={(key) => setPicked(tabs.find((tab) => tab.key === key)?.key ?? 'wrong')}
      >
        <RowTable key={current} id={row.id} shown={current} />
      </Tabs>
    </section>
  )
}
