import './plan-fields.css'
import { formatShare, formatYuan, yuanText } from '../words/format.ts'
import { t, wordFor } from '../words/words.ts'
import { BudgetChart } from './budget-chart.tsx'
import { budgetGroups, budgetLines, sumOf } from './budget-rows.ts'
import { ScrollRegion } from './scroll-region.tsx'

/** A budget to read and print: the filled items by group, sums and shares. */
export function BudgetValue({ value }: { value: unknown }) {
  const lines = budgetLines(value)
  if (lines.length === 0) return <>—</>
  const total = sumOf(lines)
  const share = (amount: number | null) => (amount !== null && total > 0 ? formatShare(amount / total, 1) : '—')
  return (
    <>
      <ScrollRegion name={t('money.total')}>
        <table class="form-rows-read budget-read">
          <thead>
            <tr>
              <th scope="col">{t('money.item')}</th>
              <th scope="col" class="number">
                {t('money.amount')}
              </th>
              <th scope="col">{t('money.basis')}</th>
              <th scope="col" class="number">
                {t('money.share')}
              </th>
            </tr>
          </thead>
          {budgetGroups.map(({ key, items }) => {
            const own = lines.filter(({ item }) => items.includes(item))
            if (own.length === 0) return null
            return (
              <tbody key={key}>
                <tr class="budget-group">
                  <th scope="rowgroup">{wordFor('budgetGroup', key)}</th>
                  <td class="number">{yuanText(sumOf(own))}</td>
                  <td />
                  <td class="number">{share(sumOf(own))}</td>
                </tr>
                {own.map((line) => (
                  <tr key={line.at}>
                    <td class="budget-item">{wordFor('budgetItem', line.item)}</td>
                    <td class="number">{line.amount === null ? '—' : yuanText(line.amount)}</td>
                    <td>{line.basis}</td>
                    <td class="number">{share(line.amount)}</td>
                  </tr>
                ))}
              </tbody>
            )
          })}
          <tfoot>
            <tr class="budget-group">
              <th scope="row">{t('money.total')}</th>
              <td class="number">{yuanText(total)}</td>
              <td colSpan={2}>{formatYuan(total, 'wan')}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <BudgetChart lines={lines} />
    </>
  )
}
