import { DataTable } from '../../../ui/data-table.tsx'
import { IntervalChart } from '../../../ui/interval-chart.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

/** One expert or rater: figures in points, null where there are none. */
export interface RaterFigure {
  key: string
  name: string
  n: number
  mean: number
  lean: number | null
  severity: number | null
  from: number | null
  to: number | null
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value, 2)}`
}

/** How lenient or severe each expert is, with the interval of it; the bare difference from the others where nothing can be corrected. */
export function RaterSeverity({
  raters,
  calibrated,
  reason,
}: {
  raters: readonly RaterFigure[]
  calibrated: boolean
  reason: string | null
}) {
  const ordered = [...raters].sort((a, b) => (b.severity ?? b.lean ?? 0) - (a.severity ?? a.lean ?? 0))
  return (
    <div class="stack">
      {!calibrated && (
        <p>
          <strong>{t('quality.notCalibrated')}</strong>：{wordFor('figureReason', reason ?? 'not_calibrated')}
        </p>
      )}
      <p class="muted">{t(calibrated ? 'rankings.severityHelp' : 'rankings.leanHelp')}</p>
      <IntervalChart
        title={t(calibrated ? 'rankings.severityChart' : 'rankings.lean')}
        unit={t('quality.points')}
        labelTitle={t('quality.expert')}
        format={signed}
        rows={ordered.map(({ name, severity, lean, from, to }) => ({
          label: name,
          value: calibrated ? severity : lean,
          low: calibrated ? from : null,
          high: calibrated ? to : null,
          note: wordFor('figureReason', 'no_pairs'),
        }))}
      />
      <DataTable
        caption={t('quality.severity')}
        rows={ordered}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: t('quality.expert'), render: ({ name }) => name, card: 'title' },
          { key: 'n', title: t('quality.sheetsShort'), align: 'right', render: ({ n }) => n },
          { key: 'mean', title: t('quality.mean'), align: 'right', render: ({ mean }) => formatNumber(mean, 2) },
          {
            key: 'lean',
            title: t('rankings.lean'),
            align: 'right',
            render: ({ lean }) => (lean === null ? t('ui.none') : signed(lean)),
          },
          {
            key: 'severity',
            title: t('quality.severityPoints'),
            align: 'right',
            render: ({ severity }) =>
              severity === null ? (
                <span class="muted">{wordFor('figureReason', reason ?? 'not_calibrated')}</span>
              ) : (
                signed(severity)
              ),
          },
          {
            key: 'interval',
            title: t('rankings.interval'),
            align: 'right',
            nowrap: true,
            render: ({ from, to }) => (from === null || to === null ? t('ui.none') : `${signed(from)} – ${signed(to)}`),
          },
        ]}
      />
    </div>
  )
}
