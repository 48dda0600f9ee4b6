import { applicationById } from '@shixun/db/tenant/calls'
import { historyOf } from '@shixun/db/tenant/house'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { DistrictScene } from '../../store.ts'
import { applicationView } from './application-card.ts'
import { loadApplication } from './load-application.ts'

export async function readApplication(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadApplication(scene, params.id, 'application.read')
  if (!loaded) return refuse({ code: 'not-found' })
  return ok({ body: applicationView(scene, loaded.row, loaded.attachments), version: loaded.row.version })
}

export async function readApplicationHistory(
  scene: DistrictScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(applicationById(params), historyOf(params))
  const unit = unitLimit(scene.visitor, 'application.read')
  if (!row || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}
