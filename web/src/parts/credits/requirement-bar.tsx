import './credits.css'
import type { OutputOf } from '../../call.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

type Requirement = OutputOf<'tryCredits'>['requirements'][number]

const tones = { met: 'green', on_pace: 'blue', behind: 'amber', over: 'red' } as const

/** A figure without needless decimals. */
export function figure(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 2)
}

/** How far a requirement is: a bar, and the same in words. */
export function RequirementBar({ one }: { one: Requirement }) {
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
