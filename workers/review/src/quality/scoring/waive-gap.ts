import { commit } from '@shixun/db/commit'
import { assertion, updateSeen } from '@shixun/db/statement'
import { enterGap, leaveGap } from '@shixun/db/tenant/gaps'
import { panelInHand, sealedTotals } from '@shixun/db/tenant/panels'
import { panels } from '@shixun/db/tenant/schema/quality'
import { findDisagreement } from '@shixun/domain/quality/rankings/disagreement'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

/** 分差不再加评：the office decides, with its reason, that an item's gap calls nobody further. */
export async function waiveGap(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { applicationId: string; note: string } },
): Promise<Verdict> {
  const { applicationId, note } = body
  const [[panel], sealed] = await scene.store.tenant.read(
    panelInHand({ panel: params.id }),
    sealedTotals({ panel: params.id, application: applicationId }),
  )
  if (!panel) return refuse({ code: 'not-found' })
  if (panel.state !== 'scoring') return refuse({ code: 'state-refuses', facts: { state: '评审组已汇总' } })
  const { arbitration } = findDisagreement(
    sealed.map(({ total }) => total ?? 0),
    panel,
  )
  if (!arbitration || sealed.some(({ seat }) => seat === 'extra') || panel.gapWaived[applicationId] !== undefined)
    return refuse({ code: 'state-refuses', facts: { state: '这份申报没有待处理的分差' } })
  const gapWaived = { ...panel.gapWaived, [applicationId]: note }
  const version = panel.version + 1
  const answer = { gapsOpen: Math.max(panel.gapsOpen - 1, 0), gapWaived }
  const item = { panelId: panel.id, applicationId }
  const event = { entity: panel.id, version, verb: 'waive-gap', after: { application: applicationId }, note }
  const statements = [
    assertion('scoring', "SELECT state = 'scoring' FROM panels WHERE id = ?", panel.id),
    leaveGap(item, panel),
    updateSeen(panels, panel, { gapWaived }),
    enterGap(item, panel),
  ]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer))
  return refusal ? refuse(refusedWrite(refusal, { scoring: { code: 'version-stale' } })) : ok({ body: answer })
}
