import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { issuanceView, loadIssuance } from './load-issuance.ts'

/** 制发进度：how many of those who completed the cohort have their certificate. */
export async function readIssuance(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadIssuance(scene, params.id)
  if (!loaded) return refuse({ code: 'not-found' })
  const { issued = 0, version = 0 } = loaded.issuance ?? {}
  return ok({ body: issuanceView(scene, loaded, { issued, pending: loaded.pending.length, now: 0, version }) })
}
