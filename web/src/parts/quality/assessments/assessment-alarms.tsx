import { StateTag } from '../../../ui/state-tag.tsx'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { type Alarm, AlarmMoves } from './alarm-moves.tsx'
import { alarmText } from './alarm-text.ts'

function StandingAlarm({ alarm }: { alarm: Alarm }) {
  const { found, state, createdAt, goneAt, explanation, note } = alarm
  return (
    <li class={state === 'gone' ? 'alarm muted' : 'alarm'}>
      <div class="alarm-head">
        <StateTag group="assessment_alarm" state={state} /> <span class="alarm-text">{alarmText(found)}</span>
        <AlarmMoves alarm={alarm} />
      </div>
      <small class="muted">
        {t('assessments.soundedAt')} {formatInstant(createdAt)}
        {goneAt && `　${t('assessments.goneAt')} ${formatInstant(goneAt)}`}
      </small>
      {explanation && (
        <p>
          {t('assessments.explanation')}：{explanation}
        </p>
      )}
      {note && (
        <p>
          {t('assessments.note')}：{note}
        </p>
      )}
    </li>
  )
}

/** Alarms of one project: those that stand first, then those that are gone. */
export function AssessmentAlarms({ alarms }: { alarms: readonly Alarm[] }) {
  const ordered = [...alarms].sort((a, b) => Number(a.state === 'gone') - Number(b.state === 'gone'))
  return (
    <section class="card stack">
      <h2>{t('assessments.alarms')}</h2>
      {ordered.length === 0 ? (
        <p class="muted">{t('assessments.noAlarmsYet')}</p>
      ) : (
        <ul class="alarms">
          {ordered.map((alarm) => (
            <StandingAlarm key={alarm.id} alarm={alarm} />
          ))}
        </ul>
      )}
    </section>
  )
}
