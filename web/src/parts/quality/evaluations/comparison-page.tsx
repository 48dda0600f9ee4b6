import '../quality.css'
import './evaluations.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { ComparisonTable, changeText } from './comparison-table.tsx'

type Compared = OutputOf<'compareEvaluation'>

function Overview({ before, after, comparison }: Compared) {
  const total = (value: number | null) => (value === null ? t('evaluations.blocked') : formatNumber(value, 2))
  const rows: { first?: boolean; label: string; before: string; after: string; change: string }[] = [
    {
      first: true,
      label: t('quality.total'),
      before: total(before.total),
      after: total(after.total),
      change: changeText(comparison.total.change),
    },
    { label: t('quality.band'), before: before.bandTitle ?? '', after: after.bandTitle ?? '', change: '' },
    {
      label: t('evaluations.cause'),
      before: wordFor('evaluationCause', before.cause),
      after: wordFor('evaluationCause', after.cause),
      change: '',
    },
    {
      label: t('quality.method'),
      before: wordFor('method', comparison.method.before ?? ''),
      after: wordFor('method', comparison.method.after ?? ''),
      change: '',
    },
    {
      label: t('evaluations.sheets'),
      before: String(comparison.sheets.before),
      after: String(comparison.sheets.after),
      change: '',
    },
    {
      label: t('evaluations.rubric'),
      before: t('evaluations.version', { title: before.rubricTitle, no: before.rubricNo }),
      after: t('evaluations.version', { title: after.rubricTitle, no: after.rubricNo }),
      change: '',
    },
    {
      label: t('quality.evaluatedAt'),
      before: formatInstant(before.createdAt),
      after: formatInstant(after.createdAt),
      change: '',
    },
  ]
  const linked = (first: boolean | undefined, id: string, text: string) =>
    first ? <a href={`/evaluations/${id}`}>{text}</a> : text || t('ui.none')
  return (
    <section class="card">
      <DataTable
        caption={t('evaluations.comparison')}
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          { key: 'label', title: t('evaluations.item'), card: 'title', render: ({ label }) => label },
          {
            key: 'before',
            title: t('evaluations.before'),
            render: (row) => linked(row.first, before.id, row.before),
          },
          {
            key: 'after',
            title: t('evaluations.after'),
            render: (row) => linked(row.first, after.id, row.after),
          },
          {
            key: 'change',
            title: t('evaluations.change'),
            align: 'right',
            render: ({ change }) => change || t('ui.none'),
          },
        ]}
      />
    </section>
  )
}

/** 新旧结果对照: a result beside the one it followed on, line by line. */
export function ComparisonPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('compareEvaluation', { params: { district, id } })
  const [onlyChanged, setOnlyChanged] = useState(true)
  return (
    <QueryView query={query}>
      {(one) => (
        <>
          <PageHead
            title={`${one.after.subjectTitle} · ${t('evaluations.comparison')}`}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.evaluations'), href: '/evaluations' },
              { label: one.after.subjectTitle, href: `/evaluations/${id}` },
              { label: t('evaluations.comparison') },
            ]}
            help={one.after.unitName}
          />
          <div class="evaluation">
            {one.after.reason !== null && <Callout kind="info">{one.after.reason}</Callout>}
            <Overview {...one} />
            <section class="card stack">
              <div class="row spread">
                <h2>
                  {t('evaluations.changedCount', { n: one.comparison.leaves.filter(({ changed }) => changed).length })}
                </h2>
                <Checkbox checked={onlyChanged} onChange={setOnlyChanged}>
                  {t('evaluations.onlyChanged')}
                </Checkbox>
              </div>
              <ComparisonTable comparison={one.comparison} onlyChanged={onlyChanged} />
            </section>
          </div>
        </>
      )}
    </QueryView>
  )
}
