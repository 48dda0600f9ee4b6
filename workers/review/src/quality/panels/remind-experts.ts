import { commit } from '@shixun/db/commit'
import { expertsUnfinished, panelInHand } from '@shixun/db/tenant/panels'
import { urgeExperts } from '@shixun/db/tenant/urge-experts'
import { urgeWords } from '@shixun/domain/quality/panels/urge-words'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

/** Nobody is urged twice within a day. */
const QUIET_MS = 24 * 3_600_000

/** 催办：those who have sheets unsealed find them marked in their inbox; whoever was urged within a day is spared. */
export async function remindExperts(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { expertIds?: string[] | undefined } },
): Promise<Verdict> {
  const [[panel], unfinished] = await scene.store.tenant.read(
    panelInHand({ panel: params.id }),
    expertsUnfinished({ panel: params.id }),
  )
  if (!panel) return refuse({ code: 'not-found' })
  if (panel.state !== 'scoring') return refuse({ code: 'state-refuses', facts: { state: '评审组已汇总' } })
  const asked = unfinished.filter(({ expertId }) => body.expertIds?.includes(expertId) ?? true)
  if (asked.length === 0) return refuse({ code: 'state-refuses', facts: { state: '没有未交的评分表，不用催办' } })
  const since = new Date(Date.parse(scene.now) - QUIET_MS).toISOString()
  const recent = (at: string | null) => at !== null && at > since
  const urged = asked.filter(({ remindedAt }) => !recent(remindedAt))
  const reminded = urged.map(({ expertId, name, assigned, declared }) => ({
    expertId,
    name,
    unfinished: assigned + declared,
  }))
  const spared = asked.flatMap(({ expertId, name, remindedAt }) =>
    remindedAt !== null && recent(remindedAt) ? [{ expertId, name, remindedAt }] : [],
  )
  const words = urgeWords({
    title: panel.callTitle,
    dueOn: panel.dueOn,
    today: chinaDate(scene.now),
    waiting: reminded,
  })
  const answer = { reminded, spared, text: reminded.length ? words.message : '' }
  if (reminded.length === 0) return ok({ body: answer })
  const event = {
    entity: `reminder_${scene.newId('req')}`,
    version: 1,
    verb: 'remind',
    after: { panel: panel.id, experts: reminded.map(({ expertId, unfinished }) => ({ expertId, unfinished })) },
  }
  const statements = [
    ...urgeExperts({
      panel: panel.id,
      experts: reminded.map(({ expertId }) => expertId),
      title: words.title,
      dueOn: panel.dueOn,
      since,
      now: scene.now,
    }),
    ...dispatchStatements(scene, 'deadline.near', words.robot),
  ]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer))
  return refusal ? refuse(refusedWrite(refusal, { 'not-urged': { code: 'version-stale' } })) : ok({ body: answer })
}
