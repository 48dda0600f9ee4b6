import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import {
  surveyPage,
  surveyPageByState,
  surveyPageOfCohort,
  surveyPageOfTeacher,
  surveyPageOfUnit,
} from '@shixun/db/tenant/surveys'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { SURVEY_SAMPLES } from '@shixun/domain/surveys/survey-samples'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { DeliveryScene } from '../store.ts'
import { loadSurvey, seenSurvey, surveyReads } from './load-survey.ts'
import { surveyCard, surveyView } from './survey-card.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined; cohort?: string | undefined }
type Asked = { query: Query; raw: Request }

/** Surveys, newest first: a teacher's are those handed out to them, a unit's its own. */
export async function listSurveys(scene: DeliveryScene, { query, raw }: Asked): Promise<Verdict> {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1, state: query.state ?? null }
  const unit = unitLimit(scene.visitor, 'survey.read')
  if (scopeOf(scene.visitor, 'survey.read') === 'self') {
    const [found] = await scene.store.tenant.read(surveyPageOfTeacher({ ...page, teacher: unit }))
    const { rows, after } = pageOf(found, query.limit)
    return ok({ body: { items: rows.map((row) => surveyCard(scene, row, row.mine)), next: nextLink(raw, after) } })
  }
  const [found] = await scene.store.tenant.read(
    query.cohort !== undefined
      ? surveyPageOfCohort({ ...page, cohort: query.cohort })
      : unit !== null
        ? surveyPageOfUnit({ ...page, unit })
        : query.state === undefined
          ? surveyPage(page)
          : surveyPageByState(page),
  )
  const { rows, after } = pageOf(found, query.limit)
  const mine = rows.filter((row) => unit === null || row.unitId === unit)
  return ok({ body: { items: mine.map((row) => surveyCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readSurvey(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadSurvey(scene, params.id, 'survey.read')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row, invitation } = loaded
  return ok({ body: surveyView(scene, row, invitation?.taken ?? null), version: row.version })
}

export async function readSurveyHistory(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const reads = surveyReads(scene, params.id, 'survey.read')
  const [[row], [invitation], lines] = await scene.store.tenant.read(...reads, historyOf(params))
  if (!seenSurvey(scene, 'survey.read', row, invitation)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}

export async function listSurveySamples(): Promise<Verdict> {
  return ok({ body: { items: SURVEY_SAMPLES, next: null } })
}
