import type { OutputOf } from '../../call.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

type Result = OutputOf<'tryCredits'>
type Requirement = Result['requirements'][number]

const tones = { met: 'green', on_pace: 'blue', behind: 'amber', over: 'red' } as const

function figure(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 2)
}

function RequirementBar({ one }: { one: Requirement }) {
  const unit = wordFor('creditUnit', one.unit)
  const label = t('credits.earnedOf', { earned: figure(one.earned), required: figure(one.required), unit })
  const short = one.kind === 'min' && !one.met
  return (
    <li class="requirement">
      <div class="requirement-head">
        <strong>{one.title}</strong>
        {one.applies ? (
          <Tag tone={tones[one.pace]}>{wordFor('pace', one.pace)}</Tag>
        ) : (
          <Tag>{t('credits.notAsked')}</Tag>
        )}
      </div>
      <ProgressBar
        value={one.earned}
        max={Math.max(one.required, 0.01)}
        label={label}
        name={one.title}
        tone={one.met ? 'done' : one.pace === 'on_pace' ? 'normal' : 'late'}
      />
      <p class="muted">
        {t('credits.span', { from: one.from, to: one.to })}
        {one.applies && short && t('credits.lacking', { remaining: figure(one.remaining), unit })}
        {one.applies && short && t('credits.expected', { expected: figure(one.expectedByNow), unit })}
        {one.carried > 0 && t('credits.carried', { carried: figure(one.carried), unit })}
        {one.exemption !== null && t('credits.exemptBy', { title: one.exemption })}
      </p>
      {one.years && one.applies && (
        <ul class="requirement-years">
          {one.years.map((year) => (
            <li key={year.year}>
              {t(year.asked ? 'credits.year' : 'credits.yearFree', {
                year: year.year,
                earned: figure(year.earned),
                required: figure(year.required),
                unit,
                state: t(year.met ? 'credits.yearMet' : 'credits.yearShort'),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

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
