import { useRef, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useNow } from '../../frame/use-now.ts'
import type { ProblemError } from '../../problem.ts'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

const mostStale = 10

type Issuance = OutputOf<'readIssuance'>

/** Step after step until nobody is left, it is paused, or something refuses; what is issued stays issued. */
function useIssuing(cohort: string, first: Issuance) {
  const { district } = useActing()
  const [state, setState] = useState<Issuance>(first)
  const [phase, setPhase] = useState<'idle' | 'running' | 'pausing'>('idle')
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const wanted = useRef(false)
  async function run(issuedOn: string | undefined) {
    wanted.current = true
    setPhase('running')
    setProblem(undefined)
    let stale = 0
    for (let pending = state.pending; pending > 0 && wanted.current; ) {
      const answer = await call('issueCertificates', {
        params: { district, id: cohort },
        body: issuedOn ? { issuedOn } : {},
      })
      // somebody else issues for this cohort at the same time: their certificates count too
      if (!answer.ok && answer.problem.code === 'version-stale' && ++stale < mostStale) continue
      if (!answer.ok) {
        setProblem(answer.problem)
        break
      }
      stale = 0
      pending = answer.body.pending
      setState(answer.body)
    }
    wanted.current = false
    setPhase('idle')
    refreshAll()
  }
  function pause() {
    wanted.current = false
    setPhase('pausing')
  }
  return { state, phase, problem, run, pause }
}

function Issuing({ cohort, first }: { cohort: string; first: Issuance }) {
  const { state, phase, problem, run, pause } = useIssuing(cohort, first)
  const [issuedOn, setIssuedOn] = useState('')
  const today = formatDate(useNow())
  const { issued, pending, cohortState } = state
  const total = issued + pending
  const seeList = <Button href={`/certificates?cohort=${cohort}`}>{t('certificates.seeList')}</Button>
  if (pending === 0 || cohortState !== 'concluded')
    return (
      <section class="card" aria-live="polite">
        {issued > 0 && pending === 0 ? (
          <EmptyState
            title={t('certificates.allDone')}
            help={t('certificates.allDoneHelp', { n: issued })}
            action={
              <>
                {seeList}
                <Button kind="primary" icon="print" href={`/certificates/print?cohort=${cohort}`}>
                  {t('certificates.printAll')}
                </Button>
              </>
            }
          />
        ) : (
          <EmptyState
            title={t('certificates.nobody')}
            help={t('certificates.nobodyHelp', { state: wordFor('cohort', cohortState) })}
          />
        )}
      </section>
    )
  return (
    <section class="card stack" aria-live="polite">
      {problem && (
        <Callout kind="error">
          {t('certificates.broken', {
            title: problem.title,
            detail: [problem.detail, ...Object.values(problem.fields)].join('　'),
          })}
        </Callout>
      )}
      <ProgressBar
        value={issued}
        max={total}
        name={t('certificates.progressName')}
        label={t('certificates.progress', { issued, total })}
      />
      <p class="muted">
        {t('certificates.issuedCount', { n: issued })}　{t('certificates.pendingCount', { n: pending })}
      </p>
      <Field label={t('certificates.issuedOn')} help={t('certificates.issuedOnHelp')} short optional>
        {(link) => (
          <DateInput {...link} value={issuedOn} onChange={setIssuedOn} max={today} disabled={phase !== 'idle'} />
        )}
      </Field>
      <div class="row">
        {phase === 'idle' ? (
          <Button kind="primary" onClick={() => void run(issuedOn || undefined)}>
            {t(issued > 0 ? 'certificates.resume' : 'certificates.start')}
          </Button>
        ) : (
          <Button onClick={pause} disabled={phase === 'pausing'}>
            {t(phase === 'pausing' ? 'certificates.pausing' : 'certificates.pause')}
          </Button>
        )}
        {issued > 0 && seeList}
      </div>
    </section>
  )
}

/** 制发结业证书: for all who completed a cohort, in steps with progress, to be paused and gone on with. */
export function IssueCertificatesPage() {
  const { district } = useActing()
  const cohort = useRoute().params['id'] ?? ''
  const query = useQuery('readIssuance', { params: { district, id: cohort } })
  return (
    <QueryView query={query}>
      {(first) => (
        <>
          <PageHead
            title={t('certificates.issueTitle')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.certificates'), href: '/certificates' },
              { label: t('certificates.issueTitle') },
            ]}
            help={t('certificates.issueHelp', { title: first.cohortTitle })}
          />
          <Issuing cohort={cohort} first={first} />
        </>
      )}
    </QueryView>
  )
}
