import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatDate, formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

/** 测算: what this text would mean for everybody, before it is published. */
export function SimulationsCard({ id, sound }: { id: string; sound: boolean }) {
  const { district } = useActing()
  const { route } = useLocation()
  const today = formatDate(useNow())
  const [asOf, setAsOf] = useState(today)
  const query = useQuery('listSimulations', { params: { district, id } })
  const { send, busy, problem } = useSend('createSimulation')
  async function begin() {
    const answer = await send({ params: { district, id }, body: { asOf } })
    if (answer.ok) route(`/simulations/${answer.body.id}`)
  }
  return (
    <section class="card stack">
      <h2>{t('policies.simulation')}</h2>
      <p class="muted">{t('policies.simulationHelp')}</p>
      <div class="row policy-simulate">
        <Field label={t('credits.asOf')} short help={t('policies.asOfHelp')}>
          {(link) => <DateInput {...link} value={asOf} onChange={setAsOf} />}
        </Field>
        <Button
          kind="primary"
          busy={busy}
          disabled={!sound || asOf === ''}
          title={sound ? undefined : t('policies.mendFirst')}
          onClick={() => void begin()}
        >
          {t('policies.simulate')}
        </Button>
      </div>
      {!sound && <p class="muted">{t('policies.mendFirst')}</p>}
      {problem && (
        <Callout kind="error" title={problem.title}>
          {[problem.detail, ...Object.values(problem.fields)].join('　')}
        </Callout>
      )}
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? null : (
            <ul class="policy-simulations">
              {items.map((one) => (
                <li key={one.id}>
                  <a href={`/simulations/${one.id}`}>
                    {t('policies.simulationOf', { at: formatInstant(one.createdAt), asOf: one.asOf })}
                  </a>{' '}
                  {one.state === 'running' && <Tag tone="amber">{t('policies.unfinished')}</Tag>}
                  {one.outdated && <Tag>{t('policies.outdated')}</Tag>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}
