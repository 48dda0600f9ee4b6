import { t, wordFor } from '../../words/words.ts'
import type { Results } from './question-results.tsx'
import { segmentWord } from './segment-word.ts'

type Segment = Results['segments'][number]

function valuesOf({ questions }: Segment): string[] {
  return [...new Set(questions.flatMap(({ cells }) => cells.map(({ value }) => value)))]
}

function SegmentTable({ segment, results }: { segment: Segment; results: Results }) {
  const values = valuesOf(segment)
  const name = wordFor('surveySegment', segment.key)
  const scales = segment.questions.filter(
    ({ key }) => results.questions.find((one) => one.key === key)?.kind === 'scale',
  )
  return (
    <section class="card">
      <h2>{t('surveys.byGroup', { segment: name })}</h2>
      <p class="muted">
        {t('surveys.byGroupHelp')}
        {segment.questions.some(({ hidden }) => hidden) && ` ${t('surveys.hiddenGroups')}。`}
      </p>
      {values.length > 0 && (
        <div class="segment-scroll">
          <table class="segment-table">
            <caption class="visually-hidden">{t('surveys.byGroup', { segment: name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('surveys.question')}</th>
                {values.map((value) => (
                  <th key={value} scope="col">
                    {value === '' ? t('surveys.other') : segmentWord(segment.key, value)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scales.map(({ key, cells }) => (
                <tr key={key}>
                  <th scope="row">{results.questions.find((one) => one.key === key)?.title}</th>
                  {values.map((value) => {
                    const cell = cells.find((one) => one.value === value)
                    return (
                      <td key={value}>
                        {cell?.mean == null
                          ? '—'
                          : `${(cell.mean / 100).toFixed(2)}（${cell.answered} ${t('surveys.people')}）`}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** Results by group, after the close. */
export function SegmentResults({ results }: { results: Results }) {
  return (
    <>
      {results.segments.map((segment) => (
        <SegmentTable key={segment.key} segment={segment} results={results} />
      ))}
    </>
  )
}
