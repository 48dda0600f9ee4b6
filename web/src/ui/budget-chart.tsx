import { formatNumber } from '../words/format.ts'
import { t, wordFor } from '../words/words.ts'
import { BarChart } from './bar-chart.tsx'
import { type BudgetLine, budgetGroups, sumOf } from './budget-rows.ts'

/** Shares of the groups in percent; nothing while there is no amount to share. */
export function BudgetChart({ lines }: { lines: readonly BudgetLine[] }) {
  const total = sumOf(lines)
  if (total <= 0) return null
  const shares = budgetGroups.map(({ items }) => sumOf(lines.filter(({ item }) => items.includes(item))) / total)
  return (
    <BarChart
      title={t('money.chart')}
      unit="%"
      labels={budgetGroups.map(({ key }) => wordFor('budgetGroup', key))}
      labelTitle={t('money.item')}
      series={[{ name: t('money.share'), values: shares.map((share) => share * 100) }]}
      format={(share) => formatNumber(share, 1)}
    />
  )
}
