import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { pageOf } from '@shixun/db/tenant/paging'
import { opinionById, opinionPage, type SurveyRow } from '@shixun/db/tenant/surveys'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { seenSurvey, surveyReads } from './load-survey.ts'
import { openText } from './sealed-answer.ts'

type OpinionRow = ReturnType<ReturnType<typeof opinionById>['decode']>

async function opinionView(scene: DeliveryScene, survey: SurveyRow, row: OpinionRow) {
  const { id, version, standing, reason } = row
  const question = survey.body.questions.find(({ key }) => key === row.question)?.title ?? row.question
  const text = await openText(scene, survey.id, row)
  const actions = [...(standing === 'shown' ? [] : ['show']), ...(standing === 'hidden' ? [] : ['hide'])]
  return { id, version, actions, question, text, standing, reason }
}

type Query = { limit: number; after?: string | undefined; standing?: string | undefined }

/** 待审核的文字意见: those of counted answers alone, so that the latest one cannot be picked out. */
export async function listOpinions(
  scene: DeliveryScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  const page = { after: query.after ?? '', limit: query.limit + 1, standing: query.standing ?? null }
  const reads = surveyReads(scene, params.id, 'survey.moderate')
  const [[survey], , found] = await scene.store.tenant.read(...reads, opinionPage({ survey: params.id, ...page }))
  const loaded = seenSurvey(scene, 'survey.moderate', survey)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row } = loaded
  const { rows, after } = pageOf(found, query.limit)
  const items = await Promise.all(rows.map((one) => opinionView(scene, row, one)))
  return ok({ body: { items, next: nextLink(raw, after) } })
}

type Decision = { standing: 'shown' } | { standing: 'hidden'; reason: string }

/** 公开或隐去一条意见. What is hidden stays with its reason, and can be shown again. */
export async function moderateOpinion(
  scene: DeliveryScene,
  { params, body }: { params: { id: string; opinion: string }; body: Decision },
): Promise<Verdict> {
  const [[survey], , [opinion]] = await scene.store.tenant.read(
    ...surveyReads(scene, params.id, 'survey.moderate'),
    opinionById({ survey: params.id, id: params.opinion }),
  )
  const loaded = seenSurvey(scene, 'survey.moderate', survey)
  if (!loaded || !opinion) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== opinion.version) return refuse({ code: 'version-stale' })
  const reason = body.standing === 'hidden' ? body.reason : null
  const version = opinion.version + 1
  const answer = await opinionView(scene, loaded.row, { ...opinion, standing: body.standing, reason, version })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [
      {
        entity: `${params.id}/${opinion.id}`,
        version,
        verb: body.standing === 'shown' ? 'show' : 'hide',
        before: { standing: opinion.standing },
        after: { standing: body.standing },
        note: reason ?? undefined,
      },
    ],
    [
      statement(
        'UPDATE survey_opinions SET standing = ?, reason = ?, version = ? WHERE survey_id = ? AND id = ? AND version = ?',
        body.standing,
        reason,
        version,
        params.id,
        opinion.id,
        opinion.version,
      ),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
