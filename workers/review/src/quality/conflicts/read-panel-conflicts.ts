import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { loadRecheck, recheckView } from './load-recheck.ts'

/** 复核回避（只看）：which sheets a conflict reaches as experts are known today, and what taking them away would change. */
export async function readPanelConflicts(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadRecheck(scene, params.id)
  return loaded
    ? ok({ body: recheckView(scene, loaded), version: loaded.panel.version })
    : refuse({ code: 'not-found' })
}
