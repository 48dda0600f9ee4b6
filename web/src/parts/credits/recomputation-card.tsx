import { useEffect, useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useSend } from '../../use-send.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { useSteps } from './use-steps.ts'

type Recomputation = OutputOf<'readRecomputation'>

/** How far everybody is computed; the open page drives it, and without the page it goes on in the background. */
export function RecomputationCard({ id, first }: { id: string; first: Recomputation }) {
  const { district } = useActing()
  const params = { district, id }
  const [state, setState] = useState(first)
  useEffect(() => setState(first), [first])
  const steps = useSteps(state.actions.includes('step'), async () => {
    const answer = await call('stepRecomputation', { params, body: {} })
    const more = answer.ok && answer.body.state === 'running'
    if (answer.ok) {
      setState(answer.body)
      if (!more) refreshAll()
    }
    return { answer, more }
  })
  const change = useSend('changeRecomputation')
  const start = useSend('startRecomputation')
  const problem = steps.problem ?? change.problem ?? start.problem
  const { total } = state
  const done = state.state === 'done'
  const label = t('policies.progress', { done: formatNumber(state.done), total: formatNumber(total) })
  return (
    <section class="card stack" aria-live="polite">
      <h2>{t(state.kind === 'clear' ? 'policies.clearing' : 'policies.recomputation')}</h2>
      <p class="muted">
        {t('policies.recomputedBecause', { reason: wordFor('recomputation', state.reason), asOf: state.asOf })}
        {state.finishedAt && t('policies.finishedAt', { at: formatInstant(state.finishedAt) })}
      </p>
      <ProgressBar
        value={done ? 1 : state.done}
        max={done ? 1 : Math.max(total, 1)}
        label={
          done ? t('policies.computed', { total: formatNumber(total) }) : total === 0 ? t('policies.starting') : label
        }
        name={t('policies.recomputation')}
        tone={done ? 'done' : 'normal'}
      />
      {!done && <p class="muted">{t('policies.backgroundHelp')}</p>}
      {problem && (
        <Callout
          kind="error"
          title={problem.title}
          actions={<Button onClick={() => steps.go(true)}>{t('shell.retry')}</Button>}
        >
          {problem.detail}
        </Callout>
      )}
      <div class="row">
        {state.actions.includes('pause') && (
          <Button
            busy={change.busy}
            onClick={() =>
              void change
                .send({ params, body: { state: 'paused' } })
                .then((answer) => answer.ok && setState(answer.body))
            }
          >
            {t('policies.pause')}
          </Button>
        )}
        {state.actions.includes('resume') && (
          <Button
            kind="primary"
            busy={change.busy}
            onClick={() =>
              void change
                .send({ params, body: { state: 'running' } })
                .then((answer) => answer.ok && setState(answer.body))
            }
          >
            {t('policies.resume')}
          </Button>
        )}
        {state.actions.includes('restart') && (
          <Button
            busy={start.busy}
            onClick={() => void start.send({ params, body: {} }).then((answer) => answer.ok && setState(answer.body))}
          >
            {t('policies.recompute')}
          </Button>
        )}
        {done && state.kind === 'compute' && <Button href="/credit-overview">{t('menu.creditOverview')}</Button>}
      </div>
    </section>
  )
}
