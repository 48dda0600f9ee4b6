import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Button } from '../../ui/button.tsx'
import { formatShare } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { LikertChart } from './likert-chart.tsx'
import { savePicture } from './save-picture.ts'

export type Results = OutputOf<'readSurveyResults'>
type Asked = Results['questions'][number]

/** A chart with the button that saves it as a picture. */
function Pictured({ title, children }: { title: string; children: ComponentChildren }) {
  const host = useRef<HTMLDivElement>(null)
  return (
    <section class="card">
      <div ref={host}>{children}</div>
      <div class="survey-foot">
        <Button size="small" kind="text" icon="download" onClick={() => void savePicture(host.current, title)}>
          {t('surveys.png')}
        </Button>
      </div>
    </section>
  )
}

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
          <Pictured key={key} title={`${results.title} · ${title}`}>
            <LikertChart
              title={title}
              options={asked[0]?.options ?? []}
              rows={asked.map((one) => ({ title: one.title, counts: one.counts ?? [], note: meanOf(one) }))}
            />
          </Pictured>
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
          <Pictured key={key} title={title}>
            <BarChart
              title={title}
              unit={t('surveys.answeredBy', { n: answered })}
              labels={options}
              labelTitle={t('surveys.option')}
              series={[{ name: t('surveys.count'), values: counts }]}
              format={(n) => `${n}（${formatShare(n / answered)}）`}
            />
          </Pictured>
        ),
      )}
    </>
  )
}
