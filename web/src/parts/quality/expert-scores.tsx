import { useState } from 'preact/hooks'
import { DataTable } from '../../ui/data-table.tsx'
import { DistributionChart } from '../../ui/distribution-chart.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Panel } from './panel-page.tsx'
import { meanOf, scoreBins } from './score-bins.ts'

/** How each expert scored: one drawing for the chosen one, the figures of all beneath. */
export function ExpertScores({ sheets }: { sheets: Panel['sheets'] }) {
  const [chosen, setChosen] = useState('')
  const scored = sheets.flatMap(({ expertId, expertName, total }) =>
    total === null ? [] : [{ expertId, expertName, total }],
  )
  const experts = [...new Map(scored.map(({ expertId, expertName }) => [expertId, expertName]))].map(([id, name]) => ({
    id,
    name,
    totals: scored.filter((sheet) => sheet.expertId === id).map((sheet) => sheet.total),
  }))
  const shown = chosen === '' ? scored : scored.filter((sheet) => sheet.expertId === chosen)
  if (scored.length === 0) return null
  return (
    <>
      <h2>{t('quality.expertScores')}</h2>
      <Field label={t('quality.expert')} short>
        {(link) => (
          <Select
            {...link}
            value={chosen}
            onChange={setChosen}
            placeholder={t('quality.allExperts')}
            options={experts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <DistributionChart
        title={t('quality.distribution')}
        unit={t('quality.sheetsUnit')}
        binTitle={t('quality.scoreBin')}
        bins={scoreBins(shown.map(({ total }) => total))}
      />
      <DataTable
        caption={t('quality.expertScores')}
        rows={experts}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('quality.expert'), render: ({ name }) => name, card: 'title' },
          { key: 'n', title: t('quality.sheetsShort'), align: 'right', render: ({ totals }) => totals.length },
          {
            key: 'mean',
            title: t('quality.mean'),
            align: 'right',
            render: ({ totals }) => formatNumber(meanOf(totals), 2),
          },
          {
            key: 'low',
            title: t('quality.lowest'),
            align: 'right',
            render: ({ totals }) => formatNumber(Math.min(...totals), 2),
          },
          {
            key: 'high',
            title: t('quality.highest'),
            align: 'right',
            render: ({ totals }) => formatNumber(Math.max(...totals), 2),
          },
        ]}
      />
    </>
  )
}
