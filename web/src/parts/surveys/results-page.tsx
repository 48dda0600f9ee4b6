import './surveys.css'
import { useRoute } from 'preact-iso'
import { downloadText } from '../../frame/download.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatShare } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { QuestionResults, type Results, ScaleResults } from './question-results.tsx'
import { resultsCsv } from './results-csv.ts'
import { SegmentResults } from './segment-results.tsx'
import { segmentWord } from './segment-word.ts'

function Figures({ results }: { results: Results }) {
  const { invited, taken, answered, satisfaction } = results
  return (
    <div class="stats">
      <StatCard
        label={t('surveys.rate')}
        value={invited === 0 ? '—' : formatShare(answered / invited)}
        help={t('surveys.rateOf', { answered, invited })}
      />
      <StatCard label={t('surveys.taken')} value={String(taken)} unit={t('surveys.people')} />
      <StatCard
        label={t('surveys.satisfaction')}
        value={satisfaction === null ? '—' : formatShare(satisfaction / 10_000, 2)}
        help={t('surveys.satisfactionHelp')}
      />
    </div>
  )
}

function Waiting({ results }: { results: Results }) {
  const { answered, least, until, showing } = results
  const help =
    showing === 'at_close' && answered >= least
      ? t('surveys.waitingClose', { answered, until: formatInstant(until) })
      : t('surveys.waitingSteps', { answered, least })
  return (
    <section class="card">
      <EmptyState title={t('surveys.waiting')} help={help} />
    </section>
  )
}

function Notes({ results }: { results: Results }) {
  const { state, released, answered, withheld } = results
  if (withheld > 0) return <Callout kind="info">{t('surveys.withheld', { n: withheld })}</Callout>
  return state === 'open' && released < answered ? (
    <Callout kind="info">{t('surveys.stepNote', { released })}</Callout>
  ) : null
}

function Opinions({ results }: { results: Results }) {
  const asked = results.questions.filter(({ kind }) => kind === 'text')
  if (asked.length === 0) return null
  const any = asked.some(({ opinions }) => opinions.length > 0)
  return (
    <section class="card">
      <h2>{t('surveys.opinions')}</h2>
      {!any && <EmptyState title={t('surveys.noOpinions')} help={t('surveys.noOpinionsHelp')} />}
      {asked
        .filter(({ opinions }) => opinions.length > 0)
        .map(({ key, title, opinions }) => (
          <div key={key}>
            <h3>{title}</h3>
            <ul class="opinion-list">
              {opinions.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}

function saveCsv(results: Results): void {
  const head = [
    t('surveys.question'),
    t('surveys.option'),
    t('surveys.count'),
    `${t('surveys.share2')} %`,
    t('surveys.group'),
  ]
  const [question = '', option = '', count = '', share = ''] = head
  const mean = t('surveys.mean', { mean: '', full: '' }).trim()
  const words = {
    head: [question, option, count, share, mean] as const,
    group: (key: string, value: string) => (value === '' ? t('surveys.other') : segmentWord(key, value)),
  }
  downloadText(`${results.title}.csv`, resultsCsv(results, words))
}

/** 问卷结果: what may be shown, as charts that read without colour. */
export function ResultsPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readSurveyResults', { params: { district, id } })
  const survey = useQuery('readSurvey', { params: { district, id } })
  const results = query.data
  const title = survey.data?.title ?? t('surveys.results')
  const shown = results !== undefined && results.released > 0
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('surveys.title'), href: '/surveys' },
          { label: title, href: `/surveys/${id}` },
          { label: t('surveys.results') },
        ]}
        tags={survey.data && <StateTag group="survey" state={survey.data.state} />}
        help={survey.data && `${survey.data.subjectTitle} · ${wordFor('surveyShowing', survey.data.body.showing)}`}
        actions={
          <>
            {survey.data?.actions.includes('moderate') && (
              <Button href={`/surveys/${id}/opinions`}>{t('surveys.moderate')}</Button>
            )}
            {shown && <Button onClick={() => print()}>{t('surveys.printResults')}</Button>}
            {shown && (
              <Button icon="download" onClick={() => saveCsv(results)}>
                {t('surveys.csv')}
              </Button>
            )}
          </>
        }
      />
      <QueryView query={query}>
        {(told) => (
          <div class="stack">
            <Figures results={told} />
            {told.released === 0 ? (
              <Waiting results={told} />
            ) : (
              <>
                <Notes results={told} />
                <ScaleResults results={told} />
                <QuestionResults results={told} />
                <SegmentResults results={told} />
                <Opinions results={told} />
              </>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
