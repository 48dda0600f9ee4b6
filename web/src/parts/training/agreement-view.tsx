import './agreements.css'
import { promisedText } from '@shixun/domain/training/promised-text'
import type { OutputOf } from '../../call.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDate, formatNumber, formatYuan } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

export type Agreement = OutputOf<'listAgreements'>['items'][number]
type Body = Agreement['body']

function promise({ promised, unit }: Body['targets'][number]): string {
  return typeof promised === 'number' ? promisedText(formatNumber(promised), unit) : promised
}

/** The terms of an agreement as tables: what is promised, for how much, with what result, from when to when. */
export function AgreementView({ body: { targets, money, outputs, dates } }: { body: Body }) {
  return (
    <div class="stack">
      <h3>{t('agreements.targets')}</h3>
      {targets.length === 0 ? (
        <p class="muted">{t('agreements.nothing')}</p>
      ) : (
        <DataTable
          caption={t('agreements.targets')}
          rows={targets}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', title: t('agreements.target'), render: ({ name }) => name, card: 'title', width: '12rem' },
            { key: 'promised', title: t('agreements.promised'), render: promise },
          ]}
        />
      )}
      <h3>{t('agreements.money')}</h3>
      {money.items.length === 0 ? (
        <p>
          {t('agreements.total')}：<strong>{formatYuan(money.total)}</strong>
        </p>
      ) : (
        <DataTable
          caption={t('agreements.money')}
          rows={money.items}
          rowKey={({ item }) => item}
          columns={[
            {
              key: 'item',
              title: t('agreements.item'),
              render: ({ item }) => wordFor('budgetItem', item),
              card: 'title',
            },
            {
              key: 'amount',
              title: t('agreements.amount'),
              align: 'right',
              render: ({ amount }) => formatYuan(amount),
            },
          ]}
          foot={
            <tr>
              <th scope="row">{t('agreements.total')}</th>
              <td class="align-right">
                <strong>{formatYuan(money.total)}</strong>
              </td>
            </tr>
          }
        />
      )}
      <h3>{t('agreements.outputs')}</h3>
      {outputs.length === 0 ? (
        <p class="muted">{t('agreements.nothing')}</p>
      ) : (
        <ol class="agreement-outputs">
          {outputs.map((output) => (
            <li key={output}>{output}</li>
          ))}
        </ol>
      )}
      <h3>{t('agreements.dates')}</h3>
      <p>
        {dates.from === null || dates.to === null
          ? t('agreements.noDates')
          : t('agreements.span', { from: formatDate(dates.from), to: formatDate(dates.to) })}
      </p>
    </div>
  )
}
