import type { OutputOf } from '../../call.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { formatShare } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { LikertChart } from './likert-chart.tsx'

export type Results = OutputOf<'readSurveyResults'>
type Asked = Results['questions'][number]

function meanOf({ mean, options }: Asked): string {
  return mean === null ? '' : t('surveys.mean', { mean: (mean / 100).toFixed(2), full: options.length })
}

/** Scales that share their labels stand in one chart. */
export function ScaleResults({ results }: { results: Results }) {
  const scales = results.questions.filter(({ kind, counts }) => kind === 'scale' && counts !== null)
  const groups = new Map<string, Asked[]>()
  for (const one of scales) {
    const key = JSON.stringify(one.options)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return (
    <>
      {[...groups].map(([key, asked]) => {
        const sections = [...new Set(asked.map(({ section }) => section))].filter(Boolean)
        const title = sections.join('、') || t('surveys.distribution')
        return (
          <section key={key} class="card">
            <LikertChart
              title={title}
              options={asked[0]?.options ?? []}
              rows={asked.map((one) => ({ title: one.title, counts: one.counts ?? [], note: meanOf(one) }))}
            />
          </section>
        )
      })}
    </>
  )
}

/** Choices as bars; of a multiple choice the shares may add up to more than all. */
export function QuestionResults({ results }: { results: Results }) {
  const asked = results.questions.filter(({ kind, counts }) => kind !== 'text' && !(kind === 'scale' && counts))
  return (
    <>
      {asked.map(({ key, title, options, counts, answered }) =>
        counts === null ? (
          <section key={key} class="card">
            <h2>{title}</h2>
            <p class="muted">{t('surveys.tooFew', { least: results.least })}</p>
          </section>
        ) : (
          <section key={key} class="card">
            <BarChart
              title={title}
              unit={t('surveys.answeredBy', { n: answered })}
              labels={options}
              labelTitle={t('surveys.option')}
              series={[{ name: t('surveys.count'), values: counts }]}
              format={(n) => `${n}（${formatShare(n / answered)}）`}
            />
          </section>
        ),
      )}
    </>
  )
}
