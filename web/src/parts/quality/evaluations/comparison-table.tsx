import type { OutputOf } from '../../../call.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { t } from '../../../words/words.ts'
import { fixedPoints, pointsText } from '../hundredths.ts'

export type Comparison = OutputOf<'compareEvaluation'>['comparison']
type Leaf = Comparison['leaves'][number]
type Figure = NonNullable<Leaf['before']>

export function changeText(change: number | null): string {
  if (change === null) return t('ui.none')
  if (change === 0) return t('evaluations.same')
  return change > 0 ? `+${fixedPoints(change)}` : `−${fixedPoints(-change)}`
}

function figureText(figure: Figure | null, absent: string): string {
  if (figure === null) return absent
  if (figure.raised !== null) return figure.raised ? t('quality.vetoRaised') : t('quality.vetoClear')
  const points = figure.points === null ? t('evaluations.noFigure') : fixedPoints(figure.points)
  const from =
    figure.measured === null
      ? figure.scores.map(({ score }) => pointsText(score)).join('、')
      : `${t('evaluations.measured')} ${pointsText(figure.measured)}`
  return from === '' ? points : `${points}（${from}）`
}

/** Criterion by criterion before and after, with what each figure came from. */
export function ComparisonTable({ comparison, onlyChanged }: { comparison: Comparison; onlyChanged: boolean }) {
  const rows = onlyChanged ? comparison.leaves.filter(({ changed }) => changed) : comparison.leaves
  return (
    <DataTable
      caption={t('evaluations.comparison')}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p class="muted">{t('evaluations.same')}</p>}
      columns={[
        { key: 'title', title: t('quality.criterion'), card: 'title', render: ({ title }) => title },
        {
          key: 'before',
          title: t('evaluations.before'),
          render: ({ before }) => figureText(before, t('evaluations.noneBefore')),
        },
        {
          key: 'after',
          title: t('evaluations.after'),
          render: ({ after, changed }) => {
            const text = figureText(after, t('evaluations.noneAfter'))
            return changed ? <strong>{text}</strong> : text
          },
        },
        {
          key: 'change',
          title: t('evaluations.change'),
          align: 'right',
          nowrap: true,
          render: ({ change, changed }) => (changed ? changeText(change) : t('evaluations.same')),
        },
      ]}
    />
  )
}
