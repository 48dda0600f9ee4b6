import { commit } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { assertion, insert, type Statement, statement } from '@shixun/db/statement'
import { surveyAnswers, surveyOpinions, surveyTokens } from '@shixun/db/tenant/schema/surveys'
import { type SurveyRow, surveyById, tokenOf } from '@shixun/db/tenant/surveys'
import { chinaTime } from '@shixun/domain/shared/china-time'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { type AnswerValues, checkAnswer } from '@shixun/domain/surveys/question'
import { mayRelease } from '@shixun/domain/surveys/release'
import type { SegmentKey } from '@shixun/domain/surveys/survey'
import { tokenText } from '@shixun/domain/surveys/token-text'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { untimedId } from './chance.ts'
import { releaseSurvey } from './release-survey.ts'
import { type AnswerContent, sealText } from './sealed-answer.ts'
import { isSignedToken } from './token-key.ts'
import { untimedHand } from './untimed-hand.ts'

type Sent = {
  serial: string
  signature: string
  values: AnswerValues
  segments: Partial<Record<SegmentKey, string | undefined>>
}

function answerProblems({ body, segments }: SurveyRow, sent: Sent): FieldProblem[] {
  const strange = Object.entries(sent.segments).filter(
    ([key, value]) => !segments.some((segment) => segment.key === key && segment.values.includes(value ?? '')),
  )
  return [
    ...checkAnswer(body.questions, sent.values).map((field) => ({ ...field, pointer: `/values${field.pointer}` })),
    ...strange.map(([key]) => ({ pointer: `/segments/${key}`, problem: 'not_a_choice' })),
  ]
}

/** Choices in one row; each text in a row of its own that nothing joins to it: how one writes may tell who one is. */
async function rowsOf(scene: DeliveryScene, row: SurveyRow, sent: Sent): Promise<Statement[]> {
  const texts = new Set(row.body.questions.filter(({ kind }) => kind === 'text').map(({ key }) => key))
  const entries = Object.entries(sent.values)
  const content: AnswerContent = {
    values: Object.fromEntries(entries.filter(([key]) => !texts.has(key))),
    segments: Object.fromEntries(Object.entries(sent.segments).filter(([, value]) => value !== undefined)),
  }
  const id = untimedId()
  const sealed = await sealText(scene, row.id, id, JSON.stringify(content))
  const opinions = await Promise.all(
    entries
      .filter(([key, value]) => texts.has(key) && value !== '')
      .map(async ([question, value]) => {
        const key = untimedId()
        const words = await sealText(scene, row.id, key, String(value))
        return insert(surveyOpinions, {
          surveyId: row.id,
          id: key,
          question,
          sealed: words,
          release: 0,
          standing: 'waiting',
          version: 1,
        })
      }),
  )
  return [insert(surveyAnswers, { surveyId: row.id, id, sealed, release: 0 }), ...opinions]
}

/**
 * 提交答卷：nobody is asked who they are, and nothing is kept of the way the answer came. The token is the right to answer
 * and what makes a repeat harmless; its hash in the journal is the lock against using it twice.
 */
export async function answerSurvey(
  scene: DeliveryScene,
  { params, body: sent }: { params: { id: string }; body: Sent },
): Promise<Verdict> {
  const hash = await sha256(tokenText(params.id, sent.serial))
  const [[row], [used]] = await scene.store.tenant.read(surveyById(params), tokenOf({ survey: params.id, hash }))
  if (!row || row.state === 'draft' || !row.publicKey) return refuse({ code: 'not-found' })
  if (!(await isSignedToken({ id: row.id, publicKey: row.publicKey }, sent)))
    return refuse({ code: 'survey-token-refused' })
  if (used) return refuse({ code: 'survey-token-used' })
  const closed = refuse({ code: 'survey-closed' as const, facts: { until: chinaTime(row.until) } })
  if (row.state !== 'open' || scene.now >= row.until) return closed
  const fields = answerProblems(row, sent)
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields: fields.slice(0, 100) })
  const refusal = await commit(
    scene.store.tenant,
    { ...untimedHand(scene), actor: 'public', repeat: null },
    [{ entity: `${row.id}/${hash}`, version: 1, verb: 'answer' }],
    [
      insert(surveyTokens, { surveyId: row.id, tokenHash: hash }),
      ...(await rowsOf(scene, row, sent)),
      statement('UPDATE surveys SET answered = answered + 1 WHERE id = ?', row.id),
      assertion('open', "(SELECT state = 'open' FROM surveys WHERE id = ?)", row.id),
    ],
    null,
  )
  if (refusal) return refusal.kind === 'assertion' ? closed : refuse({ code: 'survey-token-used' })
  const { least, released, body } = row
  const pending = row.answered + 1 - released
  // of many who answer at once only each fifth sets the count off; what then is left the next minute counts
  if (pending % least === 0 && mayRelease({ pending, released, closed: false, least, showing: body.showing }))
    scene.later(releaseSurvey(scene, row.id))
  return ok({ status: 201, body: { received: true } })
}
