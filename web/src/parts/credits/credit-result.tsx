import type { OutputOf } from '../../call.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { t, wordFor } from '../../words/words.ts'
import { figure, RequirementBar } from './requirement-bar.tsx'

type Result = OutputOf<'tryCredits'>

/** Every requirement as a bar with its figures in words, and every entry with why it counts. */
export function CreditResult({ result }: { result: Result }) {
  const { cycle, totals, unit } = result
  const asked = result.requirements.filter(({ applies }) => applies)
  const rest = result.requirements.filter(({ applies }) => !applies)
  return (
    <>
      <section class="card stack" aria-live="polite">
        <h2>{t('credits.result')}</h2>
        <p>
          {t('credits.cycle', { from: cycle.from, to: cycle.to })}
          {cycle.extendedBy > 0 && t('credits.extended', { days: cycle.extendedBy })}
          {t('credits.totals', { hours: figure(totals.hours) })}
          {unit === 'credits' && t('credits.totalCredits', { credits: figure(totals.credits) })}
        </p>
        <ul class="requirements">
          {[...asked, ...rest].map((one) => (
            <RequirementBar key={one.id} one={one} />
          ))}
        </ul>
      </section>
      {result.entries.length > 0 && (
        <section class="card">
          <h2>{t('credits.perEntry')}</h2>
          <DataTable
            caption={t('credits.perEntry')}
            rows={result.entries}
            rowKey={({ id }) => id}
            columns={[
              { key: 'id', title: t('credits.id'), render: ({ id }) => id, card: 'title' },
              {
                key: 'counts',
                title: t('credits.counts'),
                nowrap: true,
                render: ({ counts, why }) => (
                  <Tag tone={counts ? (why.code === 'counted' ? 'green' : 'amber') : 'neutral'}>
                    {t(counts ? (why.code === 'counted' ? 'credits.yes' : 'credits.partly') : 'credits.no')}
                  </Tag>
                ),
              },
              {
                key: 'counted',
                title: t('credits.counted', { unit: wordFor('creditUnit', unit) }),
                align: 'right',
                render: ({ counted }) => figure(counted),
              },
              { key: 'why', title: t('credits.why'), render: ({ why }) => why.words },
            ]}
          />
        </section>
      )}
    </>
  )
}
