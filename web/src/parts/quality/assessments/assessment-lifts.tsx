import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { type Assessment, type Lift, liftText } from './assessment-words.ts'

const two = (value: number) => formatNumber(value, 2)

function LiftLine({ lift }: { lift: Lift }) {
  const { title, gain, lost, sure, now, max } = lift
  return (
    <li class={gain > 0 ? 'lift' : 'lift lift-late'}>
      <strong class="lift-gain">
        {gain === 0
          ? wordFor('lift', 'too_late')
          : sure
            ? t('assessments.gain', { n: two(gain) })
            : t('assessments.gainAtMost', { n: two(gain) })}
      </strong>
      <span>
        {gain > 0 && <span class="lift-what">{liftText(lift)}</span>}
        <span class="muted">
          {title} {now === null ? t('ui.none') : two(now)} / {two(max)}
          {gain > 0 && lost > 0 && `，${t('assessments.lost', { n: two(lost) })}`}
        </span>
      </span>
    </li>
  )
}

/** What would lift this score: what brings most stands first, what is lost for good last. */
export function AssessmentLifts({ found }: { found: Assessment }) {
  return (
    <section class="card stack">
      <h2>{t('assessments.lifts')}</h2>
      <p class="muted">{t('assessments.liftsHelp')}</p>
      {found.lifts.length === 0 ? (
        <p>{t('assessments.noLifts')}</p>
      ) : (
        <ol class="lifts">
          {found.lifts.map((lift) => (
            <LiftLine key={lift.leaf} lift={lift} />
          ))}
        </ol>
      )}
      {found.lifts.some(({ gain }) => gain > 0) && found.reachable !== null && (
        <p>{t('assessments.reachable', { n: two(found.reachable) })}</p>
      )}
      {found.later.map(({ source, max }) => (
        <p key={source} class="muted">
          {t('assessments.later', { n: two(max), who: wordFor('laterBy', source) })}
        </p>
      ))}
    </section>
  )
}
