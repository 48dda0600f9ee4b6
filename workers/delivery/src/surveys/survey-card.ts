import type { SurveyCardRow, SurveyRow } from '@shixun/db/tenant/surveys'
import { scopeOf } from '@shixun/domain/identity/permission'
import { SURVEY } from '@shixun/domain/surveys/survey'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

/** What this visitor may do: a teacher answers, whoever runs it moves and edits. */
function surveyActions(scene: DeliveryScene, row: Pick<SurveyCardRow, 'state' | 'until'>): string[] {
  if (scopeOf(scene.visitor, 'survey.read') === 'self')
    return row.state === 'open' && scene.now < row.until ? ['answer'] : []
  const may = (permission: 'survey.write' | 'survey_result.read' | 'survey.moderate') =>
    scopeOf(scene.visitor, permission) !== null
  return [
    ...actionsOf(scene, SURVEY, row.state, {}),
    ...(may('survey.write') && row.state !== 'closed' ? ['edit'] : []),
    ...(may('survey.write') && row.state === 'draft' ? ['remove'] : []),
    ...(may('survey_result.read') && row.state !== 'draft' ? ['results'] : []),
    ...(may('survey.moderate') && row.state !== 'draft' ? ['moderate'] : []),
  ]
}

type Mine = boolean | number | null

/** A survey in a list. `mine` is whether this teacher's token was taken, null for others. */
export function surveyCard(scene: DeliveryScene, row: SurveyCardRow, mine: Mine = null) {
  return {
    id: row.id,
    version: row.version,
    actions: surveyActions(scene, row),
    title: row.title,
    subject: row.subject,
    subjectTitle: row.subjectTitle,
    cohortId: row.cohortId,
    month: row.month,
    unitName: row.unitName,
    state: row.state,
    until: row.until,
    invited: row.invited,
    taken: row.taken,
    answered: row.answered,
    released: row.released,
    least: row.least,
    mine: mine === null ? null : mine ? 'taken' : 'invited',
  }
}

export function surveyView(scene: DeliveryScene, row: SurveyRow, mine: Mine = null) {
  const { body, segments, openedAt, closedAt } = row
  return { ...surveyCard(scene, row, mine), body, segments, openedAt, closedAt }
}
