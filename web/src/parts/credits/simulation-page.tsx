import './policies.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useQuery } from '../../use-query.ts'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { SimulatedTeachers } from './simulated-teachers.tsx'
import { SimulationFigures } from './simulation-figures.tsx'
import { useSteps } from './use-steps.ts'

type Simulation = OutputOf<'readSimulation'>

/** 测算: driven by the page, stopped and gone on with at will, then its result. */
export function SimulationPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readSimulation', { params: { district, id } })
  return (
    <QueryView query={query}>
      {(simulation) => (
        <>
          <PageHead
            title={t('policies.simulation')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.policies'), href: '/policies' },
              { label: simulation.policyTitle, href: `/policies/${simulation.policyId}` },
              { label: t('policies.simulation') },
            ]}
            help={
              simulation.againstTitle === null
                ? t('policies.againstNothing', { title: simulation.policyTitle, asOf: simulation.asOf })
                : t('policies.against', {
                    title: simulation.policyTitle,
                    other: simulation.againstTitle,
                    asOf: simulation.asOf,
                  })
            }
            actions={
              <Button icon="print" onClick={() => print()}>
                {t('ui.print')}
              </Button>
            }
          />
          {simulation.outdated && <Callout kind="warning" title={t('policies.outdatedHelp')} />}
          {simulation.state === 'running' ? (
            <Running key={id} simulation={simulation} />
          ) : (
            <>
              <SimulationFigures simulation={simulation} />
              <SimulatedTeachers simulation={simulation} />
            </>
          )}
        </>
      )}
    </QueryView>
  )
}

function Running({ simulation }: { simulation: Simulation }) {
  const { district } = useActing()
  const params = { district, id: simulation.id }
  const [done, setDone] = useState(simulation.done)
  const steps = useSteps(true, async () => {
    const answer = await call('stepSimulation', { params, body: {} })
    const more = answer.ok && answer.body.state === 'running'
    if (answer.ok) {
      setDone(answer.body.done)
      if (!more) refreshAll()
    }
    return { answer, more }
  })
  const total = simulation.total
  return (
    <section class="card stack" aria-live="polite">
      <ProgressBar
        value={done}
        max={Math.max(total, 1)}
        label={t('policies.progress', { done: formatNumber(done), total: formatNumber(total) })}
        name={t('policies.simulation')}
      />
      <p class="muted">{t('policies.simulatingHelp')}</p>
      {steps.problem && (
        <Callout kind="error" title={steps.problem.title}>
          {steps.problem.detail}
        </Callout>
      )}
      <div class="row">
        <Button onClick={() => steps.go(!steps.going)}>{t(steps.going ? 'policies.pause' : 'policies.resume')}</Button>
      </div>
    </section>
  )
}
