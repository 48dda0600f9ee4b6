import { opinionsShown, type SurveyRow } from '@shixun/db/tenant/surveys'
import { metricFigure } from '@shixun/domain/quality/assessments/metrics'
import { ok, refuse } from '@shixun/domain/shared/result'
import { withheldAtClose } from '@shixun/domain/surveys/release'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { seenSurvey, surveyReads } from './load-survey.ts'
import { openText } from './sealed-answer.ts'

function satisfactionOf({ figures }: SurveyRow): number | null {
  if (!figures?.satisfaction) return null
  const { points, full } = figures.satisfaction
  return metricFigure('satisfaction', { numerator: points, denominator: full }).value
}

type Words = { question: string; text: string }

function resultsView(row: SurveyRow, opinions: readonly Words[]) {
  const { id, title, subjectTitle, state, until, least, invited, taken, answered, released, figures } = row
  const { showing } = row.body
  return {
    id,
    title,
    subjectTitle,
    state,
    until,
    least,
    showing,
    invited,
    taken,
    answered,
    released,
    withheld: withheldAtClose({ pending: answered - released, released, closed: state === 'closed', least, showing }),
    questions: row.body.questions.map((question) => {
      const figure = figures?.questions.find(({ key }) => key === question.key)
      return {
        ...question,
        answered: figure?.answered ?? 0,
        counts: figure?.counts ?? null,
        mean: figure?.mean ?? null,
        opinions: opinions.filter((one) => one.question === question.key).map(({ text }) => text),
      }
    }),
    segments: figures?.segments ?? [],
    satisfaction: satisfactionOf(row),
  }
}

/** 问卷结果: what the last step counted, and the opinions that were let through, in the order of their random keys. */
export async function readSurveyResults(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const reads = surveyReads(scene, params.id, 'survey_result.read')
  const [[found], , rows] = await scene.store.tenant.read(...reads, opinionsShown({ survey: params.id }))
  const loaded = seenSurvey(scene, 'survey_result.read', found)
  if (!loaded || loaded.row.state === 'draft') return refuse({ code: 'not-found' })
  const { row } = loaded
  if (row.answered < row.least) return refuse({ code: 'too-few-answers', facts: { least: row.least } })
  const opinions = await Promise.all(
    rows.map(async (one) => ({ question: one.question, text: await openText(scene, row.id, one) })),
  )
  return ok({ body: resultsView(row, opinions), version: row.version })
}
