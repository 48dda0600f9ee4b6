import { DataTable } from '../../../ui/data-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { type Assessment, countsText, percentText, type Reading, sourceText } from './assessment-words.ts'

function Value({ value, reason, origin }: Reading) {
  if (value === null) return <span class="muted">{wordFor('noFigure', reason ?? '')}</span>
  return (
    <>
      <strong>{percentText(value)}</strong>{' '}
      {origin === 'reported' && <Tag tone="amber">{t('assessments.reported')}</Tag>}
    </>
  )
}

function Counts({ numerator, denominator, unit, differs }: Reading) {
  return (
    <div>
      {numerator === null || denominator === null ? t('ui.none') : countsText({ numerator, denominator }, unit)}
      {differs && (
        <div class="muted">
          {t('assessments.differs', { value: formatNumber(differs.value, 2), counts: countsText(differs, unit) })}
        </div>
      )}
    </div>
  )
}

type Leaf = Assessment['leaves'][number]

function Points({ leaves }: { leaves: readonly Leaf[] }) {
  if (leaves.length === 0) return <span class="muted">{t('assessments.notInRubric')}</span>
  return (
    <>
      {leaves.map(({ key, points, max }) => (
        <div key={key}>
          {points === null ? t('ui.none') : formatNumber(points, 2)} / {formatNumber(max, 2)}
        </div>
      ))}
    </>
  )
}

/** Every metric with what it was counted from, and the points it brings. */
export function AssessmentFigures({ found }: { found: Pick<Assessment, 'readings' | 'leaves'> }) {
  return (
    <section class="card stack">
      <h2>{t('assessments.figures')}</h2>
      <DataTable
        caption={t('assessments.figures')}
        rows={found.readings}
        rowKey={({ metric }) => metric}
        columns={[
          {
            key: 'metric',
            title: t('assessments.metric'),
            card: 'title',
            render: ({ metric }) => wordFor('assessed', metric),
            nowrap: true,
          },
          { key: 'value', title: t('assessments.value'), render: (row) => <Value {...row} /> },
          { key: 'counts', title: t('assessments.counts'), render: (row) => <Counts {...row} /> },
          { key: 'from', title: t('assessments.from'), render: (row) => sourceText(row) || t('ui.none') },
          {
            key: 'points',
            title: t('assessments.points'),
            align: 'right',
            nowrap: true,
            render: ({ metric }) => <Points leaves={found.leaves.filter((leaf) => leaf.metric === metric)} />,
          },
        ]}
      />
    </section>
  )
}
