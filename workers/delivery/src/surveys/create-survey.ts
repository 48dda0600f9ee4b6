import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { type CohortRow, cohortById } from '@shixun/db/tenant/cohorts'
import { surveys } from '@shixun/db/tenant/schema/surveys'
import type { SurveyRow } from '@shixun/db/tenant/surveys'
import { unitLimit } from '@shixun/domain/identity/permission'
import type { FieldProblem } from '@shixun/domain/shared/result'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { SurveyBody } from '@shixun/domain/surveys/question'
import { LEAST_ANSWERS, SURVEY, type SurveySubject } from '@shixun/domain/surveys/survey'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { surveyView } from './survey-card.ts'

type Body = {
  subject: SurveySubject
  cohortId: string
  month?: number | undefined
  title: string
  body: SurveyBody
  until: string
}
type Subject = Pick<SurveyRow, 'projectId' | 'cohortId' | 'month' | 'subjectTitle' | 'unitId' | 'unitName'>

function subjectOf(cohort: CohortRow, { subject, month }: Pick<Body, 'subject' | 'month'>): Subject {
  const { projectId, projectTitle, id, title, unitId, unitName } = cohort
  const unit = { projectId, unitId, unitName }
  if (subject === 'project') return { ...unit, cohortId: null, month: null, subjectTitle: projectTitle }
  if (subject === 'cohort') return { ...unit, cohortId: id, month: null, subjectTitle: title }
  return { ...unit, cohortId: id, month: month ?? null, subjectTitle: `${title}（结班后${month}个月）` }
}

/** 新建问卷: a draft, whose questions may still be incomplete. */
export async function createSurvey(scene: DeliveryScene, { body }: { body: Body }): Promise<Verdict> {
  const fields: FieldProblem[] = [
    ...(body.subject === 'follow_up' && body.month === undefined ? [{ pointer: '/month', problem: 'required' }] : []),
    ...(body.until <= scene.now ? [{ pointer: '/until', problem: 'in_the_past' }] : []),
  ]
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const [[cohort]] = await scene.store.tenant.read(cohortById({ id: body.cohortId }))
  const limit = unitLimit(scene.visitor, 'survey.write')
  if (!cohort || (limit !== null && cohort.unitId !== limit))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/cohortId', problem: 'not_in_district' }] })
  const row: SurveyRow = {
    ...subjectOf(cohort, body),
    id: scene.newId('sur'),
    title: body.title,
    subject: body.subject,
    state: 'draft',
    body: body.body,
    least: LEAST_ANSWERS,
    segments: [],
    publicKey: null,
    privateKey: null,
    until: body.until,
    invited: 0,
    taken: 0,
    answered: 0,
    released: 0,
    release: 0,
    figures: null,
    version: 1,
    createdAt: scene.now,
    openedAt: null,
    closedAt: null,
  }
  const answer = surveyView(scene, row)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version: 1, verb: 'create', after: { state: 'draft', title: row.title, cohort: cohort.id } }],
    [insert(surveys, row), ...arrive(scene, SURVEY, row, null, 'draft', {})],
    storedAnswer(201, answer, 1),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
