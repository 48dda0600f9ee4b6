import { DataTable } from '../../../ui/data-table.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { type Filter, filters, heldSheets, keptHere, type OwnSheet, type Scoring, sheetsIn } from './scoring-sheets.ts'

/** How far one is, in words. */
export function progressText(scoring: Scoring): string {
  const sealed = sheetsIn(scoring, 'sealed').length
  return t('scoring.progress', { sealed, ready: sheetsIn(scoring, 'ready').length, total: heldSheets(scoring).length })
}

function rankText({ rank, tied }: OwnSheet): string {
  if (rank === null) return t('ui.none')
  return tied ? t('scoring.rankTied', { rank }) : String(rank)
}

interface SheetListProps {
  scoring: Scoring
  filter: Filter
  onFilter: (filter: Filter) => void
  /** The sheet on the screen. */
  current?: string | undefined
}

/** One's own sheets in the drawn order, by how far each is. */
export function SheetList({ scoring, filter, onFilter, current }: SheetListProps) {
  return (
    <DataTable
      caption={t('scoring.all')}
      rows={sheetsIn(scoring, filter)}
      rowKey={({ id }) => id}
      empty={<p class="muted">{t('scoring.noneInFilter')}</p>}
      toolbar={
        <Field label={t('scoring.filter')} short>
          {(link) => (
            <Select
              {...link}
              value={filter}
              onChange={(next) => onFilter(filters.find((one) => one === next) ?? 'all')}
              options={filters.map((one) => ({
                value: one,
                label: `${wordFor('scoring.filter', one)}（${sheetsIn(scoring, one).length}）`,
              }))}
            />
          )}
        </Field>
      }
      columns={[
        { key: 'no', title: t('scoring.number'), align: 'right', render: ({ no }) => no },
        {
          key: 'label',
          title: t('scoring.material'),
          card: 'title',
          render: (sheet) => (
            <a href={`/scoresheets/${sheet.id}`} aria-current={sheet.id === current ? 'page' : undefined}>
              {sheet.label}
            </a>
          ),
        },
        {
          key: 'state',
          title: t('frame.state'),
          render: (sheet) => (
            <>
              <StateTag group="scoresheet" state={sheet.state} />{' '}
              {sheet.reopened && <Tag tone="accent">{t('scoring.reopened')}</Tag>}{' '}
              {sheet.late && sheet.state !== 'assigned' && <Tag tone="amber">{t('scoring.late')}</Tag>}{' '}
              {keptHere(sheet) && <Tag tone="red">{t('scoring.onDevice')}</Tag>}
            </>
          ),
        },
        {
          key: 'scored',
          title: t('quality.progress'),
          nowrap: true,
          render: ({ scored }) => t('scoring.scoredOf', { n: scored, total: scoring.criteria.length }),
        },
        {
          key: 'total',
          title: t('quality.total'),
          align: 'right',
          render: ({ total, scored }) => (total === null || scored === 0 ? t('ui.none') : pointsText(total)),
        },
        { key: 'rank', title: t('scoring.myRank'), align: 'right', nowrap: true, render: rankText },
      ]}
    />
  )
}
