import { useEffect, useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Surveys = OutputOf<'listGuestSurveys'>['surveys']

/** The anonymous surveys of a cohort elsewhere: asked there with the pass of this teacher; nothing when there are none. */
export function GuestSurveys({ guest }: { guest: string }) {
  const { district } = useActing()
  const [surveys, setSurveys] = useState<Surveys>([])
  useEffect(() => {
    let left = false
    async function look() {
      const held = await call('readGuestPass', { params: { district, id: guest } })
      if (!held.ok) return
      const { sender, pass } = held.body
      const found = await call('listGuestSurveys', { params: { district: sender }, body: { pass } })
      if (found.ok && !left) setSurveys(found.body.surveys)
    }
    void look()
    return () => {
      left = true
    }
  }, [district, guest])
  return (
    <>
      {surveys.map(({ id, title, until, taken }) => (
        <div class="row" key={id}>
          <span>{t('offers.survey', { title })}</span>
          {taken ? (
            <>
              <Tag tone="green">{t('offers.surveyTaken')}</Tag>
              <a href={`/guest-surveys/${guest}/${id}`}>{t('offers.surveyOpen')}</a>
            </>
          ) : (
            <Button size="small" kind="primary" href={`/guest-surveys/${guest}/${id}`}>
              {t('offers.surveyAnswer', { until: formatInstant(until) })}
            </Button>
          )}
        </div>
      ))}
    </>
  )
}
