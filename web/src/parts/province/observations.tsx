import { useState } from 'preact/hooks'
import { QueryView } from '../../frame/query-view.tsx'
import { BarChart } from '../../ui/bar-chart.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { dimensionsOf } from './dimensions.ts'

function dimensionText(text: string): string {
  return Object.entries(dimensionsOf(text))
    .map(([key, value]) =>
      key === 'year' ? t('province.yearIs', { year: value }) : wordFor(key === 'state' ? 'dimState' : key, value),
    )
    .join(' · ')
}

/** Figures of a month: one indicator and one cut of it over all districts, drawn and as a table. */
export function Observations({ periods }: { periods: readonly string[] }) {
  const [typed, setTyped] = useState('')
  const period = typed === '' ? (periods[periods.length - 1] ?? '') : typed
  const query = useQuery('readObservations', period === '' ? null : { query: { period } })
  const dictionary = useQuery('readFeedDictionary', {})
  const [indicator, setIndicator] = useState('')
  const [cut, setCut] = useState('')
  if (period === '') return <EmptyState title={t('province.noMonths')} help={t('province.noMonthsHelp')} />
  const known = dictionary.data?.indicators ?? []
  const entryOf = (key: string) => known.find((one) => one.key === key)
  return (
    <QueryView query={query}>
      {({ items }) => {
        const keys = [...new Set(items.map((item) => item.indicator))]
        const key = keys.includes(indicator) ? indicator : (keys[0] ?? '')
        const cuts = [...new Set(items.filter((item) => item.indicator === key).map((item) => item.dims))].sort()
        const dims = cuts.includes(cut) ? cut : (cuts[0] ?? '')
        const rows = items.filter((item) => item.indicator === key && item.dims === dims)
        const entry = entryOf(key)
        const drawn = rows.filter(({ value }) => value !== null)
        return (
          <div class="stack">
            <div class="grid">
              <Field label={t('province.month')}>
                {(link) => (
                  <Select
                    {...link}
                    value={period}
                    onChange={setTyped}
                    options={[...periods].reverse().map((one) => ({ value: one, label: one }))}
                    placeholder={null}
                  />
                )}
              </Field>
              <Field label={t('province.indicator')}>
                {(link) => (
                  <Select
                    {...link}
                    value={key}
                    onChange={setIndicator}
                    options={keys.map((one) => ({ value: one, label: entryOf(one)?.title ?? one }))}
                    placeholder={null}
                  />
                )}
              </Field>
              <Field label={t('province.cut')}>
                {(link) => (
                  <Select
                    {...link}
                    value={dims}
                    onChange={setCut}
                    options={cuts.map((one) => ({ value: one, label: dimensionText(one) || t('frame.all') }))}
                    placeholder={null}
                  />
                )}
              </Field>
            </div>
            {entry && (
              <p class="muted">
                {entry.denominator === '—'
                  ? entry.numerator
                  : t('province.fraction', { numerator: entry.numerator, denominator: entry.denominator })}
              </p>
            )}
            {rows.length === 0 ? (
              <EmptyState title={t('province.nothing', { period })} help={t('province.nothingHelp')} />
            ) : (
              <>
                {drawn.length > 0 && (
                  <BarChart
                    title={`${entry?.title ?? key} ${period}`}
                    unit={entry?.unit}
                    labelTitle={t('province.district')}
                    labels={drawn.map(({ districtName }) => districtName)}
                    series={[{ name: entry?.title ?? key, values: drawn.map(({ value }) => Number(value)) }]}
                  />
                )}
                <DataTable
                  caption={t('province.observations')}
                  rows={rows}
                  rowKey={(row) => `${row.division} ${row.districtName}`}
                  columns={[
                    {
                      key: 'district',
                      title: t('province.district'),
                      render: (row) => row.districtName,
                      card: 'title',
                    },
                    {
                      key: 'value',
                      title: t('ui.chartValue'),
                      align: 'right',
                      render: (row) =>
                        row.value === null ? t('ui.none') : <strong>{formatNumber(Number(row.value))}</strong>,
                    },
                    {
                      key: 'status',
                      title: t('frame.state'),
                      render: (row) => (
                        <Tag tone={row.status === 'A' ? 'neutral' : 'amber'}>{wordFor('obsStatus', row.status)}</Tag>
                      ),
                    },
                    { key: 'revision', title: t('province.revision'), align: 'right', render: (row) => row.revision },
                  ]}
                />
              </>
            )}
          </div>
        )
      }}
    </QueryView>
  )
}
