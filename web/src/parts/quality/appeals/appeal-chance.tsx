import type { OutputOf } from '../../../call.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

/** Whether, and until when, the unit may appeal against this result, or the appeal that there is. */
export function AppealChance({ one }: { one: OutputOf<'readEvaluation'> }) {
  const { role } = useActing()
  const { appeal } = one
  const unit = role === 'school_admin' || role === 'provider'
  if (appeal.id !== null)
    return (
      <Callout kind="info" actions={<a href={`/appeals/${appeal.id}`}>{t('appeals.toAppeal')}</a>}>
        {t('appeals.appealed')}
      </Callout>
    )
  if (!unit) return null
  if (appeal.why === 'superseded')
    return one.newerId === null ? null : (
      <Callout kind="info" actions={<a href={`/evaluations/${one.newerId}`}>{t('evaluations.toNewer')}</a>}>
        {t('appeals.superseded')}
      </Callout>
    )
  if (appeal.why === 'calendar-year-missing') return <Callout kind="warning">{t('appeals.calendarMissing')}</Callout>
  if (appeal.why === 'late')
    return <Callout kind="info">{t('appeals.late', { until: formatDate(appeal.until) })}</Callout>
  return (
    <section class="card row spread no-print">
      <span>
        {t('appeals.unitHelp')}{' '}
        {appeal.until === null ? t('appeals.noClock') : t('appeals.until', { until: formatDate(appeal.until) })}
      </span>
      {one.actions.includes('appeal') && <Button href={`/evaluations/${one.id}/appeal`}>{t('appeals.file')}</Button>}
    </section>
  )
}
