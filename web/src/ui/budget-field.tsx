import './plan-fields.css'
import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { formatShare, formatYuan, yuanText } from '../words/format.ts'
import { t, wordFor } from '../words/words.ts'
import { BudgetChart } from './budget-chart.tsx'
import {
  type BudgetLine,
  budgetGroups,
  budgetLines,
  linesOfItem,
  sumOf,
  withBudgetLine,
  withMoreLine,
  withoutLine,
} from './budget-rows.ts'
import { Button } from './button.tsx'
import { FindingLines } from './finding-lines.tsx'
import { pointerTo } from './form-field.ts'
import { type FormFinding, findingsAt, findingsUnder, isBlocked } from './form-finding.ts'
import type { FormRowsProps } from './form-rows.tsx'
import { MoneyInput } from './money-input.tsx'
import { TextInput } from './text-input.tsx'

const isShare = ({ rule }: FormFinding) => rule.endsWith('-share')

function nameOf(line: BudgetLine, nth: number): string {
  const item = wordFor('budgetItem', line.item)
  return nth === 0 ? item : t('money.nthLine', { item, n: nth + 1 })
}

interface LineProps extends FormRowsProps {
  line: BudgetLine
  nth: number
  total: number
}

function Line({ line, nth, total, value, onChange, errors, pointer, findings = [] }: LineProps) {
  const name = nameOf(line, nth)
  const place = line.at === null ? null : pointerTo(pointer, line.at)
  const set = (change: Partial<BudgetLine>) => onChange(withBudgetLine(value, { ...line, ...change }))
  const wrong = (key: string) => (place === null ? undefined : errors[`${place}/${key}`])
  // what is wrong with the line as a whole is wrong with its amount
  const blockedAt = (key: string) => (key === 'amount' ? place : place && `${place}/${key}`)
  const error = (key: string) =>
    wrong(key) && (
      <div class="field-error" id={`${place}/${key}`}>
        {wrong(key)}
      </div>
    )
  const link = (key: string, label: string) => ({
    'aria-label': label,
    'aria-invalid': wrong(key) || isBlocked(findings, blockedAt(key)) ? true : undefined,
    'aria-describedby': wrong(key) ? `${place}/${key}` : undefined,
  })
  return (
    <tr class={`budget-line${line.at === null ? ' budget-empty' : ''}`} data-pointer={place ?? undefined}>
      <th scope="row">{name}</th>
      <td class="budget-amount" data-label={t('money.amount')} data-pointer={place ? `${place}/amount` : undefined}>
        <MoneyInput
          {...link('amount', t('money.amountOf', { item: name }))}
          value={line.amount}
          onChange={(amount) => set({ amount })}
        />
        {error('amount')}
      </td>
      <td class="budget-basis" data-label={t('money.basis')} data-pointer={place ? `${place}/basis` : undefined}>
        <TextInput
          {...link('basis', t('money.basisOf', { item: name }))}
          value={line.basis}
          onChange={(basis) => set({ basis })}
          maxLength={500}
          placeholder={line.amount === null ? undefined : t('money.basisExample')}
        />
        {error('basis')}
        {place && <FindingLines findings={findingsUnder(findings, place).filter((one) => !isShare(one))} />}
      </td>
      <td class="number budget-share" data-label={t('money.share')}>
        {line.amount !== null && total > 0 ? formatShare(line.amount / total, 1) : '—'}
      </td>
      <td class="budget-more">
        {line.at !== null && nth === 0 && (
          <Button
            kind="text"
            size="small"
            icon="plus"
            title={t('money.addLineOf', { item: name })}
            onClick={() => onChange(withMoreLine(value, line.item))}
          />
        )}
        {line.at !== null && nth > 0 && (
          <Button
            kind="text"
            size="small"
            icon="close"
            title={t('money.removeLineOf', { item: wordFor('budgetItem', line.item), n: nth + 1 })}
            onClick={() => line.at !== null && onChange(withoutLine(value, line.at))}
          />
        )}
      </td>
    </tr>
  )
}

/** The budget in its 20 items and 7 groups, with sums, shares and what the checks found beside the row it is about. */
export function BudgetField(props: FormRowsProps) {
  const { value, pointer, findings = [] } = props
  const [filledOnly, setFilledOnly] = useState(false)
  const lines = budgetLines(value)
  const total = sumOf(lines)
  return (
    <div>
      <div class="form-rows-scroll">
        <table class="budget-table">
          <thead>
            <tr>
              <th scope="col">{t('money.item')}</th>
              <th scope="col">{t('money.amount')}</th>
              <th scope="col">{t('money.basis')}</th>
              <th scope="col" class="number">
                {t('money.share')}
              </th>
              <th>
                <span class="visually-hidden">{t('ui.actions')}</span>
              </th>
            </tr>
          </thead>
          {budgetGroups.map(({ key, items }) => {
            const own = lines.filter(({ item }) => items.includes(item))
            const about = own.flatMap(({ at }) => findingsAt(findings, pointerTo(pointer, at ?? -1)).filter(isShare))
            const shown = filledOnly ? items.filter((item) => own.some((line) => line.item === item)) : items
            if (shown.length === 0) return null
            return (
              <tbody key={key}>
                <tr class="budget-group">
                  <th scope="rowgroup" colSpan={3}>
                    {wordFor('budgetGroup', key)}
                    {own.length > 0 && (
                      <span class="budget-subtotal">
                        {t('money.subtotal')} {yuanText(sumOf(own))}
                      </span>
                    )}
                    <FindingLines findings={about} />
                  </th>
                  <td class="number">{own.length > 0 && total > 0 ? formatShare(sumOf(own) / total, 1) : ''}</td>
                  <td />
                </tr>
                {shown.map((item) => (
                  <Fragment key={item}>
                    {linesOfItem(lines, item).map((line, nth) => (
                      <Line key={nth} {...props} line={line} nth={nth} total={total} />
                    ))}
                  </Fragment>
                ))}
              </tbody>
            )
          })}
          <tfoot>
            <tr>
              <th scope="row">{t('money.total')}</th>
              <td colSpan={4}>
                <strong>{formatYuan(total)}</strong>
                {Math.abs(total) >= 1_000_000 && (
                  <span class="muted">　{t('ui.approximately', { amount: formatYuan(total, 'wan') })}</span>
                )}
                <FindingLines findings={findingsAt(findings, pointer)} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {lines.length > 0 && (
        <div class="row plan-foot">
          <Button size="small" kind="text" onClick={() => setFilledOnly(!filledOnly)}>
            {filledOnly ? t('money.allItems') : t('money.onlyFilled')}
          </Button>
        </div>
      )}
      <BudgetChart lines={lines} />
    </div>
  )
}
