import { commit } from '@shixun/db/commit'
import { type Statement, statement, updateSeen } from '@shixun/db/statement'
import { surveys } from '@shixun/db/tenant/schema/surveys'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import type { SurveyBody } from '@shixun/domain/surveys/question'
import { SURVEY } from '@shixun/domain/surveys/survey'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { loadSurvey } from './load-survey.ts'
import { surveyView } from './survey-card.ts'

type Change = { title?: string | undefined; body?: SurveyBody | undefined; until?: string | undefined }

/** Once handed out, the questions stand: only the deadline may move, and only later. */
function changeProblems(
  row: { state: string; until: string },
  { title, body, until }: Change,
  now: string,
): FieldProblem[] {
  const past = until !== undefined && until <= now ? [{ pointer: '/until', problem: 'in_the_past' }] : []
  if (row.state === 'draft') return past
  const fixed = Object.entries({ title, body }).filter(([, value]) => value !== undefined)
  return [
    ...past,
    ...fixed.map(([key]) => ({ pointer: `/${key}`, problem: 'survey_open' })),
    ...(until !== undefined && until < row.until ? [{ pointer: '/until', problem: 'only_later' }] : []),
  ]
}

/** 修改问卷，或延后截止时间. */
export async function editSurvey(
  scene: DeliveryScene,
  { params, body: change }: { params: { id: string }; body: Change },
): Promise<Verdict> {
  const loaded = await loadSurvey(scene, params.id, 'survey.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { row } = loaded
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state === 'closed') return refuse({ code: 'state-refuses', facts: { state: SURVEY.states.closed } })
  const fields = changeProblems(row, change, scene.now)
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const set = {
    ...(change.title === undefined ? {} : { title: change.title }),
    ...(change.body === undefined ? {} : { body: change.body }),
    ...(change.until === undefined ? {} : { until: change.until }),
  }
  const version = row.version + 1
  const answer = surveyView(scene, { ...row, ...set, version })
  const dueOn: Statement[] =
    row.state === 'open' && change.until !== undefined
      ? [statement('UPDATE tasks SET due_on = ? WHERE entity = ? AND done_at IS NULL', chinaDate(change.until), row.id)]
      : []
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [
      {
        entity: row.id,
        version,
        verb: 'edit',
        before: { title: row.title, until: row.until },
        after: { state: row.state, ...set },
      },
    ],
    [updateSeen(surveys, row, set), ...dueOn],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
